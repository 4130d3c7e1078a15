import { chromium, type Browser } from '@playwright/test';
import { browserLaunch } from '@stallcast/tooling/browser';
import type { Contender } from './contenders.js';
import type { Feed } from './feed.js';
import { delaysOfMany, latestSeen } from './latest-seen.js';
import type { Rounds } from './measure.js';
import { atRandom } from './pace.js';
import { openProbedPage } from './probed-page.js';
import { inRounds, type Plan } from './rounds.js';
import { quantile } from './statistics.js';

/** Far more than anybody sells: what is asked for is that the page stays whole, and right. */
export const EXTREMES = [
  { kind: 'stock', perSecond: 10_000 },
  { kind: 'orders', perSecond: 5_000 },
] as const;

/** A page stands still where no frame begins for so long, ms. */
const FROZEN_MS = 100;

/** One flood on one page. */
export interface ExtremeRun {
  contender: string;
  isBatched: boolean;
  kind: 'stock' | 'orders';
  perSecond: number;
  /** How many changes were sent, and in how many seconds this process managed to. */
  sent: number;
  sendSeconds: number;
  /** Delay until the page showed a change, ms; of those that it showed at all. */
  p50: number;
  p99: number;
  /** Share of the changes that it had shown, or passed, in the end. */
  seenShare: number;
  /** How often no frame began for more than a tenth of a second, and the longest of them, ms. */
  frozen: number;
  longestMs: number;
  /** The last number was there in the end, and how long after the last change, ms. */
  isRight: boolean;
  caughtUpMs: number;
}

/** Floods each page with changes of stock, then with orders, in a browser that draws by itself. */
export async function measureExtremes(
  feed: Feed,
  ways: readonly { contender: Contender; isBatched: boolean }[],
  plan: Plan & { runSeconds: number; patienceSeconds: number },
  tell: (words: string) => void,
): Promise<{ runs: ExtremeRun[]; rounds: Rounds; version: string }> {
  const browser = await chromium.launch(browserLaunch());
  try {
    const runs: ExtremeRun[] = [];
    const rounds = await inRounds(ways, plan, async (way) => {
      for (const { kind, perSecond } of EXTREMES) {
        const run = await oneFlood(browser, feed, way, kind, perSecond, plan);
        runs.push(run);
        tell(
          `${way.contender.name}${way.isBatched ? ', batches' : ''}, ${kind}: p50 ${run.p50.toFixed(0)}, frozen ${run.frozen}, ${run.isRight ? 'right' : 'WRONG'}`,
        );
      }
    });
    return { runs, rounds, version: browser.version() };
  } finally {
    await browser.close();
  }
}

async function oneFlood(
  browser: Browser,
  feed: Feed,
  { contender, isBatched }: { contender: Contender; isBatched: boolean },
  kind: ExtremeRun['kind'],
  perSecond: number,
  { runSeconds, patienceSeconds }: { runSeconds: number; patienceSeconds: number },
): Promise<ExtremeRun> {
  feed.open(contender.wire, isBatched);
  const probed = await openProbedPage(browser, feed, contender);
  try {
    const sentAt: number[] = [];
    const change = kind === 'stock' ? feed.take : feed.sell;
    const beganAt = performance.now();
    await atRandom(perSecond, runSeconds, 1, () => {
      change();
      sentAt.push(performance.now() + probed.ahead);
    });
    const endedAt = performance.now();
    const isRight = await probed.shows(feed.figure, patienceSeconds * 1_000).catch(() => false);
    const [sightings, frames] = await Promise.all([probed.sightings(), probed.frames()]);
    const delays = delaysOfMany(sentAt, latestSeen(sightings, sentAt.length));
    const gaps = frames
      .map((at, i) => ({ at, gap: at - (frames[i - 1] ?? at) }))
      .filter(({ at }) => at > beganAt + probed.ahead)
      .map(({ gap }) => gap);
    const lastAt = sightings.at(-1)?.at ?? NaN;
    return {
      contender: contender.id,
      isBatched,
      kind,
      perSecond,
      sent: sentAt.length,
      sendSeconds: (endedAt - beganAt) / 1_000,
      p50: delays.length > 0 ? quantile(delays, 0.5) : NaN,
      p99: delays.length > 0 ? quantile(delays, 0.99) : NaN,
      seenShare: delays.length / sentAt.length,
      frozen: gaps.filter((gap) => gap > FROZEN_MS).length,
      longestMs: Math.max(0, ...gaps),
      isRight,
      caughtUpMs: isRight ? Math.max(0, lastAt - (sentAt.at(-1) ?? lastAt)) : NaN,
    };
  } finally {
    await probed.close();
  }
}
