import type { BuiltPage } from './build-page.js';
import type { Contender } from './contenders.js';
import type { Feed } from './feed.js';
import { measureFirstCard } from './first-card.js';
import { findFrameBrowsers, NO_FRAME_BROWSER, type FrameBrowser } from './frame-browsers.js';
import { reportLatency } from './latency-report.js';
import { measureLatency } from './latency.js';
import type { Measured } from './measure.js';
import { measureMemory } from './memory.js';
import { measureReducer } from './reducer.js';
import { measureSizes } from './sizes.js';
import { reportSurges } from './surge-report.js';
import { measureSurges } from './surge.js';

/** How long a run takes: to try it, ten minutes, or as long as it needs. */
export type Extent = 'quick' | 'usual' | 'full';

/** What the instruments measure. */
export interface Bench {
  extent: Extent;
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

/** By the goal that each one measures, in the order of the report. */
const INSTRUMENTS: readonly (readonly [id: string, run: Instrument])[] = [
  ['P6', ({ pages, feed, contenders }) => measureSizes(pages, feed, contenders)],
  [
    'P2',
    framed(async (browser, { feed, contenders, extent }, tell) => {
      const { rounds, seconds } = {
        quick: { rounds: 1, seconds: 2 },
        usual: { rounds: 3, seconds: 2 },
        full: { rounds: 5, seconds: 10 },
      }[extent];
      return reportSurges(await measureSurges(browser, feed, contenders, { rounds, seconds, warmUpSeconds: 1 }, tell));
    }),
  ],
  [
    'P4',
    async ({ feed, contenders, extent }, tell) => {
      const { rounds, changes } = {
        quick: { rounds: 2, changes: 20 },
        usual: { rounds: 5, changes: 40 },
        full: { rounds: 6, changes: 160 },
      }[extent];
      const loads = [20, 100].map((perSecond) => ({ perSecond, changes: changes * (perSecond > 20 ? 2 : 1) }));
      const runs = [];
      let version = '';
      for (const load of loads) {
        const taken = await measureLatency(feed, contenders, load, rounds, tell);
        version = taken.browser;
        runs.push(taken.runs);
      }
      return reportLatency(runs, version);
    },
  ],
  [
    'P7',
    ({ feed, contenders, extent }, tell) =>
      measureFirstCard(feed, contenders, { quick: 2, usual: 7, full: 15 }[extent], tell),
  ],
  [
    'P8',
    framed((browser, { extent }, tell) =>
      measureMemory(browser, { quick: 20_000, usual: 100_000, full: 1_000_000 }[extent], tell),
    ),
  ],
  [
    'P10',
    async ({ extent, contenders }) =>
      contenders.every(({ isOurs }) => isOurs) ? null : measureReducer(extent === 'quick' ? 100_000 : 500_000),
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
    const measured = await run(bench, tell).catch((error: unknown) => failed(id, error));
    if (measured) found.push(measured);
  }
  return found;
}
