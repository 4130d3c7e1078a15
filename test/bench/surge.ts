import { openFramedPage, type FramedPage } from './begin-frames.js';
import type { Contender } from './contenders.js';
import type { Feed } from './feed.js';
import type { FrameBrowser } from './frame-browsers.js';
import type { Rounds } from './measure.js';
import { metricsOf, type PageMetrics } from './metrics.js';
import { atRandom } from './pace.js';
import { readFigure } from './probe.js';
import { inRounds, type Plan } from './rounds.js';
import type { Way } from './ways.js';

/** Orders a second of the surges. */
export const SURGES = [100, 1_000] as const;

/** One surge on one page. */
export interface SurgeRun {
  contender: string;
  /** Our frames came 16 ms together, as from the relay; otherwise one message an order. */
  isBatched: boolean;
  perSecond: number;
  /** Of the page's process and the one that draws, per second of wall time, ms. */
  cpuMs: number;
  framesPerSecond: number;
  damaged: number;
  layouts: number;
  styles: number;
  /** Where the page's time went, ms for a thousand orders; `otherMs` is reading what came, painting, putting layers together. */
  scriptMs: number;
  styleMs: number;
  layoutMs: number;
  otherMs: number;
  /** The last number was on screen within a second after the last order. */
  caughtUp: boolean;
}

export interface SurgeOptions extends Plan {
  surges: readonly number[];
  /** Of one surge. */
  runSeconds: number;
  warmUpSeconds: number;
}

/** What a surge of orders costs each page, drawn sixty times a second as OBS draws it. */
export async function measureSurges(
  browser: FrameBrowser,
  feed: Feed,
  ways: readonly Way[],
  options: SurgeOptions,
  tell: (words: string) => void,
): Promise<{ runs: SurgeRun[]; rounds: Rounds }> {
  const runs: SurgeRun[] = [];
  const rounds = await inRounds(ways, options, async ({ contender, isBatched, name }, round) => {
    // A browser on a busy machine may fail to answer for a frame: the run is taken once more.
    const found = await allSurges(browser, feed, contender, isBatched, options, round).catch((error: unknown) => {
      tell(`${name}: once more, since ${error instanceof Error ? error.message : String(error)}`);
      return allSurges(browser, feed, contender, isBatched, options, round);
    });
    runs.push(...found);
    tell(`${name}: ${found.map(({ perSecond, cpuMs }) => `${cpuMs.toFixed(0)} at ${perSecond}`).join(', ')}`);
  });
  return { runs, rounds };
}

async function allSurges(
  browser: FrameBrowser,
  feed: Feed,
  contender: Contender,
  isBatched: boolean,
  options: SurgeOptions,
  seed: number,
): Promise<SurgeRun[]> {
  feed.open(contender.wire, isBatched);
  const page = await openFramedPage(browser, feed.urlOf(contender));
  try {
    await untilShown(page, contender, feed);
    const runs: SurgeRun[] = [];
    for (const perSecond of options.surges) {
      const found = await oneSurge(page, feed, contender, perSecond, options, seed);
      runs.push({ contender: contender.id, isBatched, perSecond, ...found });
    }
    return runs;
  } finally {
    await page.close();
  }
}

async function oneSurge(
  page: FramedPage,
  feed: Feed,
  contender: Contender,
  perSecond: number,
  { runSeconds: seconds, warmUpSeconds }: SurgeOptions,
  seed: number,
) {
  await Promise.all([
    atRandom(perSecond, warmUpSeconds, seed, feed.sell),
    page.damaged(Math.round(warmUpSeconds * 60)),
  ]);
  const before = await metricsOf(page);
  const startedAt = performance.now();
  const frames = Math.round(seconds * 60);
  const [, damaged] = await Promise.all([atRandom(perSecond, seconds, seed + 100, feed.sell), page.damaged(frames)]);
  const took = (performance.now() - startedAt) / 1_000;
  const after = await metricsOf(page);
  await page.damaged(60);
  return {
    cpuMs: (after.cpu - before.cpu) / took,
    framesPerSecond: frames / took,
    damaged,
    layouts: after.layouts - before.layouts,
    styles: after.styles - before.styles,
    ...timesOf(before, after, perSecond * seconds),
    caughtUp: (await shownOn(page, contender)) === feed.figure,
  };
}

function timesOf(before: PageMetrics, after: PageMetrics, orders: number) {
  const spent = (key: keyof PageMetrics) => ((after[key] - before[key]) / orders) * 1_000;
  const [scriptMs, styleMs, layoutMs] = [spent('scriptMs'), spent('styleMs'), spent('layoutMs')];
  return { scriptMs, styleMs, layoutMs, otherMs: Math.max(0, spent('taskMs') - scriptMs - styleMs - layoutMs) };
}

/** The number that a page shows. */
export const shownOn = (page: FramedPage, { places }: Contender): Promise<number | null> =>
  page.evaluate<number | null>(`(${readFigure.toString()})(${JSON.stringify(places)})`);

/** Draws until the page shows what there is at first, and counts from there. */
export async function untilShown(page: FramedPage, contender: Contender, feed: Feed): Promise<void> {
  for (let drawn = 0; drawn < 600; drawn += 6) {
    if ((await shownOn(page, contender)) === feed.figure) break;
    await page.damaged(6);
  }
  const shown = await shownOn(page, contender);
  if (shown !== feed.figure) {
    throw new Error(`Expected ${contender.name} to show ${feed.figure} within ten seconds, it shows ${String(shown)}.`);
  }
  await page.ask('Performance.enable');
  await page.damaged(60);
}
