import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Programs } from './build-processes.js';
import { talkTo } from './talk.js';
import type { Target } from './viewer.js';

/** Viewers in two processes: one would itself be what is waited for. */
const PROCESSES = 2;

/** What viewers have received. */
export interface Received {
  /** From each change to each receipt, ms. */
  delays: number[];
  /** Of the messages that told changes, without what frames them. */
  bytes: number;
}

/** When viewers were level again; ms, on the clock of `sharedNow`. */
export interface Recovered {
  count: number;
  levelAt: number[];
  startedAt: number[];
}

/** Many viewers of one server. */
export class Crowd {
  readonly #children: ChildProcess[];
  readonly #ask: ReturnType<typeof talkTo>[];
  #size = 0;

  constructor(programs: Programs) {
    this.#children = Array.from({ length: PROCESSES }, () =>
      fork(programs.path('viewers'), [], { serialization: 'advanced', execArgv: ['--max-semi-space-size=64'] }),
    );
    this.#ask = this.#children.map(talkTo);
  }

  get size(): number {
    return this.#size;
  }

  /** Adds viewers until there are so many; how many there are, which is fewer where the time was up. */
  async grow(target: Target, size: number, timeoutMs: number): Promise<number> {
    const more = size - this.#size;
    const sizes = await this.#each<number>('connect', (i) => ({
      target,
      count: Math.floor(more / PROCESSES) + (i < more % PROCESSES ? 1 : 0),
      net: i + 1,
      timeoutMs,
    }));
    this.#size = sizes.reduce((sum, one) => sum + one, 0);
    return this.#size;
  }

  async begin(): Promise<void> {
    await this.#each('begin');
  }

  /** What came since `begin`, once each viewer had so many messages or the time is up. `silent`: so many do not read. */
  async received(messages: number, timeoutMs: number, silent = 0): Promise<Received> {
    const found = await this.#each<{ delays: Float64Array; bytes: number }>('received', () => ({
      messages: (messages * (this.#size - silent)) / PROCESSES,
      timeoutMs,
    }));
    return {
      delays: found.flatMap(({ delays }) => Array.from(delays, (ns) => ns / 1e6)),
      bytes: found.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  /** So many stop reading. */
  async stop(count: number): Promise<void> {
    await this.#each('stop', () => ({ count: count / PROCESSES }));
  }

  async comeBack(): Promise<void> {
    await this.#each('comeBack');
  }

  async recovered(aim: number, timeoutMs: number): Promise<Recovered> {
    const found = await this.#each<{ count: number; levelAt: Float64Array; startedAt: Float64Array }>(
      'recovered',
      () => ({ aim, timeoutMs }),
    );
    const all = (key: 'levelAt' | 'startedAt') => found.flatMap((one) => Array.from(one[key], (ns) => ns / 1e6));
    return {
      count: found.reduce((sum, { count }) => sum + count, 0),
      levelAt: all('levelAt'),
      startedAt: all('startedAt'),
    };
  }

  /** Hangs up. */
  async disperse(): Promise<void> {
    await this.#each('close');
    this.#size = 0;
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#children.map(async (child) => {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }),
    );
  }

  #each<T>(name: string, value: (index: number) => unknown = () => undefined): Promise<T[]> {
    return Promise.all(this.#ask.map((ask, index) => ask<T>(name, value(index))));
  }
}
