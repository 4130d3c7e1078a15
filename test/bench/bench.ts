import { judgeFrames, judgeWeight, type Verdict } from './bounds.js';
import { buildPage, type BuiltPage } from './build-page.js';
import { countDamagedFrames, type DamagedFrames } from './damaged-frames.js';
import { plansOf, USUAL_MINUTES, type Extent, type Plans } from './extent.js';
import { startFeed } from './feed.js';
import { findFrameBrowsers, NO_FRAME_BROWSER } from './frame-browsers.js';
import { runInstruments } from './instruments.js';
import { startNodeCg } from './nodecg.js';
import { tableText, writeReport } from './report.js';
import { thisMachine, writeResults, type Results } from './results.js';
import { gather } from './rivals.js';
import type { Variant } from './variants.js';
import { weigh, weighParts } from './weigh.js';

/**
 * Runs the benchmarks and returns the exit code: 1 where a bound is missed.
 *
 * `--short` takes the counts alone, which are exact on a busy machine too, and writes nothing. `--only P2,P7` runs these
 * instruments and prints what they found; `--quick` runs all of them once for a moment, to try them, and writes nothing either.
 * A usual run has twelve minutes, or as many as `--minutes` says; `--full` takes as long as it needs. Both write
 * docs/performance.md.
 */
export async function bench(args: readonly string[]): Promise<number> {
  const machine = thisMachine();
  const startedAt = performance.now();
  const { only, extent, isShort, minutes } = readArguments(args);

  const { measured, leftOut } = isShort
    ? { measured: [], leftOut: [] }
    : await runBesideRivals(plansOf(extent, minutes), only);
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
      parts: isShort ? [] : await weighParts(),
    };
    console.log('数重绘的帧 Counting damaged frames');
    frames = await countFrames(pages, isShort || extent === 'quick');
  }

  const verdicts: Verdict[] = [
    ...judgeFrames(frames),
    ...(weights ? judgeWeight(weights.widgets) : []),
    ...measured.flatMap((one) => one.verdicts),
  ];
  const minutesTaken = (performance.now() - startedAt) / 60_000;
  const results = {
    takenAt: new Date().toISOString(),
    extent,
    minutesTaken,
    machine,
    leftOut,
    frames,
    weights,
    measured,
    verdicts,
  };
  for (const { id, title, head, rows } of measured) console.log(`\n${id} ${title}\n${tableText(head, rows)}\n`);
  if (!isShort && weights && extent !== 'quick') {
    console.log(`结果 Results: ${await writeResults(results)}`);
    await writeReport({ ...results, weights });
    console.log('报告 Report: docs/performance.md');
  }
  for (const { outcome, what, bound, found } of verdicts) {
    console.log(
      `${outcome === 'met' ? '✓' : outcome === 'missed' ? '✗' : '–'} ${what}: ${found} (${bound}; ${outcome})`,
    );
  }
  for (const sentence of leftOut) console.log(`没有参加 Left out: ${sentence}`);
  console.log(`${(minutesTaken * 60).toFixed(0)} s`);
  return verdicts.some(({ outcome }) => outcome === 'missed') ? 1 : 0;
}

function readArguments(args: readonly string[]) {
  const valueOf = (name: string) => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? '') : null);
  const extent: Extent = args.includes('--quick') ? 'quick' : args.includes('--full') ? 'full' : 'usual';
  const minutes = Number(valueOf('--minutes') ?? USUAL_MINUTES);
  if (!(minutes > 0))
    throw new Error(`Expected minutes after --minutes, got "${valueOf('--minutes')}": for example --minutes 20.`);
  return {
    only: valueOf('--only')?.toUpperCase().split(',') ?? null,
    extent,
    isShort: args.includes('--short'),
    minutes,
  };
}

async function runBesideRivals(plans: Plans, only: readonly string[] | null) {
  const { contenders: built, pages, leftOut } = await gather();
  const sentences = [...leftOut];
  let contenders = built;
  const nodeCg = built.some(({ wire }) => wire === 'nodecg')
    ? await startNodeCg().catch((error: unknown) => {
        sentences.push(`NodeCG: it did not start (${error instanceof Error ? error.message : String(error)}).`);
        contenders = built.filter(({ wire }) => wire !== 'nodecg');
        return null;
      })
    : null;
  for (const sentence of sentences) console.log(`没有参加 Left out: ${sentence}`);
  const feed = await startFeed(
    pages,
    nodeCg,
    built.some(({ isOurs }) => !isOurs),
  );
  try {
    const measured = await runInstruments({ plans, pages, feed, contenders }, only, console.log);
    return { measured, leftOut: sentences };
  } finally {
    await feed.close();
    await nodeCg?.close();
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
