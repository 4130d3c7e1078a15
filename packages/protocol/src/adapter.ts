import type { Change, Position, Snapshot } from './frame.js';

/**
 * Brings a stall's data to a store. Verbs in, cleanup out.
 *
 * Promises: the snapshot comes first; changes come in order and without gaps; after `stop()` nothing more is delivered
 * and no connection is left; whatever goes wrong is told by `fault` and tried again, for ever.
 */
export interface Adapter {
  /** For people: in `doctor` and in faults. */
  readonly name: string;
  /** When silence means stale, in ms: 9,000 for the relay, twice the interval plus 5 s for what is polled. */
  readonly silenceMs: number;
  /** The origin that pictures with a path such as `/pictures/peach.svg` come from. Without it: the page's own. */
  readonly pictureOrigin?: string | undefined;
  start(sink: Sink): Stop;
}

/** Where an adapter delivers. */
export interface Sink {
  /** Replaces everything. */
  snapshot(snapshot: Snapshot): void;
  /** In order, without gaps. */
  change(change: Change): void;
  /** Heard from, nothing new. `at` is the server's time, ISO 8601, where it is known. */
  alive(position: Position, at?: string): void;
  /** Informs only; the adapter keeps trying. */
  fault(error: AdapterError): void;
}

export type Stop = () => void;

/** What went wrong in an adapter: one sentence for people, a code for programs. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';

  constructor(
    /** Kebab-case: `unreachable`, `refused-key`, `not-found`, `bad-message`, `silent`, `bad-answer`, `gone`. */
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options as ErrorOptions);
  }
}
