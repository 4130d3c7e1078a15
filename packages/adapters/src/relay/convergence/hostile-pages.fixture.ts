import type { Frame, Position, Sink } from '@stallcast/protocol';
import { createRoomStore, type RoomStore } from '@stallcast/store';
import { createRecorder, type Recorder } from '@stallcast/testing';
import { vi } from 'vitest';
import { FakeChannels, type Post } from '../fake-channels.fixture.js';
import type { LineListener } from '../line.js';
import { relayAdapter } from '../relay-adapter.js';
import { SimulatedRelay } from './simulated-relay.fixture.js';
import type { Deed, Truth } from './truth.fixture.js';
import { showsTruth } from './whole-client.fixture.js';

export const PAGE_EVENTS = [
  'open',
  'close',
  'crash',
  'freeze',
  'thaw',
  'lose-post',
  'repeat-post',
  'swap-posts',
  'hold-posts',
  'cut',
  'restart',
  'start-over',
  'start-over-older',
  'restore',
  'forget',
  'fill',
  'drain',
] as const;

/** What can happen to pages that share a line; `pass` lets time go by and delivers what is on its way. */
export interface PageStep {
  do: (typeof PAGE_EVENTS)[number] | Deed | 'pass';
  dice: number;
}

const MOST_PAGES = 5;
const PING_EVERY_MS = 5_000;
const URL = 'http://127.0.0.1:7788/stalls/peaches';

interface OpenPage {
  number: number;
  store: RoomStore;
  recorder: Recorder;
  stop(): void;
  /** What came while it was frozen; null while it is not. */
  held: (() => void)[] | null;
}

/** Pages of one browser, a relay, and channels between the pages that lose, repeat, swap and hold back. Wants fake timers. */
export class HostilePages {
  readonly #pages = new Map<number, OpenPage>();
  readonly #lines = new Map<number, { page: number; listener: LineListener }>();
  readonly #relay = new SimulatedRelay((line, frame) => this.#send(line, frame));
  readonly #channels = new FakeChannels((post) => this.#take(post));
  #posts: Post[] = [];
  /** Faults that wait for the next posts. */
  #damage: ('lose-post' | 'repeat-post' | 'swap-posts' | 'hold-posts')[] = [];
  #count = 0;
  #lineCount = 0;
  violation: string | null = null;
  compared = 0;
  /** Whether a page has read by another's line. */
  sharedMost = 0;

  async play(steps: readonly PageStep[]): Promise<void> {
    const pings = setInterval(() => this.#relay.ping(), PING_EVERY_MS);
    this.#open();
    await this.#pass(10);
    this.#open();
    await this.#pass(2_000);
    for (const step of steps) {
      await this.#do(step);
      this.#check();
      if (this.violation) break;
    }
    if (!this.violation) await this.#heal();
    clearInterval(pings);
    for (const page of [...this.#pages.values()]) page.stop();
  }

  async #do({ do: event, dice }: PageStep): Promise<void> {
    const pages = [...this.#pages.values()];
    const page = pages[dice % Math.max(1, pages.length)];
    switch (event) {
      case 'pass':
        return this.#pass([20, 200, 1_200, 4_000, 9_500][dice % 5] ?? 20);
      case 'open':
        if (pages.length < MOST_PAGES) this.#open();
        return;
      case 'close':
        this.#pages.delete(page?.number ?? 0);
        return page?.stop();
      case 'crash':
        return page && this.#crash(page);
      case 'freeze':
        if (page) page.held ??= [];
        return;
      case 'thaw':
        return page && this.#thaw(page);
      case 'lose-post':
      case 'repeat-post':
      case 'swap-posts':
      case 'hold-posts':
        this.#damage.push(event);
        return;
      case 'cut': {
        const [line] = [...this.#lines.keys()].slice(dice % Math.max(1, this.#lines.size));
        return line === undefined ? undefined : this.#end(line);
      }
      case 'restart':
        return this.#restart();
      case 'start-over':
        this.#relay.startOver('newer');
        return this.#restart();
      case 'start-over-older':
        this.#relay.startOver('older');
        return this.#restart();
      case 'restore':
        this.#relay.restore(1 + (dice % 4));
        return this.#restart();
      case 'forget':
        return this.#relay.forget();
      case 'fill':
        return this.#relay.fill();
      case 'drain':
        return this.#relay.drain();
      default:
        return this.#relay.append(event, dice);
    }
  }

  #open(): void {
    const number = (this.#count += 1);
    const recorder = createRecorder();
    const adapter = relayAdapter({
      url: URL,
      transport: 'socket',
      channel: this.#channels.openFor(number),
      lines: { socket: (_, from, listener) => this.#connect(number, from, listener) },
    });
    const store = createRoomStore({ ...adapter, start: (sink) => adapter.start(both(sink, recorder.sink)) });
    const page = { number, store, recorder, stop: () => store.stop(), held: null };
    this.#pages.set(number, page);
    store.start();
  }

  #connect(page: number, from: Position | null, listener: LineListener) {
    const line = (this.#lineCount += 1);
    this.#lines.set(line, { page, listener });
    this.#to(page, () => {
      if (!this.#lines.has(line)) return;
      listener.opened();
      this.#relay.serve(line, { ask: 'read', from });
    });
    return {
      close: () => {
        this.#lines.delete(line);
        this.#relay.hangUp(line);
      },
    };
  }

  #send(line: number, frame: Frame): void {
    const text = JSON.stringify(frame);
    const found = this.#lines.get(line);
    if (found) this.#to(found.page, () => this.#lines.has(line) && found.listener.message(text));
  }

  #end(line: number): void {
    const found = this.#lines.get(line);
    this.#relay.hangUp(line);
    if (!found) return;
    this.#to(found.page, () => {
      if (this.#lines.delete(line)) found.listener.lost({ code: 'gone', message: 'The connection ended.' });
    });
  }

  #restart(): void {
    for (const line of this.#relay.restart()) this.#end(line);
  }

  /** Gone without a word: nothing comes from it or reaches it any more. */
  #crash(page: OpenPage): void {
    this.#pages.delete(page.number);
    const posted = this.#posts.length;
    page.stop();
    this.#posts = this.#posts
      .slice(0, posted)
      .concat(this.#posts.slice(posted).filter(({ from }) => from !== page.number));
  }

  #thaw(page: OpenPage): void {
    const { held } = page;
    page.held = null;
    for (const deliver of held ?? []) deliver();
  }

  #to(page: number, deliver: () => unknown): void {
    const held = this.#pages.get(page)?.held;
    if (held) held.push(() => void deliver());
    else queueMicrotask(() => void deliver());
  }

  #take(post: Post): void {
    this.#posts.push(post);
  }

  #deliverPosts(): void {
    const [damage] = this.#damage;
    const posts = this.#posts;
    this.#posts = [];
    if (damage && posts.length > 0) {
      this.#damage.shift();
      // A page's first word is said once: losing it costs the sharing, not the truth.
      const losable = posts.findIndex(({ text }) => text !== '""');
      if (damage === 'lose-post') posts.splice(losable, losable < 0 ? 0 : 1);
      else if (damage === 'repeat-post') posts.push(...posts.slice(0, 2));
      else if (damage === 'swap-posts') posts.reverse();
      else this.#posts.push(...posts.splice(0, 2));
    }
    for (const { to, deliver } of posts) {
      const held = this.#pages.get(to)?.held;
      if (held) held.push(deliver);
      else deliver();
    }
  }

  async #pass(ms: number): Promise<void> {
    const slices = Math.ceil(ms / 500);
    for (let slice = 0; slice < slices; slice += 1) {
      for (let turn = 0; turn < 6; turn += 1) {
        this.#deliverPosts();
        await vi.advanceTimersByTimeAsync(slice === slices - 1 && turn === 5 ? ms % 500 : 0);
        this.#check();
      }
      if (slice < slices - 1) await vi.advanceTimersByTimeAsync(500);
      this.#check();
    }
  }

  /** Live means: the state is the state at exactly this position. */
  #check(): void {
    for (const { number, store, recorder, held } of this.#pages.values()) {
      const [broken] = recorder.violations;
      if (broken) this.violation ??= `page ${number}: ${broken}`;
      const at = store.position;
      if (held || !at || store.$freshness.get().level !== 'live') continue;
      this.compared += 1;
      const truth: Truth | undefined = this.#relay.truthAt(at);
      if (!truth || !showsTruth(store, truth))
        this.violation ??= `page ${number}: live at ${at.epoch}.${at.offset}, and what is shown was never true there`;
    }
    if (this.#lines.size < this.#pages.size) this.sharedMost = Math.max(this.sharedMost, this.#pages.size);
  }

  async #heal(): Promise<void> {
    this.#damage = [];
    this.#relay.drain();
    if (this.#pages.size === 0) this.#open();
    for (const page of this.#pages.values()) this.#thaw(page);
    await this.#pass(45_000);
    const { epoch, offset } = this.#relay;
    for (const { number, store } of this.#pages.values()) {
      const at = store.position;
      const isThere = at?.epoch === epoch && at.offset === offset && store.$freshness.get().level === 'live';
      if (!isThere)
        this.violation ??= `page ${number} is at ${at?.epoch}.${at?.offset} when all is well at ${epoch}.${offset}`;
    }
    if (this.#lines.size !== 1) this.violation ??= `${this.#pages.size} pages hold ${this.#lines.size} lines`;
  }
}

function both(one: Sink, other: Sink): Sink {
  return {
    snapshot(snapshot) {
      other.snapshot(snapshot);
      one.snapshot(snapshot);
    },
    change(change) {
      other.change(change);
      one.change(change);
    },
    alive(position, at) {
      other.alive(position, at);
      one.alive(position, at);
    },
    fault(error) {
      other.fault(error);
      one.fault(error);
    },
  };
}
