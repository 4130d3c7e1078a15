import { appendFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { durations } from './durations.js';
import type { Verdict } from './verdict.js';

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/stallcast/', import.meta.url));

/** What was noted of one cell: a line of the file. */
export interface Note {
  at: string;
  durations: string;
  no: string;
  name: string;
  who: string;
  verdict:
    | Verdict
    /** How the page failed the cell. */
    | { lost: string }
    /** Why there is no such cell. */
    | { without: string }
    /** What the page did, where there is nothing to come back to. */
    | { held: string };
}

/** Where the cells of all runs are noted, a line of JSON each. */
export const NOTES = `${FOLDER}faults.jsonl`;

/** Notes what a page did in a cell, and says it. `long` for what is as long as an evening, whatever its durations. */
export function noteCell(
  { no, name }: { no: string; name: string },
  who: string,
  verdict: Note['verdict'],
  long = durations,
): void {
  mkdirSync(FOLDER, { recursive: true });
  const note: Note = { at: new Date().toISOString(), durations: long, no, name, who, verdict };
  appendFileSync(NOTES, `${JSON.stringify(note)}\n`);
  if ('without' in verdict) return console.log(`${no} ${name}, ${who}: not applicable, ${verdict.without}`);
  if ('lost' in verdict) return console.log(`${no} ${name}, ${who}: ${verdict.lost}`);
  if ('held' in verdict) return console.log(`${no} ${name}, ${who}: ${verdict.held}`);
  const marked = verdict.markedAfterMs === null ? 'no mark' : `marked after ${verdict.markedAfterMs} ms`;
  console.log(`${no} ${name}, ${who}: ${marked}, back ${verdict.backAfterMs} ms after it was over`);
}

/** Notes how a cell ends; one that fails is noted as failed, and still fails. */
export async function noteRun(row: { no: string; name: string }, who: string, run: Promise<Verdict>): Promise<void> {
  const verdict = await run.catch((error: unknown) => {
    noteCell(row, who, { lost: 'the test of this cell failed' });
    throw error;
  });
  noteCell(row, who, verdict);
}
