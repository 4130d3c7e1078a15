import { createMemoryStorage, openLedger, type Ledger } from '@stallcast/ledger';
import {
  AdapterError,
  viewOfChange,
  viewOfSnapshot,
  type Adapter,
  type Sink,
  type Stop,
  type View,
} from '@stallcast/protocol';
import { markChange, markSnapshot } from './mark-synthetic.js';
import { parseReplay, type ReplayCommand, type ReplayLine } from './replay-line.js';

/** A sign of life comes at least so often. */
const BEAT_MS = 4_000;
const SILENCE_MS = 9_000;
/** A file that could not be had is tried again after this. */
const RETRY_MS = 5_000;

/** What is played, and how. */
export interface ReplayAdapterOptions {
  /** What is played. */
  lines?: readonly ReplayLine[];
  /** Where a file of JSON Lines with it is. */
  url?: string;
  /** How many times as fast. @default 1 */
  speed?: number;
  /** Whether it begins anew after its end. @default false */
  loop?: boolean;
  /** When it ends, ms. @default three seconds after the last line */
  endsAt?: number;
  /** One room's view; without it, all rooms. */
  room?: string;
  /** For people. @default 'replay' */
  name?: string;
}

/**
 * Plays a stall's evening from a file, through a ledger in memory: what is shown is what the same commands and messages would
 * have made of a real stall, and every value of it is marked synthetic, whatever the file says.
 *
 * Each time it begins anew it does so as a new log, with a snapshot. While the page is hidden it stands still.
 */
export function replayAdapter(options: ReplayAdapterOptions): Adapter {
  return {
    name: options.name ?? 'replay',
    silenceMs: SILENCE_MS,
    start(sink) {
      const replay = new Replay(options, sink);
      replay.start();
      return () => replay.stop();
    },
  };
}

class Replay {
  readonly #options: ReplayAdapterOptions;
  readonly #sink: Sink;
  readonly #view: View;
  readonly #speed: number;
  #lines: readonly ReplayLine[] | null;
  #ledger: Ledger | null = null;
  #unsubscribe: Stop = () => {};
  #next = 0;
  /** How far the evening is, ms, when the clock was last read. */
  #played = 0;
  #readAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #stopped = false;

  constructor(options: ReplayAdapterOptions, sink: Sink) {
    this.#options = options;
    this.#sink = sink;
    this.#view = { room: options.room, operator: false };
    this.#speed = options.speed && options.speed > 0 ? options.speed : 1;
    this.#lines = options.lines ? sorted(options.lines) : null;
  }

  start(): void {
    globalThis.document?.addEventListener('visibilitychange', this.#turn);
    this.#turn();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    globalThis.document?.removeEventListener('visibilitychange', this.#turn);
    this.#unsubscribe();
    void this.#ledger?.close();
  }

  /** Does what is due and waits for what comes next. While the page is hidden, time stands still. */
  readonly #turn = (): void => {
    clearTimeout(this.#timer);
    if (this.#stopped || this.#busy) return;
    if (globalThis.document?.hidden) {
      this.#readClock();
      this.#readAt = NaN;
      return;
    }
    this.#readClock();
    this.#busy = true;
    void this.#play()
      .catch((error: unknown) =>
        this.#tell('unreachable', 'The replay could not go on: it is tried again in five seconds.', error),
      )
      .then((wait) => {
        this.#busy = false;
        if (!this.#stopped) this.#timer = setTimeout(this.#turn, wait ?? RETRY_MS);
      });
  };

  #readClock(): void {
    const now = performance.now();
    // NaN: the page was hidden since, and the time that passed does not count.
    if (!Number.isNaN(this.#readAt) && this.#ledger) this.#played += (now - this.#readAt) * this.#speed;
    this.#readAt = now;
  }

  /** Plays what is due; resolves with how long to wait for what comes next, undefined where the file is not to be had. */
  async #play(): Promise<number | undefined> {
    this.#lines ??= await this.#load();
    const lines = this.#lines;
    if (!lines || this.#stopped) return undefined;

    const last = lines[lines.length - 1]?.at ?? 0;
    const endsAt = this.#options.endsAt ?? last + 3_000;
    if (!this.#ledger || (this.#options.loop && this.#played >= endsAt)) await this.#begin(lines);
    else await this.#playDue(lines);
    const ledger = this.#ledger;
    if (this.#stopped || !ledger) return undefined;

    this.#sink.alive(ledger.position, new Date().toISOString());
    const dueAt = lines[this.#next]?.at ?? (this.#options.loop ? endsAt : Infinity);
    return Math.min(BEAT_MS, Math.max(0, dueAt - this.#played) / this.#speed);
  }

  async #begin(lines: readonly ReplayLine[]): Promise<void> {
    this.#unsubscribe();
    void this.#ledger?.close();
    this.#played = this.#next = 0;
    const ledger = await openLedger({
      stall: 'replay',
      storage: createMemoryStorage(),
      synthetic: true,
      timeZone: 'Asia/Shanghai',
    });
    this.#ledger = ledger;
    await this.#playDue(lines);
    if (this.#stopped) return;
    this.#sink.snapshot(markSnapshot(viewOfSnapshot(ledger.snapshot(this.#view.room), this.#view)));
    this.#unsubscribe = ledger.subscribe((change) => {
      if (!this.#stopped) this.#sink.change(markChange(viewOfChange(change, this.#view)));
    });
  }

  async #playDue(lines: readonly ReplayLine[]): Promise<void> {
    const due: Promise<void>[] = [];
    for (let line = lines[this.#next]; line && line.at <= this.#played; line = lines[this.#next]) {
      due.push(this.#playLine(line, this.#next));
      this.#next += 1;
    }
    await Promise.all(due);
  }

  async #playLine(line: ReplayLine, index: number): Promise<void> {
    const ledger = this.#ledger;
    if (!ledger) return;
    const { command, events } = line;
    const outcome = command
      ? await ledger.command({ id: `line-${index + 1}`, ...withMark(command), synthetic: true })
      : await ledger.accept((events ?? []).map((event) => ({ ...event, synthetic: true })));
    if (!outcome.ok)
      this.#tell('bad-message', `Left out moment ${index + 1} of the replay: ${outcome.refusal.message.en}`);
  }

  async #load(): Promise<readonly ReplayLine[] | null> {
    const { url } = this.#options;
    if (url === undefined) return [];
    const text = await fetch(url).then(
      (response) => (response.ok ? response.text() : null),
      () => null,
    );
    if (text === null) {
      this.#tell(
        'unreachable',
        'Expected a file of a replay at its address, got none: check the address and the network.',
      );
      return null;
    }
    const { lines, faults } = parseReplay(text);
    for (const fault of faults) this.#tell('bad-message', fault);
    return sorted(lines);
  }

  #tell(code: string, message: string, cause?: unknown): void {
    if (!this.#stopped) this.#sink.fault(new AdapterError(code, message.slice(0, 400), { cause }));
  }
}

function sorted(lines: readonly ReplayLine[]): ReplayLine[] {
  return [...lines].sort((a, b) => a.at - b.at);
}

/** A replay that begins a session of its own begins a synthetic one. */
function withMark(command: ReplayCommand): ReplayCommand {
  if (command.type !== 'start-session') return command;
  return { ...command, session: { ...command.session, synthetic: true } };
}
