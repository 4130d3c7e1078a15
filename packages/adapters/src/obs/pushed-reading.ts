import type { Frame, Position } from '@stallcast/protocol';

/** What a frame is to a reader that can ask nobody. */
export type Verdict =
  /** It goes to the sink. */
  | 'deliver'
  /** A sign of life at just the position that the reader has. */
  | 'alive'
  /** It brings nothing that is not there. */
  | 'ignore'
  /** Something is missing: what is shown grows stale until the next snapshot. */
  | 'gap'
  /** Of another life of the log, older than the one that is shown. */
  | 'older-life';

/** Follows one stall's log by what is pushed. */
export interface PushedReading {
  readonly have: Position | null;
  read(frame: Frame): Verdict;
}

/**
 * Creates a reading that has nothing.
 *
 * A snapshot of a later position replaces; one of an earlier position in the same epoch does so when it comes twice in a row,
 * since then its sender really stands there. Nothing else heals a gap. An older epoch never replaces a newer one.
 */
export function createPushedReading(): PushedReading {
  let have: Position | null = null;
  /** The earlier snapshot that came last. */
  let earlier: number | null = null;

  const take = ({ epoch, offset }: Position): Verdict => {
    have = { epoch, offset };
    earlier = null;
    return 'deliver';
  };

  return {
    get have() {
      return have;
    },

    read(frame) {
      if (!have) return frame.type === 'snapshot' ? take(frame) : 'ignore';
      if (frame.epoch < have.epoch) return 'older-life';
      if (frame.epoch > have.epoch) return frame.type === 'snapshot' ? take(frame) : 'gap';
      switch (frame.type) {
        case 'snapshot': {
          if (frame.offset > have.offset) return take(frame);
          if (frame.offset === have.offset) {
            earlier = null;
            return 'alive';
          }
          const isRepeated = earlier === frame.offset;
          earlier = frame.offset;
          return isRepeated ? take(frame) : 'ignore';
        }
        case 'change':
          if (frame.offset <= have.offset) return 'ignore';
          return frame.prev > have.offset ? 'gap' : take(frame);
        case 'ping':
          return frame.offset === have.offset ? 'alive' : frame.offset > have.offset ? 'gap' : 'ignore';
      }
    },
  };
}
