import { judgeDelays, judgeFrames, judgeWeight } from './bounds.js';
import { buildPage, type BuiltPage } from './build-page.js';
import { countDamagedFrames, type DamagedFrames } from './damaged-frames.js';
import { findFrameBrowsers, NO_FRAME_BROWSER } from './frame-browsers.js';
import { startFrameServer } from './frame-server.js';
import { measureLatency, type Load } from './latency.js';
import { writeReport } from './report.js';
import { delayFigures, thisMachine, writeResults, type Results } from './results.js';
import type { Variant } from './variants.js';
import { weigh, weighParts } from './weigh.js';

const LOADS: readonly Load[] = [
  { perSecond: 20, changes: 160 },
  { perSecond: 100, changes: 400 },
];
const PAIRS = 6;

type Pages = Readonly<Record<Variant, BuiltPage>>;

/**
 * Runs the benchmarks and returns the exit code: 1 where a bound is missed.
 *
 * `--short` takes the counts alone, which are exact on a busy machine too, and writes nothing.
 */
export async function bench(args: readonly string[]): Promise<number> {
  const short = args.includes('--short');
  const machine = thisMachine();
  console.log('构建页面 Building the pages');
  const pages: Pages = { widgets: await buildPage('widgets'), script: await buildPage('script') };
  const weights = {
    widgets: weighScripts(pages.widgets),
    script: weighScripts(pages.script),
    parts: short ? [] : await weighParts(),
  };

  console.log('数重绘的帧 Counting damaged frames');
  const frames = await countFrames(pages, short);

  const delays = short ? undefined : await takeDelays(pages);
  const verdicts = [
    ...judgeFrames(frames),
    ...judgeWeight(weights.widgets),
    ...(delays?.loads ?? []).flatMap(({ runs, median, late }) => judgeDelays(runs.load.perSecond, median, late)),
  ];

  if (delays) {
    const takenAt = new Date().toISOString();
    const results: Results = { takenAt, machine, frames, weights, delays, verdicts };
    console.log(`结果 Results: ${await writeResults(results)}`);
    await writeReport(results);
    console.log('报告 Report: docs/performance.md');
  }
  for (const { outcome, what, bound, found } of verdicts) {
    console.log(
      `${outcome === 'met' ? '✓' : outcome === 'missed' ? '✗' : '–'} ${what}: ${found} (${bound}; ${outcome})`,
    );
  }
  return verdicts.some(({ outcome }) => outcome === 'missed') ? 1 : 0;
}

const weighScripts = ({ scripts }: BuiltPage) => weigh(scripts.map(({ code }) => code).join('\n'));

/** Browsers run side by side, since they wait for the clock most of the time; what one counts, it counts in turn. */
async function countFrames(pages: Pages, short: boolean): Promise<DamagedFrames[]> {
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

async function takeDelays(pages: Pages): Promise<Results['delays']> {
  const server = await startFrameServer(pages);
  try {
    const loads = [];
    let browser = '';
    for (const load of LOADS) {
      const taken = await measureLatency(server, load, PAIRS, console.log);
      browser = taken.browser;
      loads.push(delayFigures(taken.runs));
    }
    return { browser, loads };
  } finally {
    await server.close();
  }
}
