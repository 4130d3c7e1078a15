import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser } from '@playwright/test';
import { browserLaunch } from '@stallcast/tooling/browser';
import type { Contender } from './contenders.js';
import { delaysOf, type Sending } from './delays.js';
import type { Feed } from './feed.js';
import type { Rounds } from './measure.js';
import { poissonArrivals } from './poisson.js';
import { openProbedPage } from './probed-page.js';
import { inRounds, type Plan } from './rounds.js';
import { median } from './statistics.js';

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
  plan: Plan,
  tell: (words: string) => void = () => {},
): Promise<{ runs: LatencyRuns; rounds: Rounds; browser: string }> {
  const browser = await chromium.launch(browserLaunch());
  try {
    const runs: LatencyRuns['runs'] = {};
    const rounds = await inRounds(contenders, plan, async (contender, round) => {
      const delays = await oneRun(browser, feed, contender, load, round);
      (runs[contender.id] ??= []).push(delays);
      tell(`${load.perSecond} changes a second, round ${round}: ${contender.name} ${median(delays).toFixed(1)}`);
    });
    return { runs: { load, runs }, rounds, browser: browser.version() };
  } finally {
    await browser.close();
  }
}

async function oneRun(browser: Browser, feed: Feed, contender: Contender, load: Load, seed: number) {
  feed.open(contender.wire);
  const probed = await openProbedPage(browser, feed, contender);
  try {
    const sendings: Sending[] = [];
    const startedAt = performance.now();
    for (const arrival of poissonArrivals(WARM_UP + load.changes, load.perSecond, seed)) {
      const wait = startedAt + arrival - performance.now();
      if (wait > 0) await sleep(wait);
      const at = performance.now() + probed.ahead;
      feed.sell();
      sendings.push({ figure: feed.figure, at });
    }
    if (!(await probed.shows(feed.figure, PATIENCE_MS))) {
      throw new Error(`Expected ${contender.name} to show ${feed.figure} in the end: open it in a browser and look.`);
    }
    return delaysOf(sendings.slice(WARM_UP), await probed.sightings());
  } finally {
    await probed.close();
  }
}
