import { AdapterError, type Adapter, type Sink, type Stop } from '@stallcast/protocol';
import { markOf, type Answer } from './answer.js';
import { createDiffer, type Differ } from './differ.js';
import { createEpoch } from './epoch.js';
import { startPoller, type Heard, type Poller } from './poller.js';
import type { StallReading } from './stall-reading.js';

/** The fewest ms between two questions, whatever an address asks for. */
export const MIN_INTERVAL_MS = 5_000;
/** How many faults of one reading are told one by one. */
const MAX_TOLD = 10;

/** What a text says, and one sentence for each part of it that was left out. */
export interface Read {
  reading: StallReading;
  faults: readonly string[];
}

/** A source that is asked again and again, and says everything each time. */
export interface PolledSource {
  /** For people, in faults: never with a key in it. */
  name: string;
  /** What pages that ask the same have in common; a key may be in it. Null: this page asks for itself. */
  question: string | null;
  /** Not less than 5 s. */
  intervalMs: number;
  /** @default 'main' */
  room?: string;
  /** Begins to ask for one reader. */
  open(): (signal: AbortSignal) => Promise<Answer>;
  /**
   * Reads an answer. Throws an `AdapterError` for one that is not to be used at all.
   *
   * `before` is the text that was used last; `isRepeated` says that this one was refused just before, and has come again.
   */
  read(text: string, before: string | null, isRepeated: boolean): Read;
}

/** @internal For tests. */
export interface PolledInternals {
  epoch?: () => string;
  random?: () => number;
  /** How much faster than life it asks and waits; no connection string can say so. @default 1 */
  speed?: number;
}

/**
 * Makes an adapter of a source that is polled.
 *
 * It numbers its own log: each start is an epoch, each reading that says something new is one change. It asks no more often than
 * every five seconds, once for all pages of this browser that ask the same, and not while the page is hidden.
 */
export function polledAdapter(source: PolledSource, internals: PolledInternals = {}): Adapter {
  const intervalMs = Math.max(MIN_INTERVAL_MS, source.intervalMs);
  return {
    name: source.name,
    silenceMs: (2 * intervalMs + 5_000) / (internals.speed ?? 1),
    start(sink) {
      const session = new Session(source, sink, (internals.epoch ?? createEpoch)());
      return session.start(intervalMs, internals);
    },
  };
}

/** From one start to its stop. */
class Session {
  readonly #source: PolledSource;
  readonly #sink: Sink;
  readonly #epoch: string;
  readonly #differ: Differ;
  #offset = 0;
  /** The text that is shown, and the one that was refused last. */
  #used: string | null = null;
  #refused: string | null = null;
  #told: ReadonlySet<string> = new Set();

  constructor(source: PolledSource, sink: Sink, epoch: string) {
    this.#source = source;
    this.#sink = sink;
    this.#epoch = epoch;
    this.#differ = createDiffer({ stall: 'stall', epoch, room: source.room ?? 'main' });
  }

  start(intervalMs: number, { random, speed }: PolledInternals): Stop {
    let stopped = false;
    const poller: Poller = startPoller({
      ask: this.#source.open(),
      take: (heard) => {
        if (!stopped) guard(() => this.#take(heard));
      },
      intervalMs,
      question: this.#source.question === null ? null : markOf(this.#source.question),
      ...(random ? { random } : {}),
      ...(speed ? { speed } : {}),
    });
    return () => {
      stopped = true;
      poller.stop();
    };
  }

  #take({ answer, at }: Heard): void {
    switch (answer.kind) {
      case 'failed':
        return this.#tell(new Map([[answer.message, answer.code]]));
      case 'same':
        // The same text as one that was refused is no sign of life.
        return this.#refused === null ? this.#live() : this.#read(this.#refused, at);
      case 'text':
        return answer.text === this.#used ? this.#again() : this.#read(answer.text, at);
    }
  }

  #again(): void {
    this.#refused = null;
    this.#live();
  }

  #live(): void {
    if (this.#offset === 0) return;
    this.#sink.alive({ epoch: this.#epoch, offset: this.#offset }, new Date().toISOString());
  }

  #read(text: string, at: number): void {
    let read: Read;
    try {
      read = this.#source.read(text, this.#used, text === this.#refused);
    } catch (error) {
      this.#refused = text;
      const { code, message } = error instanceof AdapterError ? error : UNREADABLE;
      return this.#tell(new Map([[message, code]]));
    }
    this.#used = text;
    this.#refused = null;
    const difference = this.#differ.take(read.reading, at, Date.now());
    if (difference.type === 'snapshot') {
      this.#offset = difference.snapshot.offset;
      this.#sink.snapshot(difference.snapshot);
    } else if (difference.type === 'change') {
      this.#offset = difference.change.offset;
      this.#sink.change(difference.change);
    } else this.#live();

    const { faults } = read;
    const more = faults.length - MAX_TOLD;
    const rest = `还有 ${more} 处读不懂。 / ${more} more places could not be read.`;
    const told = more > 0 ? [...faults.slice(0, MAX_TOLD), rest] : faults;
    this.#tell(new Map(told.map((message) => [message, 'bad-message'])));
  }

  /** Says what is wrong when it begins, not at every question. */
  #tell(faults: ReadonlyMap<string, string>): void {
    const before = this.#told;
    this.#told = new Set(faults.keys());
    for (const [message, code] of faults)
      if (!before.has(message)) guard(() => this.#sink.fault(new AdapterError(code, message)));
  }
}

const UNREADABLE = {
  code: 'bad-answer',
  message:
    '读不懂对方的回答，没有采用，会自己再试。 / Expected an answer that can be read, got another: it was not used, and is asked for again.',
};

/** A sink that throws costs its own update, not the next question. */
function guard(deliver: () => void): void {
  try {
    deliver();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
