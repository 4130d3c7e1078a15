import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from './bounds.js';
import type { DamagedFrames } from './damaged-frames.js';
import type { Extent } from './extent.js';
import type { Measured } from './measure.js';
import type { Weight } from './weigh.js';

/** All that one run of the benchmarks found. */
export interface Results {
  takenAt: string;
  /** In general terms: nothing that names a machine. */
  machine: {
    cores: number;
    system: string;
    node: string;
    /** Other work before the run, a core: 0 is none. */
    load: number;
  };
  /** How long it was run. */
  extent: Extent;
  minutesTaken: number;
  /** A sentence for each rival that was not measured. */
  leftOut: readonly string[];
  frames: DamagedFrames[];
  weights: { widgets: Weight; script: Weight; parts: { name: string; weight: Weight }[] };
  measured: readonly Measured[];
  verdicts: Verdict[];
}

/** To be asked before the run, which is work itself. */
export function thisMachine(): Results['machine'] {
  const cores = availableParallelism();
  const [lastMinute = 0] = loadavg();
  return {
    cores,
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    load: lastMinute / cores,
  };
}

const FOLDER = join(import.meta.dirname, 'results');

/** Keeps the results as JSON, with every single figure, named by their day; those of earlier reports go. */
export async function writeResults(
  results: Omit<Results, 'weights'> & { weights: Results['weights'] | null },
): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const old = (await readdir(FOLDER)).filter((name) => /^\d{4}-.*\.json$/.test(name));
  await Promise.all(old.map((name) => rm(join(FOLDER, name))));
  const path = join(FOLDER, `${results.takenAt.slice(0, 10)}.json`);
  await writeFile(path, `${JSON.stringify(results, rounded)}\n`);
  return path;
}

/** Four digits are more than any figure here is worth. */
const rounded = (_key: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
