import type { Command } from '@stallcast/protocol';
import type { SentCommand, Stage } from './sent-command.js';

const STAGES: readonly Stage[] = ['waiting', 'accepted', 'done', 'refused'];

/** Reads what an earlier version kept in local storage; anything that is not a command of this deck is left out. */
export function readKeptCommands(text: string | null): readonly SentCommand[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSentCommand) : [];
  } catch {
    return [];
  }
}

/** Whether this is a step as an outbox keeps it. */
export function isSentCommand(value: unknown): value is SentCommand {
  if (typeof value !== 'object' || value === null) return false;
  const { command, at, stage, unanswered } = value as Partial<Record<keyof SentCommand, unknown>>;
  return (
    typeof at === 'number' && typeof unanswered === 'number' && STAGES.includes(stage as Stage) && isCommand(command)
  );
}

function isCommand(value: unknown): value is Command {
  if (typeof value !== 'object' || value === null) return false;
  const { id, type } = value as Partial<Record<keyof Command, unknown>>;
  return typeof id === 'string' && typeof type === 'string';
}
