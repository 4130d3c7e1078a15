import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { NOTES, type Note } from './notes.js';
import { writeReport } from './report.js';

export { NOTES };

const FILE = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));

/** Writes the document from what the last run has noted. */
export async function writeReportFile(): Promise<void> {
  const notes = readFileSync(NOTES, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Note);
  const text = writeReport(notes, new Date().toISOString().slice(0, 10));
  writeFileSync(FILE, await format(text, { parser: 'markdown' }));
}
