import {
  AdapterError,
  createFold,
  type Adapter,
  type Change,
  type Position,
  type Sink,
  type Snapshot,
  type StallState,
} from '@stallcast/protocol';
import { exampleState } from './example-state.js';
import { withVersion, type UnversionedPut } from './put.js';

/** How a fake adapter differs from the usual one. */
export interface FakeAdapterOptions {
  /** @default 'orchard' */
  stall?: string;
  /** @default 9000 */
  silenceMs?: number;
  /** Sends a ping every so many ms while it runs, for pages that stay open; without it only `ping()` does. */
  pingEveryMs?: number;
  /** The server's clock, ms. @default Date.now */
  now?: () => number;
}

/** An adapter that a test plays by hand: what is called here is what the store hears. */
export interface FakeAdapter {
  readonly adapter: Adapter;
  /** Whether somebody listens. */
  readonly running: boolean;
  /** How often it was started. */
  readonly starts: number;
  /** Where its log stands. */
  readonly position: Position;
  /** Replaces everything; without a state by `exampleState()`. Given before the start, it is delivered at the start. */
  snapshot(state?: StallState): Snapshot;
  /** Appends one change with these puts; versions are filled in. */
  change(puts: readonly UnversionedPut[]): Change;
  /** Gives a sign of life. */
  ping(): void;
  /** Tells that something went wrong; without an error that the relay cannot be reached. */
  fault(error?: AdapterError): void;
  /** Says nothing any more, as a line that dropped: what is called meanwhile is lost. */
  silence(): void;
  /** Speaks again, with the snapshot that a real adapter would have asked for. */
  resume(): void;
}

/**
 * Creates an adapter for tests of stores and widgets, without a connection and without a clock of its own.
 *
 * Its log begins at offset 0 and every call counts one further, so that versions rise as a relay's do.
 */
export function createFakeAdapter(options: FakeAdapterOptions = {}): FakeAdapter {
  const { stall = 'orchard', silenceMs = 9_000, pingEveryMs, now = Date.now } = options;
  const epoch = '01JZ0000000000000000000000';
  const at = () => new Date(now()).toISOString();
  // What was told so far, for whoever starts later or comes back.
  const told = createFold();

  let sink: Sink | null = null;
  let silent = false;
  let offset = 0;
  let starts = 0;

  const deliver = (tell: (sink: Sink) => void) => {
    if (sink && !silent) tell(sink);
  };
  const position = (): Position => ({ epoch, offset });
  const ping = () => deliver((to) => to.alive(position(), at()));
  const repeat = () => {
    if (told.position) deliver((to) => to.snapshot({ stall, epoch, offset, at: at(), state: told.state() }));
  };

  const adapter: Adapter = {
    name: 'fake',
    silenceMs,
    start(to) {
      sink = to;
      starts += 1;
      repeat();
      const timer = pingEveryMs === undefined ? undefined : setInterval(ping, pingEveryMs);
      return () => {
        clearInterval(timer);
        if (sink === to) sink = null;
      };
    },
  };

  return {
    adapter,
    get running() {
      return sink !== null;
    },
    get starts() {
      return starts;
    },
    get position() {
      return position();
    },
    snapshot(state = exampleState()) {
      offset += 1;
      const snapshot: Snapshot = { stall, epoch, offset, at: at(), state };
      told.snapshot(snapshot);
      deliver((to) => to.snapshot(snapshot));
      return snapshot;
    },
    change(puts) {
      const prev = offset;
      offset += 1;
      const change: Change = { stall, epoch, prev, offset, at: at(), puts: withVersion(puts, offset) };
      told.change(change);
      deliver((to) => to.change(change));
      return change;
    },
    ping,
    fault(error = new AdapterError('unreachable', 'Expected an answer from the relay, got none: is it running?')) {
      deliver((to) => to.fault(error));
    },
    silence() {
      silent = true;
    },
    resume() {
      silent = false;
      repeat();
    },
  };
}
