import type { Command, Position } from '@stallcast/protocol';
import type { Sentence } from '../../words/language.js';

/**
 * Carries commands to the ledger, wherever it is.
 *
 * A command has an id of its own, so one that got no answer is sent again as it is: the ledger does it once.
 */
export interface CommandSender {
  /** Resolves with the ledger's answer; rejects with `UnansweredError` when none came. */
  send(command: Command): Promise<CommandAnswer>;
  close(): void;
}

/** What the ledger said: where the command stands in the log, or one sentence on why it was refused. */
export type CommandAnswer =
  | { ok: true; position: Position }
  | {
      ok: false;
      status: number;
      message: Sentence;
      /** Somebody else has set the same unseen: what a command has to name as seen to be done all the same. */
      overtakenAt?: string;
    };

/** No answer came; the command may or may not have been done. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError';
}
