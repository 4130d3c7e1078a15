import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from './bounds.js';
import type { DamagedFrames } from './damaged-frames.js';
import type { Extent } from './instruments.js';
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
    /** Other work before the run, a core: 0 is none. */ load: number;
  };
  /** How long it was run. */
  extent: Extent;
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

/** Keeps the results as JSON, with every single figure, in a folder that git ignores. */
export async function writeResults(
  results: Omit<Results, 'weights'> & { weights: Results['weights'] | null },
): Promise<string> {
  const folder = join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${results.takenAt.replace(/[:.]/g, '-')}.json`);
  await writeFile(path, JSON.stringify(results, null, 1));
  return path;
}
