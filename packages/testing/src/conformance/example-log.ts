import {
  createFold,
  type Change,
  type Frame,
  type Position,
  type Snapshot,
  type StallState,
} from '@stallcast/protocol';
import { exampleOrder, exampleState, exampleStock, exampleTotals, yuan } from '../fakes/example-state.js';
import { put, withVersion, type UnversionedPut } from '../fakes/put.js';

/** A stall's log as a relay keeps it, for tests of whatever reads one. */
export interface ExampleLog {
  readonly position: Position;
  readonly state: StallState;
  snapshot(): Snapshot;
  /** Appends a change: with these puts, else an order for peaches and the stock that it takes. */
  append(puts?: readonly UnversionedPut[]): Change;
  /** What a relay sends first to a reader at a position: the history, or a snapshot. A ping follows. */
  answer(from: Position | null): Frame[];
  ping(): Frame;
  /** Begins a new life of the log, as after the database was replaced: everything before is unknown to it. */
  startOver(): void;
  /** Tells of each change, after it is appended; returns what ends that. */
  subscribe(listener: (change: Change) => void): () => void;
}

const FIRST_EPOCH = 1;
const STALL = 'peaches';

/** Creates a log that stands at offset 1 with the example state. */
export function createExampleLog({ now = () => Date.now() }: { now?: () => number } = {}): ExampleLog {
  const listeners = new Set<(change: Change) => void>();
  const fold = createFold();
  let history: Change[] = [];
  let life = FIRST_EPOCH;
  let oldest = 1;
  let sold = 0;

  const at = () => new Date(now()).toISOString();
  const epoch = () => `01JZ${String(life).padStart(22, '0')}`;
  const position = (): Position => fold.position ?? { epoch: epoch(), offset: 0 };
  const snapshot = (): Snapshot => ({ stall: STALL, ...position(), at: at(), state: fold.state() });
  const begin = () => {
    history = [];
    oldest = 1;
    fold.snapshot({ stall: STALL, epoch: epoch(), offset: 1, at: at(), state: exampleState() });
  };
  begin();

  const log: ExampleLog = {
    get position() {
      return position();
    },
    get state() {
      return fold.state();
    },
    snapshot,
    append(puts = sale((sold += 1), position().offset + 1)) {
      const { offset: prev } = position();
      const change: Change = {
        stall: STALL,
        epoch: epoch(),
        prev,
        offset: prev + 1,
        at: at(),
        puts: withVersion(puts, prev + 1),
      };
      fold.change(change);
      history.push(change);
      for (const listener of [...listeners]) listener(change);
      return change;
    },
    answer(from) {
      const { offset } = position();
      const known = from !== null && from.epoch === epoch() && from.offset >= oldest && from.offset <= offset;
      if (!known) return [{ v: 1, type: 'snapshot', ...snapshot() }];
      return history
        .filter((change) => change.offset > from.offset)
        .map((change) => ({ v: 1, type: 'change', ...change }));
    },
    ping() {
      const { offset } = position();
      return { v: 1, type: 'ping', stall: STALL, epoch: epoch(), prev: offset, offset, at: at() };
    },
    startOver() {
      life += 1;
      begin();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return log;
}

function sale(count: number, seq: number): UnversionedPut[] {
  const minor = 3_990 * count;
  const totals = exampleTotals({
    gross: yuan(minor),
    net: yuan(minor),
    paidOrders: count,
    netOrders: count,
    units: count,
  });
  return [
    put('order', exampleOrder({ seq, orderId: String(9_000 + seq) })),
    put('stock', exampleStock({ onHand: 186, sold: count })),
    put('totals', totals),
    put('totals', totals, 'main'),
  ];
}
