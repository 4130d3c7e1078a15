import { expect } from 'vitest';

/**
 * What ends within one task of a page is not compared: collecting garbage makes steps in such small times.
 *
 * At the lengths of these tests anything quadratic takes far longer.
 */
const TASK_MS = 50;
const TRIES = 30;

/** Expects that twice the input takes at most 2.5 times as long. A busy machine gets many tries, and the fastest of each count. */
export function expectLinear(run: (length: number) => () => unknown, length: number, quickMs = TASK_MS): void {
  const shortRun = run(length);
  const longRun = run(length * 2);
  let short = Infinity;
  let long = Infinity;
  for (let tries = 0; tries < TRIES; tries++) {
    long = Math.min(long, timeOf(longRun));
    if (long <= quickMs) return;
    short = Math.min(short, timeOf(shortRun));
    // Two tries at least: the first ones compile.
    if (tries > 0 && long <= 2.5 * short) return;
  }
  expect.fail(`${length} took ${short.toFixed(1)} ms, twice as much ${long.toFixed(1)} ms`);
}

/** Expects that a run ends within one task of a page. The fastest of many tries counts, since a busy machine only ever adds. */
export function expectQuick(run: () => unknown, ms = TASK_MS): void {
  let best = Infinity;
  for (let tries = 0; tries < TRIES && best > ms; tries++) best = Math.min(best, timeOf(run));
  expect(best).toBeLessThanOrEqual(ms);
}

/**
 * Ms that the processor worked on a run. Where many programs want it, a short run is done before its turn ends and one of twice the
 * length is not, so that the clock on the wall would call it four times as slow.
 */
function timeOf(run: () => unknown): number {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  // Garbage is collected by more threads than one; together they may work for longer than the run lasts.
  return Math.min(performance.now() - startedAt, (user + system) / 1_000);
}
