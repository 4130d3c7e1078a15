import type { CommandType } from '@stallcast/protocol';
import type { Cell } from './cell.js';

/** Which commands a cell rests on: the one whose value stands, and the last that wrote, an undo included. */
export interface CellStamp {
  writer: string | null;
  touched: string;
  /** Where the last write stands in the log, and who gave the command. Stamps from before these were noted have none. */
  offset?: number;
  by?: string;
}

/** One step of a command: a value that was replaced, or a stock that was adjusted. */
export type UndoStep =
  | { cell: Cell; before: unknown; writerBefore: string | null }
  | { adjusted: string; productId: string; delta: number; count: 1 | -1; setBy: string | null };

/** What it takes to undo a command. */
export interface UndoRecord {
  commandId: string;
  type: CommandType;
  offset: number;
  steps: UndoStep[];
  undoneBy: string | null;
  /** The command that this one has undone. */
  undoes: string | null;
}
