import type { Frame, Position } from '@stallcast/protocol';

/** What a frame is to a reader. */
export type Verdict =
  /** It goes to the sink. */
  | 'deliver'
  /** A sign of life at just the position that the reader has. */
  | 'alive'
  /** It brings nothing that is not there. */
  | 'ignore'
  /** Something is missing: ask again. */
  | 'gap';

/** Follows one stall's log over one connection after the other. */
export interface Reading {
  readonly have: Position | null;
  /** Whether this connection has brought news. */
  readonly moved: boolean;
  /**
   * Begins a connection; returns the position to ask from, null to ask for a snapshot.
   *
   * A `shared` line begins in the middle of another page's: no snapshot on it is an answer, and its first ping is like any.
   */
  ask(shared?: boolean): Position | null;
  read(frame: Frame): Verdict;
}

/**
 * Creates a reading that has nothing.
 *
 * The rules: at `have`, a change with `prev ≤ have < offset` is applied and one with `offset ≤ have` ignored; `prev > have`, a ping
 * that announces something else than was received, and a newer epoch are gaps. The snapshot that answers the own request always
 * replaces; any other only with something newer. A gap that a request did not close is closed by a snapshot.
 */
export function createReading(): Reading {
  let have: Position | null = null;
  /** The answer that this connection owes. */
  let owed: 'snapshot' | 'history' | null = null;
  let moved = false;
  /** The last request brought nothing and left a gap. */
  let stuck = false;
  let pings = 0;

  const gap = (): Verdict => {
    stuck = !moved;
    return 'gap';
  };
  const take = ({ epoch, offset }: Position): Verdict => {
    have = { epoch, offset };
    owed = null;
    moved = true;
    stuck = false;
    return 'deliver';
  };

  return {
    get have() {
      return have;
    },
    get moved() {
      return moved;
    },

    ask(shared) {
      const from = stuck ? null : have;
      owed = shared ? null : from ? 'history' : 'snapshot';
      moved = false;
      pings = 0;
      return from;
    },

    read(frame) {
      switch (frame.type) {
        case 'snapshot':
          return owed !== null || !have || isNewer(frame, have) ? take(frame) : 'ignore';

        case 'change':
          // Without the snapshot that is on its way nothing can be applied; it will hold this change.
          if (!have || owed === 'snapshot') return 'ignore';
          if (frame.epoch !== have.epoch) return frame.epoch < have.epoch ? 'ignore' : gap();
          if (frame.offset <= have.offset) return 'ignore';
          return frame.prev > have.offset ? gap() : take(frame);

        case 'ping':
          pings += 1;
          if (have && owed !== 'snapshot' && frame.epoch === have.epoch && frame.offset === have.offset) {
            owed = null;
            return 'alive';
          }
          // The first may be sent before the answer to the request, which is then right behind it.
          return owed !== null && pings === 1 ? 'ignore' : gap();
      }
    },
  };
}

function isNewer(a: Position, b: Position): boolean {
  return a.epoch === b.epoch ? a.offset > b.offset : a.epoch > b.epoch;
}
