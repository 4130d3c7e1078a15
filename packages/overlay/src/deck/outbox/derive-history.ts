import type { CommandType } from '@stallcast/protocol';
import type { SentCommand } from './sent-command.js';

/** One line of the history: a step of the operator, with what became of it. */
export interface HistoryEntry {
  sent: SentCommand;
  /** The step's effect is taken back at present. */
  undone: boolean;
  /** The command that a press on undo (or redo) would name; null where there is nothing to press. */
  undoId: string | null;
  /** An undo of this step that was refused. */
  refusedUndo: SentCommand | null;
}

/** Steps that the ledger cannot take back, or that have a key of their own for it. */
const FINAL: ReadonlySet<CommandType> = new Set(['panic', 'record-order', 'cancel-order', 'undo']);

/**
 * Derives the history, newest first. An undo is no line of its own: it changes the line of the step that it undoes,
 * and an undo of that undo changes it back.
 */
export function deriveHistory(commands: readonly SentCommand[]): HistoryEntry[] {
  const undosOf = (id: string): SentCommand[] =>
    commands.filter(({ command }) => command.type === 'undo' && command.commandId === id);
  const known = new Set(commands.map(({ command }) => command.id));

  /** The last link of the chain step ← undo ← undo of the undo, and whether the step stands undone. */
  const follow = (id: string, undone: boolean): { last: string; undone: boolean; refused: SentCommand | null } => {
    const undos = undosOf(id);
    const taken = undos.find(({ stage }) => stage !== 'refused');
    if (taken) return follow(taken.command.id, !undone);
    return { last: id, undone, refused: undos.find(({ stage }) => stage === 'refused') ?? null };
  };

  return commands
    .filter(({ command }) => command.type !== 'undo' || !known.has(command.commandId))
    .map((sent) => {
      const { last, undone, refused } = follow(sent.command.id, false);
      const stage = commands.find(({ command }) => command.id === last)?.stage;
      const final = FINAL.has(sent.command.type);
      const settled = stage === 'done' || stage === 'accepted';
      return { sent, undone, undoId: settled && !final ? last : null, refusedUndo: refused };
    })
    .reverse();
}
