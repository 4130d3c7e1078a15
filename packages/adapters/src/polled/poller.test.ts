import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { markOf, type Answer } from './answer.js';
import { startPoller, type Heard, type Poller, type PollerOptions } from './poller.js';

const EVERY_MS = 10_000;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** BroadcastChannel without its way through the event loop, so that fake timers see all of it. */
class FakeChannel {
  static readonly open = new Set<FakeChannel>();
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor(readonly name: string) {
    FakeChannel.open.add(this);
  }
  postMessage(data: unknown): void {
    const copy = structuredClone(data);
    for (const other of FakeChannel.open)
      if (other !== this && other.name === this.name) queueMicrotask(() => other.onmessage?.({ data: copy }));
  }
  close(): void {
    FakeChannel.open.delete(this);
  }
}

class FakeDocument extends EventTarget {
  hidden = false;
  turn(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const page = new FakeDocument();
setMaxListeners(0, page);
const pollers: Poller[] = [];
let asked = 0;
let answer: () => Promise<Answer>;

const text = (words: string): Answer => ({ kind: 'text', text: words });
const down: Answer = { kind: 'failed', code: 'unreachable', message: 'Expected an answer, got none.' };

function open(options: Partial<PollerOptions> = {}): Heard[] {
  const heard: Heard[] = [];
  pollers.push(
    startPoller({
      ask: (signal) => {
        asked += 1;
        return new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
          void answer().then(resolve, reject);
        });
      },
      take: (one) => heard.push(one),
      intervalMs: EVERY_MS,
      question: null,
      random: () => 0,
      ...options,
    }),
  );
  return heard;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  vi.stubGlobal('document', page);
  page.hidden = false;
  asked = 0;
  answer = async () => text('a');
});
afterEach(() => {
  for (const poller of pollers.splice(0)) poller.stop();
  expect(FakeChannel.open.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a poller', () => {
  it('asks at once, then every interval', async () => {
    const heard = open();
    await pass(3 * EVERY_MS + 1);
    expect(asked).toBe(4);
    expect(heard.map(({ answer: { kind } }) => kind)).toEqual(['text', 'text', 'text', 'text']);
  });

  it('gives up after ten seconds without an answer, and asks again', async () => {
    answer = () => new Promise(() => {});
    const heard = open();
    await pass(9_999);
    expect(heard).toEqual([]);
    await pass(1);
    expect(heard).toMatchObject([{ answer: { kind: 'failed', code: 'unreachable' } }]);
    answer = async () => text('a');
    await pass(5_001);
    expect(heard.at(-1)).toMatchObject({ answer: text('a') });
  });

  it('backs off while nothing answers, and leaves alone whoever asks for that', async () => {
    answer = async () => down;
    const heard = open();
    await pass(5_000 + 10_000 + 20_000 + 1);
    expect(asked).toBe(4);
    answer = async () => ({ ...down, retryAfterMs: 300_000 });
    await pass(40_000);
    expect(asked).toBe(5);
    globalThis.dispatchEvent?.(new Event('online'));
    await pass(299_000);
    expect(asked).toBe(5);
    answer = async () => text('a');
    await pass(2_000);
    expect(heard.at(-1)).toMatchObject({ answer: text('a') });
  });

  it('asks nothing while the page is hidden, and at once when it is shown after its time', async () => {
    open();
    await pass(1);
    page.turn(true);
    await pass(10 * EVERY_MS);
    expect(asked).toBe(1);
    page.turn(false);
    await pass(1);
    expect(asked).toBe(2);
    // Shown again before its time, it waits for its time.
    page.turn(true);
    page.turn(false);
    await pass(EVERY_MS - 10);
    expect(asked).toBe(2);
    await pass(10);
    expect(asked).toBe(3);
  });

  it('does not begin on a hidden page', async () => {
    page.hidden = true;
    open();
    await pass(EVERY_MS);
    expect(asked).toBe(0);
    page.turn(false);
    await pass(1);
    expect(asked).toBe(1);
  });

  it('tells nothing after the stop', async () => {
    const heard = open();
    pollers.splice(0).forEach((poller) => poller.stop());
    await pass(EVERY_MS);
    expect(heard).toEqual([]);
  });
});

describe('twelve pages that ask the same', () => {
  const slow = (words: string) => async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return text(words);
  };
  const openAll = () =>
    Array.from({ length: 12 }, (_, index) => open({ question: 'q', random: () => (index + 1) / 13 }));

  it('ask once for all of them', async () => {
    answer = slow('a');
    const heard = openAll();
    await pass(4 * EVERY_MS);
    expect(asked).toBe(4);
    for (const one of heard) expect(one).toHaveLength(4);
    for (const one of heard) expect(one[0]).toMatchObject({ answer: text('a') });
  });

  it('go on when the one that asked is closed in the middle of it', async () => {
    answer = slow('a');
    const heard = openAll();
    await pass(100);
    expect(asked).toBe(1);
    pollers.shift()?.stop();
    await pass(11_000);
    expect(asked).toBe(2);
    for (const one of heard.slice(1)) expect(one).toHaveLength(1);
  });

  it('share a failure, and its backoff', async () => {
    answer = async () => down;
    const heard = openAll();
    await pass(4_000);
    expect(asked).toBe(1);
    for (const one of heard) expect(one).toMatchObject([{ answer: down }]);
  });

  it('take “still the same” only for the text that they have', async () => {
    answer = slow('a');
    const old = open({ question: 'q' });
    await pass(300);
    answer = async () => ({ kind: 'same' });
    await pass(EVERY_MS);
    expect(old.map((one) => one.answer.kind)).toEqual(['text', 'same']);

    // A newcomer that has nothing hears it, and asks for itself.
    const late = open({ question: 'q', random: () => 1 });
    answer = async () => text('b');
    new FakeChannel(`stallcast:polled:1:q`).postMessage({
      type: 'answer',
      answer: { kind: 'same' },
      at: Date.now(),
      mark: markOf('a'),
    });
    [...FakeChannel.open].at(-1)?.close();
    await pass(300);
    expect(late.map((one) => one.answer)).toEqual([text('b')]);
  });

  it('let no older answer follow a newer one', async () => {
    const heard = open({ question: 'q' });
    await pass(1);
    const channel = new FakeChannel('stallcast:polled:1:q');
    const at = Date.now();
    channel.postMessage({ type: 'answer', answer: text('new'), at: at + 10, mark: null });
    channel.postMessage({ type: 'answer', answer: text('old'), at: at + 5, mark: null });
    channel.postMessage({ type: 'answer', answer: { kind: 'text', text: 5 }, at: at + 20, mark: null });
    channel.postMessage('junk');
    await pass(1);
    channel.close();
    expect(heard.map((one) => one.answer)).toEqual([text('a'), text('new')]);
  });
});
