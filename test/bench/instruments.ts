import type { BuiltPage } from './build-page.js';
import type { Contender } from './contenders.js';
import { duelsOf } from './duels.js';
import { reportExtremes } from './extreme-report.js';
import { measureExtremes } from './extreme.js';
import type { Plans } from './extent.js';
import type { Feed } from './feed.js';
import { measureFirstCard } from './first-card.js';
import { findFrameBrowsers, NO_FRAME_BROWSER, type FrameBrowser } from './frame-browsers.js';
import { reportHidden } from './hidden-report.js';
import { measureHidden, measureHiddenLong } from './hidden.js';
import { reportIdle } from './idle-report.js';
import { measureIdle } from './idle.js';
import { reportLatency } from './latency-report.js';
import { measureLatency } from './latency.js';
import { measureManySources } from './many-sources.js';
import type { Measured } from './measure.js';
import { measureMemory } from './memory.js';
import { reportMotions } from './motions-report.js';
import { measureMotions } from './motions.js';
import { measureReducer } from './reducer.js';
import { measureRest } from './rest-report.js';
import { measureSizes } from './sizes.js';
import { reportSurges } from './surge-report.js';
import { measureSurges } from './surge.js';
import { measureThrottled } from './throttle.js';
import { usedWaysOf, waysOf } from './ways.js';

/** What the instruments measure. */
export interface Bench {
  plans: Plans;
  pages: Readonly<Record<string, BuiltPage>>;
  feed: Feed;
  contenders: readonly Contender[];
}

type Tell = (words: string) => void;
type Instrument = (bench: Bench, tell: Tell) => Promise<Measured | null>;

const framed =
  (measure: (browser: FrameBrowser, bench: Bench, tell: Tell) => Promise<Measured>): Instrument =>
  async (bench, tell) => {
    // The newest engine of OBS, or the current one.
    const browser = (await findFrameBrowsers()).at(-1);
    if (browser) return measure(browser, bench, tell);
    tell(NO_FRAME_BROWSER);
    return null;
  };

const hasRivals = ({ contenders }: Bench) => contenders.some(({ isOurs }) => !isOurs);

/** By the goal that each one measures, in the order of the report. */
const INSTRUMENTS: readonly (readonly [id: string, run: Instrument])[] = [
  [
    'P6',
    async ({ pages, feed, contenders }) => {
      const measured = await measureSizes(pages, feed, contenders);
      const found = measured.raw as Record<string, { brotli: number }>;
      const weights = contenders.map(({ id, name }) => [name, [found[id]?.brotli ?? NaN]] as const);
      return { ...measured, duels: duelsOf('Bytes of scripts, brotli', Object.fromEntries(weights), 'Stallcast') };
    },
  ],
  ['P1', framed((browser, { plans }, tell) => measureRest([browser], plans.rest, tell))],
  [
    'IDLE',
    framed(async (browser, { plans: { idle }, feed, contenders }, tell) => {
      const { runs, rounds } = await measureIdle(browser, feed, contenders, idle, tell);
      return reportIdle(runs, rounds, idle.runSeconds);
    }),
  ],
  [
    'P2',
    framed(async (browser, { plans: { surge }, feed, contenders }, tell) => {
      const { runs, rounds } = await measureSurges(browser, feed, waysOf(contenders), surge, tell);
      return reportSurges(runs, rounds);
    }),
  ],
  [
    'P3',
    async ({ plans: { extreme }, feed, contenders }, tell) => {
      // Nobody shows a flood one order after the other; what waits for its turn would be all there is to see.
      const ways = waysOf(contenders).filter(({ contender }) => contender.id !== 'sales-popup');
      const { runs, rounds, version } = await measureExtremes(feed, ways, extreme, tell);
      return reportExtremes(runs, rounds, version);
    },
  ],
  [
    'P4',
    async ({ plans: { latency }, feed, contenders }, tell) => {
      const taken = [];
      for (const load of latency.loads) taken.push(await measureLatency(feed, contenders, load, latency, tell));
      const done = Math.min(...taken.map(({ rounds }) => rounds.done));
      const rounds = { done, planned: latency.planned };
      return reportLatency(
        taken.map(({ runs }) => runs),
        taken[0]?.browser ?? '',
        rounds,
      );
    },
  ],
  [
    'THROTTLE',
    ({ plans: { throttle }, feed, contenders }, tell) => measureThrottled(feed, usedWaysOf(contenders), throttle, tell),
  ],
  [
    'P5',
    framed(async (browser, bench, tell) => {
      const { runs, rounds } = await measureMotions(browser, hasRivals(bench), bench.plans.motions, tell);
      return reportMotions(runs, rounds);
    }),
  ],
  ['P7', ({ plans, feed, contenders }, tell) => measureFirstCard(feed, contenders, plans.firstCard, tell)],
  ['P8', framed((browser, { plans }, tell) => measureMemory(browser, plans.memoryChanges, tell))],
  ['P9', ({ plans: { sources } }, tell) => measureManySources(sources, tell)],
  ['P10', async (bench) => (hasRivals(bench) ? measureReducer(bench.plans.reducerChanges) : null)],
  [
    'P11',
    framed(async (browser, { plans: { hidden }, feed, contenders }, tell) => {
      const { runs, rounds } = await measureHidden(browser, feed, usedWaysOf(contenders), hidden, tell);
      return reportHidden(runs, await measureHiddenLong(browser, hidden.longOrders, tell), rounds);
    }),
  ],
];

/** An instrument that broke is told as a missed bound; the others go on. */
function failed(id: string, error: unknown): Measured {
  const why = error instanceof Error ? error.message : String(error);
  const verdicts = [{ what: `Measuring ${id}`, bound: 'to be done', found: why, outcome: 'missed' as const }];
  return { id, title: `${id}: not measured`, lead: why, head: ['Page'], rows: [], verdicts, raw: null };
}

/** Runs all instruments, or these alone, one after the other. */
export async function runInstruments(bench: Bench, only: readonly string[] | null, tell: Tell): Promise<Measured[]> {
  const unknown = only?.filter((id) => !INSTRUMENTS.some(([known]) => known === id)) ?? [];
  if (unknown.length > 0) {
    throw new Error(`There is no instrument ${unknown.join()}: take some of ${INSTRUMENTS.map(([id]) => id).join()}.`);
  }
  const found: Measured[] = [];
  for (const [id, run] of INSTRUMENTS) {
    if (only && !only.includes(id)) continue;
    tell(`测量 Measuring ${id}`);
    const beganAt = performance.now();
    const measured = await run(bench, tell).catch((error: unknown) => {
      const broken = failed(id, error);
      tell(`${id}: ${broken.lead}`);
      return broken;
    });
    const seconds = (performance.now() - beganAt) / 1_000;
    tell(`${id}: ${seconds.toFixed(0)} s`);
    if (measured) found.push({ ...measured, seconds });
  }
  return found;
}
