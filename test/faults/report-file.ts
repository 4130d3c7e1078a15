import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { NOTES, type Note } from './notes.js';
import { writeReport } from './report.js';

const FILE = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));

/**
 * Forgets what was noted before a run and measured anew in it, cell by cell. What the run did not come to stays, and so does what was
 * noted with other durations.
 */
export function forgetNotesBefore(run: string): void {
  const cellOf = ({ durations, who, no }: Note): string => [durations, who, no].join();
  const anew = new Set(notes().flatMap((note) => (note.at >= run ? [cellOf(note)] : [])));
  const kept = notes().filter((note) => note.at >= run || !anew.has(cellOf(note)));
  if (existsSync(NOTES)) writeFileSync(NOTES, kept.map((note) => `${JSON.stringify(note)}\n`).join(''));
}

/** Writes the document from what was noted. */
export async function writeReportFile(): Promise<void> {
  const text = writeReport(notes(), new Date().toISOString().slice(0, 10));
  writeFileSync(FILE, await format(text, { parser: 'markdown' }));
}

function notes(): Note[] {
  if (!existsSync(NOTES)) return [];
  const lines = readFileSync(NOTES, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Note);
}
