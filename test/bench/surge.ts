import { openFramedPage, type FramedPage } from './begin-frames.js';
import { interleaved, type Contender } from './contenders.js';
import type { Feed } from './feed.js';
import type { FrameBrowser } from './frame-browsers.js';
import { atRandom } from './pace.js';
import { readFigure } from './probe.js';

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
  /** Time in scripts, ms a second of wall time. */
  scriptMs: number;
  /** The last number was on screen within a second after the last order. */
  caughtUp: boolean;
}

export interface SurgeOptions {
  rounds: number;
  seconds: number;
  warmUpSeconds: number;
}

/** What a surge of orders costs each page, drawn sixty times a second as OBS draws it. */
export async function measureSurges(
  browser: FrameBrowser,
  feed: Feed,
  contenders: readonly Contender[],
  options: SurgeOptions,
  tell: (words: string) => void,
): Promise<SurgeRun[]> {
  const ways = contenders.flatMap((contender) =>
    contender.id === 'widgets' || contender.id === 'script'
      ? [
          { contender, isBatched: false },
          { contender, isBatched: true },
        ]
      : [{ contender, isBatched: false }],
  );
  const runs: SurgeRun[] = [];
  for (const [i, { contender, isBatched }] of interleaved(ways, options.rounds).entries()) {
    // A browser on a busy machine may fail to answer for a frame: the run is taken once more.
    const found = await bothSurges(browser, feed, contender, isBatched, options, i + 1).catch((error: unknown) => {
      tell(`${contender.name}: once more, since ${error instanceof Error ? error.message : String(error)}`);
      return bothSurges(browser, feed, contender, isBatched, options, i + 1);
    });
    runs.push(...found);
    const told = found.map(({ perSecond, cpuMs }) => `${cpuMs.toFixed(0)} ms/s at ${perSecond}`).join(', ');
    tell(`${contender.name}${isBatched ? ', batches' : ''}: ${told}`);
  }
  return runs;
}

async function bothSurges(
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
    for (const perSecond of SURGES) {
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
  { seconds, warmUpSeconds }: SurgeOptions,
  seed: number,
) {
  await Promise.all([
    atRandom(perSecond, warmUpSeconds, seed, feed.sell),
    page.damaged(Math.round(warmUpSeconds * 60)),
  ]);
  const before = await figuresOf(page);
  const startedAt = performance.now();
  const frames = Math.round(seconds * 60);
  const [, damaged] = await Promise.all([atRandom(perSecond, seconds, seed + 100, feed.sell), page.damaged(frames)]);
  const took = (performance.now() - startedAt) / 1_000;
  const after = await figuresOf(page);
  await page.damaged(60);
  return {
    cpuMs: (after.cpu - before.cpu) / took,
    framesPerSecond: frames / took,
    damaged,
    layouts: after.layouts - before.layouts,
    styles: after.styles - before.styles,
    scriptMs: (after.script - before.script) / took,
    caughtUp: (await shownOn(page, contender)) === feed.figure,
  };
}

async function figuresOf(page: FramedPage) {
  const { metrics } = (await page.ask('Performance.getMetrics')) as { metrics: { name: string; value: number }[] };
  const value = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    cpu: await page.cpuMs(),
    layouts: value('LayoutCount'),
    styles: value('RecalcStyleCount'),
    script: value('ScriptDuration') * 1_000,
  };
}

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
