import { judgeFrames, judgeWeight, type Verdict } from './bounds.js';
import { buildPage, type BuiltPage } from './build-page.js';
import { CONTENDERS } from './contenders.js';
import { countDamagedFrames, type DamagedFrames } from './damaged-frames.js';
import { startFeed } from './feed.js';
import { findFrameBrowsers, NO_FRAME_BROWSER } from './frame-browsers.js';
import { runInstruments, type Extent } from './instruments.js';
import { tableText, writeReport } from './report.js';
import { thisMachine, writeResults, type Results } from './results.js';
import { buildContenders, installRivals } from './rivals.js';
import type { Variant } from './variants.js';
import { weigh, weighParts } from './weigh.js';

/**
 * Runs the benchmarks and returns the exit code: 1 where a bound is missed.
 *
 * `--short` takes the counts alone, which are exact on a busy machine too, and writes nothing. `--only P2,P7` runs these
 * instruments and prints what they found, `--quick` runs them for a short time, `--full` for a long one. Only a run of all
 * instruments writes docs/performance.md.
 */
export async function bench(args: readonly string[]): Promise<number> {
  const machine = thisMachine();
  const startedAt = performance.now();
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').toUpperCase().split(',') : null;
  const extent: Extent = args.includes('--quick') ? 'quick' : args.includes('--full') ? 'full' : 'usual';
  const short = args.includes('--short');

  const measured = short ? [] : await runBesideRivals(extent, only);
  let frames: DamagedFrames[] = [];
  let weights: Results['weights'] | null = null;
  if (!only) {
    console.log('构建页面 Building the pages');
    const pages: Record<Variant, BuiltPage> = {
      widgets: await buildPage('widgets'),
      script: await buildPage('script'),
    };
    weights = {
      widgets: weighScripts(pages.widgets),
      script: weighScripts(pages.script),
      parts: short ? [] : await weighParts(),
    };
    console.log('数重绘的帧 Counting damaged frames');
    frames = await countFrames(pages, short);
  }

  const verdicts: Verdict[] = [
    ...judgeFrames(frames),
    ...(weights ? judgeWeight(weights.widgets) : []),
    ...measured.flatMap((one) => one.verdicts),
  ];
  const results = { takenAt: new Date().toISOString(), extent, machine, frames, weights, measured, verdicts };
  if (!short) console.log(`结果 Results: ${await writeResults(results)}`);
  for (const { id, title, head, rows } of measured) console.log(`\n${id} ${title}\n${tableText(head, rows)}\n`);
  if (!short && weights && extent !== 'quick') {
    await writeReport({ ...results, weights });
    console.log('报告 Report: docs/performance.md');
  }
  for (const { outcome, what, bound, found } of verdicts) {
    console.log(
      `${outcome === 'met' ? '✓' : outcome === 'missed' ? '✗' : '–'} ${what}: ${found} (${bound}; ${outcome})`,
    );
  }
  console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
  return verdicts.some(({ outcome }) => outcome === 'missed') ? 1 : 0;
}

async function runBesideRivals(extent: Extent, only: readonly string[] | null) {
  const areThere = installRivals();
  if (!areThere) {
    console.log(
      '没有装上对比对象，只测自己 The rivals could not be installed from test/rivals: ours are measured alone.',
    );
  }
  const contenders = CONTENDERS.filter(({ isOurs }) => isOurs || areThere);
  const pages = await buildContenders(contenders);
  const feed = await startFeed(pages, areThere);
  try {
    return await runInstruments({ extent, pages, feed, contenders }, only, console.log);
  } finally {
    await feed.close();
  }
}

const weighScripts = ({ scripts }: BuiltPage) => weigh(scripts.map(({ code }) => code).join('\n'));

/** Browsers run side by side, since they wait for the clock most of the time; what one counts, it counts in turn. */
async function countFrames(pages: Readonly<Record<Variant, BuiltPage>>, short: boolean): Promise<DamagedFrames[]> {
  const browsers = await findFrameBrowsers();
  if (browsers.length === 0) console.log(NO_FRAME_BROWSER);
  const scenes: readonly [Variant, boolean][] = short
    ? [['widgets', false]]
    : [
        ['widgets', false],
        ['widgets', true],
        ['script', false],
      ];
  const counts = await Promise.all(
    browsers.map(async (browser) => {
      const found: DamagedFrames[] = [];
      for (const [variant, synthetic] of scenes) {
        found.push(await countDamagedFrames(browser, pages, variant, synthetic));
      }
      return found;
    }),
  );
  return counts.flat();
}
