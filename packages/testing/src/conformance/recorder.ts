import {
  createFold,
  type AdapterError,
  type Change,
  type Position,
  type Sink,
  type Snapshot,
  type StallState,
} from '@stallcast/protocol';

/** One thing that an adapter delivered. */
export type Delivery =
  | { type: 'snapshot'; snapshot: Snapshot }
  | { type: 'change'; change: Change }
  | { type: 'alive'; position: Position; at: string | undefined }
  | { type: 'fault'; error: AdapterError };

/** A sink that keeps what it hears, folds it, and watches the adapter's promises. */
export interface Recorder {
  readonly sink: Sink;
  readonly deliveries: readonly Delivery[];
  readonly faults: readonly AdapterError[];
  /** Where the folded state stands; null before the first snapshot. */
  readonly position: Position | null;
  readonly state: StallState;
  /** One sentence for each promise that was broken. */
  readonly violations: readonly string[];
  /** From here on any delivery breaks a promise. */
  stopped(): void;
}

/** Creates a recorder for one start of an adapter. */
export function createRecorder(): Recorder {
  const fold = createFold();
  const deliveries: Delivery[] = [];
  const faults: AdapterError[] = [];
  const violations: string[] = [];
  let over = false;

  const record = (delivery: Delivery) => {
    deliveries.push(delivery);
    if (over) violations.push(`A ${delivery.type} was delivered after the stop.`);
  };
  const words = (position: Position | null) => (position ? `${position.epoch}.${position.offset}` : 'nothing');

  const sink: Sink = {
    snapshot(snapshot) {
      record({ type: 'snapshot', snapshot });
      fold.snapshot(snapshot);
    },
    change(change) {
      record({ type: 'change', change });
      const before = words(fold.position);
      const outcome = fold.change(change);
      if (typeof outcome === 'string') {
        const place = `${change.epoch}.${change.prev} to ${change.offset}`;
        violations.push(
          `A change from ${place} was delivered at ${before}: to a store it is ${outcome === 'gap' ? 'a gap' : 'nothing new'}.`,
        );
      }
    },
    alive(position, at) {
      record({ type: 'alive', position: { ...position }, at });
      const here = fold.position;
      if (!here || here.epoch !== position.epoch || here.offset !== position.offset) {
        violations.push(`A sign of life at ${words(position)} was delivered at ${words(here)}.`);
      }
    },
    fault(error) {
      record({ type: 'fault', error });
      faults.push(error);
      if (!/^[a-z]+(-[a-z]+)*$/.test(error.code))
        violations.push(`The fault’s code “${error.code}” is not in kebab-case.`);
      if (!/^\S.{9,398}[.!?]$/s.test(error.message))
        violations.push(`The fault “${error.message}” is not a sentence of at most 400 characters.`);
    },
  };

  return {
    sink,
    deliveries,
    faults,
    get position() {
      return fold.position;
    },
    get state() {
      return fold.state();
    },
    violations,
    stopped() {
      over = true;
    },
  };
}
