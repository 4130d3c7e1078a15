import type { CommandFields, CommandType, SourceEvent } from '@stallcast/protocol';

/** One moment of a replay: a command of the operator's, or what a shop told. Ids may be left out. */
export interface ReplayLine {
  /** When it happens, in ms from the beginning; what is at 0 is there before anything is shown. */
  at: number;
  command?: ReplayCommand;
  events?: readonly SourceEvent[];
}

/** A command that may lack its id: its place in the replay is one. */
export type ReplayCommand = {
  [T in CommandType]: { type: T; id?: string; synthetic?: true } & CommandFields[T];
}[CommandType];

/** What a file of a replay held. What could not be read costs itself alone. */
export interface ParsedReplay {
  lines: ReplayLine[];
  /** One sentence for each line that was left out. */
  faults: string[];
}

/**
 * Reads a replay from JSON Lines: `{ "at": 1500, "command": { "type": "feature", "productIds": ["peach"] } }`, one a line.
 *
 * Whether a command means anything is for the ledger to say.
 */
export function parseReplay(text: string): ParsedReplay {
  const lines: ReplayLine[] = [];
  const faults: string[] = [];
  text.split(/\r?\n/).forEach((row, index) => {
    if (row.trim() === '') return;
    const line = readRow(row);
    if (line) lines.push(line);
    else
      faults.push(
        `Expected { "at", "command" } or { "at", "events" } in line ${index + 1}, got something else: it was left out.`,
      );
  });
  return { lines, faults };
}

function readRow(row: string): ReplayLine | null {
  let json: unknown;
  try {
    json = JSON.parse(row);
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null) return null;
  const { at, command, events } = json as Record<string, unknown>;
  if (typeof at !== 'number' || !(at >= 0)) return null;
  const isCommand = typeof command === 'object' && command !== null && !Array.isArray(command);
  return isCommand || Array.isArray(events) ? (json as ReplayLine) : null;
}
