import type { Adapter, Position } from '@stallcast/protocol';
import type { AdapterHarness } from '@stallcast/testing';
import { vi } from 'vitest';
import type { PolledInternals } from './polled-adapter.js';

/** What a fake http server plays: the content in versions, each of which is news. */
export interface PolledPlay {
  /** The adapter, over this fetch, asking every five seconds for itself alone. */
  create(internals: PolledInternals & { fetch: typeof fetch; alone: true }): Adapter;
  /** The body of the n-th version. */
  body(version: number): string;
  /** Something that cannot be read, in part. */
  garbled(version: number): string;
  secret?: string;
}

const EVERY_MS = 5_000;

/** Plays a server to a polled adapter under fake timers. */
export function createPolledHarness({ create, body, garbled, secret }: PolledPlay): AdapterHarness {
  vi.useFakeTimers();
  let version = 1;
  let mode: 'hold' | 'serve' | 'garble' | 'down' = 'hold';
  /** Versions that were given out, one after the other. */
  let served = 0;
  let last = 0;
  let connections = 0;

  const answer = (): Response => {
    if (mode === 'down') throw new TypeError('Failed to fetch');
    if (version !== last) [served, last] = [served + 1, version];
    return new Response(mode === 'garble' ? garbled(version) : body(version));
  };
  const fetchIt = (_: unknown, init?: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      connections += 1;
      const done = (settle: () => void) => {
        connections -= 1;
        init?.signal?.removeEventListener('abort', abort);
        settle();
      };
      const abort = () => done(() => reject(new DOMException('aborted', 'AbortError')));
      init?.signal?.addEventListener('abort', abort);
      if (mode === 'hold') return;
      setTimeout(() => {
        if (init?.signal?.aborted) return;
        done(() => {
          try {
            resolve(answer());
          } catch (error) {
            reject(error as Error);
          }
        });
      }, 30);
    });
  const turn = () => vi.advanceTimersByTimeAsync(EVERY_MS + 100);

  return {
    adapter: create({ epoch: () => 'E', random: () => 0, fetch: fetchIt as typeof fetch, alone: true }),
    truth: (): Position => ({ epoch: 'E', offset: served }),
    async open() {
      mode = 'serve';
      await vi.advanceTimersByTimeAsync(20_000);
    },
    async append() {
      version += 1;
      await turn();
    },
    async garble() {
      mode = 'garble';
      version += 1;
      await turn();
      mode = 'serve';
    },
    interrupt: () => void (mode = 'down'),
    restore: () => void (mode = 'serve'),
    connections: () => connections,
    settle: async () => void (await vi.advanceTimersByTimeAsync(20_000)),
    release: () => void vi.useRealTimers(),
    ...(secret === undefined ? {} : { secret }),
  };
}
