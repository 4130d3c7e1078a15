import type { SentCommand } from './sent-command.js';

/** Whether what waits finds no answer. Steps go one after another: those behind the first one wait for the line as well. */
export function isHeldUp(commands: readonly SentCommand[]): boolean {
  return commands.some(({ stage, unanswered }) => stage === 'waiting' && unanswered > 0);
}
