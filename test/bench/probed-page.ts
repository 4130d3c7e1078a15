import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Contender } from './contenders.js';
import type { Feed } from './feed.js';
import { probeScript, type Sighting } from './probe.js';

const PATIENCE_MS = 10_000;

/** A page in a browser that draws by itself, with a probe that reads its document after every frame. */
export interface ProbedPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** By how much the page's clock is ahead of this process's, ms. */
  readonly ahead: number;
  sightings(): Promise<Sighting[]>;
  frames(): Promise<number[]>;
  /** Waits until the page shows this number; whether it did in time. */
  shows(figure: number, withinMs: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the page of a contender, and waits until it shows what there is at first. */
export async function openProbedPage(browser: Browser, feed: Feed, contender: Contender): Promise<ProbedPage> {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  try {
    await page.addInitScript({ content: probeScript(contender.places) });
    await page.goto(feed.urlOf(contender));
    const shows = async (figure: number, withinMs: number) => {
      const limit = performance.now() + withinMs;
      for (;;) {
        // What was seen after a frame, not what the document holds before it is painted.
        const asked = page.evaluate(() => window.stallProbe?.sightings.at(-1)?.figure ?? null);
        const shown = await within(asked, limit - performance.now(), null);
        if (shown === figure) return true;
        if (performance.now() > limit) return false;
        await sleep(50);
      }
    };
    if (!(await shows(feed.figure, PATIENCE_MS))) {
      const found = await page.evaluate(() => window.stallProbe?.read() ?? null);
      throw new Error(
        `Expected ${contender.name} to show ${feed.figure}, it shows ${String(found)}: open it in a browser and look.`,
      );
    }
    return {
      page,
      devtools: await page.context().newCDPSession(page),
      ahead: await pageClockAhead(page),
      sightings: async () =>
        (await within(
          page.evaluate(() => window.stallProbe?.sightings),
          PATIENCE_MS,
          [],
        )) ?? [],
      frames: async () =>
        (await within(
          page.evaluate(() => window.stallProbe?.frames),
          PATIENCE_MS,
          [],
        )) ?? [],
      shows,
      close: () => page.close(),
    };
  } catch (error) {
    await page.close();
    throw error;
  }
}

/** A page that is drowned in messages answers nothing until it has read them all: nobody waits for that. */
async function within<T>(asked: Promise<T>, ms: number, otherwise: T): Promise<T> {
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    limit = setTimeout(() => resolve(otherwise), Math.max(0, ms));
  });
  // Once the page is closed the question fails, and nobody listens any more.
  asked.catch(() => {});
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(limit);
  }
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
