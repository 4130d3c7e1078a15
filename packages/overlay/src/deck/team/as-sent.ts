import type { SentCommand } from '../outbox/sent-command.js';
import type { TeamStep } from './follow-team.js';

/** A step of somebody else as one that was sent and done. */
export function asSent({ command, at, by }: TeamStep): SentCommand {
  return { command, at, by, stage: 'done', unanswered: 0 };
}
