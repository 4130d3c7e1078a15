import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { browserLaunch } from '@stallcast/tooling/browser';
import { delaysOf, type Sending } from './delays.js';
import type { FrameServer } from './frame-server.js';
import { poissonArrivals } from './poisson.js';
import { probeScript } from './probe.js';
import { createScriptedStall } from './scripted-stall.js';
import { VARIANTS, type Variant } from './variants.js';

/** One load: how many changes a second, and how many in a run. */
export interface Load {
  perSecond: number;
  changes: number;
}

/** The delays of every run, in ms; `widgets[i]` and `script[i]` are neighbours in time. */
export interface LatencyRuns {
  load: Load;
  widgets: number[][];
  script: number[][];
}

/** The first changes of a run meet a page whose code is not compiled yet. */
const WARM_UP = 15;
const PATIENCE_MS = 10_000;

/** Measures one load: pairs of runs in one browser, A B B A A B …, both of a pair under the same arrivals. */
export async function measureLatency(
  server: FrameServer,
  load: Load,
  pairs: number,
  tell: (words: string) => void = () => {},
): Promise<{ runs: LatencyRuns; browser: string }> {
  const browser = await chromium.launch(browserLaunch());
  try {
    const runs: LatencyRuns = { load, widgets: [], script: [] };
    for (let pair = 0; pair < pairs; pair += 1) {
      const order: Variant[] = pair % 2 === 0 ? ['widgets', 'script'] : ['script', 'widgets'];
      for (const variant of order) runs[variant].push(await oneRun(browser, server, variant, load, pair + 1));
      tell(`${load.perSecond} changes a second: pair ${pair + 1} of ${pairs}`);
    }
    return { runs, browser: browser.version() };
  } finally {
    await browser.close();
  }
}

async function oneRun(browser: Browser, server: FrameServer, variant: Variant, load: Load, seed: number) {
  const stall = createScriptedStall();
  server.offer(stall);
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  try {
    await page.addInitScript({ content: probeScript(VARIANTS[variant].places) });
    await page.goto(`${server.origin}/${variant}/`);
    await waitForFigure(page, stall.figure);
    const ahead = await pageClockAhead(page);

    const sendings: Sending[] = [];
    const startedAt = performance.now();
    for (const arrival of poissonArrivals(WARM_UP + load.changes, load.perSecond, seed)) {
      const wait = startedAt + arrival - performance.now();
      if (wait > 0) await sleep(wait);
      const frame = stall.sell();
      sendings.push({ figure: stall.figure, at: performance.now() + ahead });
      server.send(frame);
    }

    await waitForFigure(page, stall.figure);
    const sightings = (await page.evaluate(() => window.stallProbe?.sightings)) ?? [];
    return delaysOf(sendings.slice(WARM_UP), sightings);
  } finally {
    await page.close();
  }
}

async function waitForFigure(page: Page, figure: number): Promise<void> {
  const shown = await page
    .waitForFunction((wanted) => window.stallProbe?.read() === wanted, figure, { polling: 50, timeout: PATIENCE_MS })
    .catch(() => null);
  if (shown) return;
  const found = await page.evaluate(() => window.stallProbe?.read());
  throw new Error(`Expected the page to show ${figure}, it shows ${String(found)}: open it in a browser and look.`);
}

/**
 * By how much the page's clock is ahead of this process's, in ms.
 *
 * Both count the same monotonic clock of the machine from other beginnings. The question with the quickest answer is the
 * closest; its error is at most half of that answer's time, and the same for every variant.
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
