import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LineListener } from './line.js';
import { socketLines } from './socket-line.js';

const ADDRESS = { url: 'http://127.0.0.1:1/stalls/orchard' };
const TRIES_BEFORE = 4;

/** A socket that does what it is told. */
class ToldSocket {
  static made: ToldSocket[] = [];
  onopen: (() => void) | null = null;
  onmessage: unknown = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: unknown = null;
  readonly send = vi.fn();
  readonly close = vi.fn();
  constructor() {
    ToldSocket.made.push(this);
  }
}

interface Question {
  url: string;
  signal: AbortSignal;
  answer(ok?: boolean): void;
  fail(): void;
}

let questions: Question[];

beforeEach(() => {
  ToldSocket.made = [];
  questions = [];
  vi.stubGlobal('document', {});
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    return new Promise((resolve, reject) => {
      questions.push({
        url,
        signal,
        answer: (ok = true) => resolve({ ok }),
        fail: () => reject(new TypeError('refused')),
      });
    });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function setup() {
  // The failures are counted by the kind of socket: each test has its own.
  const open = socketLines(class extends ToldSocket {} as unknown as typeof WebSocket);
  const listener = { opened: vi.fn(), message: vi.fn(), lost: vi.fn() } satisfies LineListener;
  const fail = () => {
    open(ADDRESS, null, listener);
    ToldSocket.made.at(-1)?.onclose?.({ code: 1006 });
  };
  for (let attempt = 0; attempt < TRIES_BEFORE; attempt += 1) fail();
  listener.lost.mockClear();
  return { open, listener };
}

describe('sockets of a page that failed again and again', () => {
  it('wait for an answer of the relay, of which nothing is kept', async () => {
    const { open, listener } = setup();
    open(ADDRESS, null, listener);
    expect(questions.map(({ url }) => url)).toEqual(['http://127.0.0.1:1/healthz']);
    expect(ToldSocket.made).toHaveLength(TRIES_BEFORE);
    questions[0]?.answer();
    await vi.waitFor(() => expect(ToldSocket.made).toHaveLength(TRIES_BEFORE + 1));
    expect(questions[0]?.signal.aborted).toBe(true);
    expect(listener.lost).not.toHaveBeenCalled();
  });

  it('are not made while nobody answers', async () => {
    const { open, listener } = setup();
    open(ADDRESS, null, listener);
    questions[0]?.fail();
    await vi.waitFor(() => expect(listener.lost).toHaveBeenCalledOnce());
    expect(listener.lost.mock.calls[0]?.[0]).toMatchObject({ code: 'unreachable' });
    expect(ToldSocket.made).toHaveLength(TRIES_BEFORE);
  });

  it('are not made while a proxy answers that it is away', async () => {
    const { open, listener } = setup();
    open(ADDRESS, null, listener);
    questions[0]?.answer(false);
    await vi.waitFor(() => expect(listener.lost).toHaveBeenCalledOnce());
    expect(questions[0]?.signal.aborted).toBe(true);
    expect(ToldSocket.made).toHaveLength(TRIES_BEFORE);
  });

  it('are not made any more once the line is closed', async () => {
    const { open, listener } = setup();
    open(ADDRESS, null, listener).close();
    expect(questions[0]?.signal.aborted).toBe(true);
    questions[0]?.answer();
    await Promise.resolve();
    expect(ToldSocket.made).toHaveLength(TRIES_BEFORE);
    expect(listener.lost).not.toHaveBeenCalled();
  });

  it('are made at once again after one that opened', () => {
    const { open, listener } = setup();
    open(ADDRESS, null, listener);
    questions[0]?.answer();
    return vi
      .waitFor(() => expect(ToldSocket.made).toHaveLength(TRIES_BEFORE + 1))
      .then(() => {
        ToldSocket.made.at(-1)?.onopen?.();
        open(ADDRESS, null, listener);
        expect(questions).toHaveLength(1);
        expect(ToldSocket.made).toHaveLength(TRIES_BEFORE + 2);
      });
  });
});
