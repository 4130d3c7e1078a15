import type { Command, Position } from '@stallcast/protocol';
import type { Sentence } from '../../words/language.js';

/*
 *              answer: yes            its change is seen
 *   waiting ───────────────▶ accepted ─────────────────▶ done
 *      │ ▲ no answer: later
 *      │ └─────┘
 *      ├───────────────▶ refused   (answer: no, with a sentence; or held: then a press sends it all the same)
 *      └───────────────▶ gone      (dropped by the operator before it was sent)
 */
export type Stage = 'waiting' | 'accepted' | 'done' | 'refused';

/** One command of this deck and how far it got. */
export interface SentCommand {
  readonly command: Command;
  /** When the operator gave it, ms by this device's clock. */
  readonly at: number;
  readonly stage: Stage;
  /** Where it stands in the log, once accepted. */
  readonly position?: Position;
  /** Why it was refused. */
  readonly message?: Sentence;
  /** The title of the product that it is about, for when that is gone. */
  readonly title?: string;
  /** Tries that got no answer. */
  readonly unanswered: number;
  /** It outlives this page. Until then nobody is told that it does. */
  readonly isKept?: boolean;
  /** It was not sent unasked, since it is old, or not done, since it would overwrite what somebody else did; a press sends it all the same. */
  readonly isHeld?: boolean;
  /** Who gave it, where that was not this device; empty for one without a name. */
  readonly by?: string;
  /** It was refused, since somebody else has set the same: the position that a step has to name as seen to be done all the same. */
  readonly overtakenAt?: string;
}
