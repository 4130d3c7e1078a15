import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { joinInstances, type InstanceOptions } from './join-instances.js';

const GOODBYE = 4000;
const UNAUTHORIZED = 4401;
const REVOKED = 4403;
const SCRIPT = 'http://127.0.0.1:7788/assets/overlay-Ab12.js';

/** A line that a test opens, speaks on and ends; what the page sent stands in `sent`. */
class FakeLine {
  static readonly OPEN = 1;
  readyState = 0;
  readonly sent: Record<string, unknown>[] = [];
  onopen = (): void => {};
  onmessage = (_: { data: unknown }): void => {};
  onclose = (_: { code: number }): void => {};
  /** The code with which the page ended it. */
  closedWith = 0;

  constructor(readonly url: string) {
    lines.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(code: number): void {
    this.closedWith = code;
    this.readyState = 2;
  }

  open(): this {
    this.readyState = FakeLine.OPEN;
    this.onopen();
    return this;
  }

  say(message: unknown): void {
    this.onmessage({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }

  end(code = 1006): void {
    this.readyState = 3;
    this.onclose({ code });
  }
}

let lines: FakeLine[];
let kept: Map<string, string>;
let page: EventTarget;
let shown: EventTarget & { hidden: boolean };

beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  kept = new Map();
  page = new EventTarget();
  shown = Object.assign(new EventTarget(), { hidden: false, querySelector: () => ({ src: SCRIPT }) });
  vi.stubGlobal('WebSocket', FakeLine);
  vi.stubGlobal('document', shown);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const join = (more: Partial<InstanceOptions> = {}) =>
  joinInstances({ stallUrl: 'http://127.0.0.1:7788/stalls/orchard', key: 'KEY', kind: 'overlay', ...more });
const last = () => lines.at(-1)!;
const comeBack = (persisted: boolean) => page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

describe('a page that tells the relay that it is there', () => {
  it('says who it is in its first message, with its key nowhere in the address', () => {
    shown.hidden = true;
    const { id } = join({ scene: 'orchard', room: 'north' });
    const { url, sent } = last().open();
    expect(url).toBe('ws://127.0.0.1:7788/stalls/orchard/instances');
    const told = { id, kind: 'overlay', scene: 'orchard', room: 'north', version: 'overlay-Ab12' };
    expect(sent).toEqual([{ key: 'KEY', hello: { ...told, isShown: false, answers: true } }]);
  });

  it('says so in few words, whatever scene its link names: the relay reads 4 KB', () => {
    const hello = (scene: string) => {
      join({ scene });
      return last().open().sent[0]!['hello'] as { scene: string };
    };
    expect(hello(`~p.${'x'.repeat(7_000)}`).scene).toBe('~');
    expect(JSON.stringify(hello('桃'.repeat(7_000))).length).toBeLessThan(400);
  });

  it('keeps its id through a reload, and makes another where something else was kept, or nothing can be', () => {
    const { id } = join();
    expect(id).toMatch(/^\w{8,40}$/);
    expect(join().id).toBe(id);
    kept.set('stallcast.instance', '"><b>');
    expect(join().id).toMatch(/^\w{8,40}$/);
    vi.stubGlobal('sessionStorage', undefined);
    expect(join().id).toMatch(/^\w{8,40}$/);
  });

  it('answers for itself, loads itself anew when told to, and passes on the list', () => {
    const [reload, told] = [vi.fn(), vi.fn()];
    join({ reload, told });
    const line = last().open();
    line.say({ type: 'ping' });
    expect(line.sent.at(-1)).toEqual({ here: true });
    line.say({ type: 'instances', instances: [{ id: 'a' }] });
    expect(told.mock.calls).toEqual([[[{ id: 'a' }]]]);
    for (const other of ['{', 'null', '7', { type: 'instances' }, { type: 'instances', instances: 'x' }])
      line.say(other);
    expect([told.mock.calls.length, reload.mock.calls.length]).toEqual([1, 0]);
    line.say({ type: 'reload' });
    expect(reload).toHaveBeenCalledOnce();
  });

  it('says when it is hidden and shown again, while it has a line', () => {
    join();
    const tell = (hidden: boolean) => {
      shown.hidden = hidden;
      shown.dispatchEvent(new Event('visibilitychange'));
    };
    tell(true);
    expect(last().sent).toEqual([]);
    last().open();
    tell(true);
    tell(false);
    expect(last().sent.slice(1)).toEqual([{ isShown: false }, { isShown: true }]);
  });

  it('tries again more and more seldom while nobody is there, and soon again once somebody was', () => {
    join();
    const waits = Array.from({ length: 6 }, () => {
      const before = Date.now();
      last().end();
      vi.advanceTimersToNextTimer();
      return Date.now() - before;
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    last().open().say({ type: 'ping' });
    last().end();
    const count = lines.length;
    vi.advanceTimersByTime(1_000);
    expect(lines).toHaveLength(count + 1);
  });

  it.each([
    [UNAUTHORIZED, 0],
    [REVOKED, 1],
  ])('tries no more once its key is refused (%i)', (code, times) => {
    const revoked = vi.fn();
    join({ revoked });
    last().open().end(code);
    vi.advanceTimersByTime(60_000);
    expect([lines.length, revoked.mock.calls.length]).toEqual([1, times]);
  });

  it('says goodbye when it goes, and has one line alone when it is back from the browser’s memory', () => {
    join();
    const gone = last().open();
    page.dispatchEvent(new Event('pagehide'));
    expect(gone.closedWith).toBe(GOODBYE);
    comeBack(false);
    expect(lines).toHaveLength(1);
    comeBack(true);
    // The end of the first is heard only now.
    gone.end(GOODBYE);
    vi.advanceTimersByTime(60_000);
    expect(lines).toHaveLength(2);
  });

  it('leaves nothing behind when it leaves', () => {
    const { leave } = join();
    const first = last().open();
    leave();
    expect(first.closedWith).toBe(GOODBYE);
    first.end(GOODBYE);
    comeBack(true);
    const second = join();
    last().end();
    second.leave();
    vi.advanceTimersByTime(60_000);
    first.closedWith = 0;
    page.dispatchEvent(new Event('pagehide'));
    shown.dispatchEvent(new Event('visibilitychange'));
    expect([lines.length, first.closedWith, first.sent.length]).toEqual([2, 0, 1]);
  });
});
