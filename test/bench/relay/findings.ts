import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results } from '../results.js';
import { quantile } from '../statistics.js';
import type { FanOut, Ingest, Recovery, Slow } from './measures.js';

/** One round of one server. */
interface Round<T> {
  server: string;
  runs: T[];
}

/** All that one run found. */
export interface Findings {
  takenAt: string;
  extent: string;
  machine: Results['machine'];
  tookS: number;
  /** What there was no time for. */
  leftOut: string[];
  ingest: Round<Ingest>[];
  commands: Round<Ingest>[];
  fanOut: Round<FanOut>[];
  recovery: { server: string; run: Recovery }[];
  slow: { server: string; run: Slow }[];
}

export function emptyFindings(machine: Results['machine'], extent: string): Findings {
  return {
    takenAt: new Date().toISOString(),
    extent,
    machine,
    tookS: 0,
    leftOut: [],
    ingest: [],
    commands: [],
    fanOut: [],
    recovery: [],
    slow: [],
  };
}

/** Keeps the findings as JSON, in the folder that git ignores; of many delays only how they lie. */
export async function keepFindings(findings: Findings): Promise<string> {
  const folder = join(import.meta.dirname, '..', 'results');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `relay-${findings.takenAt.replace(/[:.]/g, '-')}.json`);
  const short = (_: string, value: unknown) =>
    Array.isArray(value) && value.length > 400 && typeof value[0] === 'number' ? lying(value as number[]) : value;
  await writeFile(path, JSON.stringify(findings, short, 1));
  return path;
}

const lying = (values: number[]) => ({
  count: values.length,
  ...Object.fromEntries([0, 0.1, 0.5, 0.9, 0.99, 0.999, 1].map((q) => [`q${q}`, quantile(values, q)])),
});
