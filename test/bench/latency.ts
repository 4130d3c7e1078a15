import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { browserLaunch } from '@stallcast/tooling/browser';
import { interleaved, type Contender } from './contenders.js';
import { delaysOf, type Sending } from './delays.js';
import type { Feed } from './feed.js';
import { poissonArrivals } from './poisson.js';
import { probeScript } from './probe.js';

/** One load: how many changes a second, and how many in a run. */
export interface Load {
  perSecond: number;
  changes: number;
}

/** The delays of every run, in ms, by contender; the runs of one round are neighbours in time. */
export interface LatencyRuns {
  load: Load;
  runs: Record<string, number[][]>;
}

/** The first changes of a run meet a page whose code is not compiled yet. */
const WARM_UP = 15;
const PATIENCE_MS = 10_000;

/** Measures one load: rounds in one browser, A B C C B A …, all of a round under the same arrivals. */
export async function measureLatency(
  feed: Feed,
  contenders: readonly Contender[],
  load: Load,
  rounds: number,
  tell: (words: string) => void = () => {},
): Promise<{ runs: LatencyRuns; browser: string }> {
  const browser = await chromium.launch(browserLaunch());
  try {
    const runs: LatencyRuns['runs'] = {};
    for (const [i, contender] of interleaved(contenders, rounds).entries()) {
      const round = Math.floor(i / contenders.length);
      (runs[contender.id] ??= []).push(await oneRun(browser, feed, contender, load, round + 1));
      tell(`${load.perSecond} changes a second, round ${round + 1} of ${rounds}: ${contender.name}`);
    }
    return { runs: { load, runs }, browser: browser.version() };
  } finally {
    await browser.close();
  }
}

async function oneRun(browser: Browser, feed: Feed, contender: Contender, load: Load, seed: number) {
  feed.open(contender.wire);
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  try {
    await page.addInitScript({ content: probeScript(contender.places) });
    await page.goto(feed.urlOf(contender));
    await waitForFigure(page, contender, feed.figure);
    const ahead = await pageClockAhead(page);

    const sendings: Sending[] = [];
    const startedAt = performance.now();
    for (const arrival of poissonArrivals(WARM_UP + load.changes, load.perSecond, seed)) {
      const wait = startedAt + arrival - performance.now();
      if (wait > 0) await sleep(wait);
      const at = performance.now() + ahead;
      feed.sell();
      sendings.push({ figure: feed.figure, at });
    }

    await waitForFigure(page, contender, feed.figure);
    const sightings = (await page.evaluate(() => window.stallProbe?.sightings)) ?? [];
    return delaysOf(sendings.slice(WARM_UP), sightings);
  } finally {
    await page.close();
  }
}

async function waitForFigure(page: Page, contender: Contender, figure: number): Promise<void> {
  const shown = await page
    // What was seen after a frame, not what the document holds before it is painted.
    .waitForFunction((wanted) => window.stallProbe?.sightings.at(-1)?.figure === wanted, figure, {
      polling: 50,
      timeout: PATIENCE_MS,
    })
    .catch(() => null);
  if (shown) return;
  const found = await page.evaluate(() => window.stallProbe?.read());
  throw new Error(
    `Expected ${contender.name} to show ${figure}, it shows ${String(found)}: open it in a browser and look.`,
  );
}

/**
 * By how much the page's clock is ahead of this process's, in ms.
 *
 * Both count the same monotonic clock of the machine from other beginnings. The question with the quickest answer is the
 * closest; its error is at most half of that answer's time, and the same for every contender.
 */
async function pageClockAhead(page: Page): Promise<number> {
  let best = { took: Infinity, ahead: 0 };
  for (let i = 0; i < 30; i += 1) {
    const asked = performance.now();
    const there = await page.evaluate(() => performance.now());
    const took = performance.now() - asked;
    if (took < best.took) best = { took, ahead: there - (asked + took / 2) };
  }
  return best.ahead;
}
