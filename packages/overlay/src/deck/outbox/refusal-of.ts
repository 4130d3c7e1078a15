import type { CommandAnswer } from '../command-sender/command-sender.js';
import type { SentCommand } from './sent-command.js';

/** What a refusal makes of a step: one that somebody else was faster than is held, for the operator to decide. */
export function refusalOf({
  message,
  overtakenAt,
}: Extract<CommandAnswer, { ok: false }>): Pick<SentCommand, 'message' | 'isHeld' | 'overtakenAt'> {
  return { message, ...(overtakenAt !== undefined && { isHeld: true, overtakenAt }) };
}
