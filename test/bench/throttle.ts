import { chromium } from '@playwright/test';
import { browserLaunch } from '@stallcast/tooling/browser';
import { verdict } from './bounds.js';
import { duelsOf } from './duels.js';
import type { Feed } from './feed.js';
import type { Measured } from './measure.js';
import { atRandom } from './pace.js';
import { openProbedPage, type ProbedPage } from './probed-page.js';
import { inRounds, type Plan } from './rounds.js';
import { spreadOf } from './statistics.js';
import { nameOfWay, type Way } from './ways.js';

/** How much slower the browser is made to compute. */
const TIMES_SLOWER = 6;
/** Orders a second, one rung after the other; the last is more than a window can tell apart. */
const RUNGS = [25, 50, 100, 200, 400, 800, 1_600, 3_200];
const TRIES = 3;
/** A frame was left out where the next one comes later than this, ms: one and a half at sixty a second. */
const LATE_MS = 25;
const OURS = nameOfWay('widgets', true);

/** How many orders a second each page takes on a slow computer before it leaves out a frame. */
export async function measureThrottled(
  feed: Feed,
  ways: readonly Way[],
  plan: Plan & { windowSeconds: number },
  tell: (words: string) => void,
): Promise<Measured> {
  const browser = await chromium.launch(browserLaunch());
  const taken: Record<string, number[]> = {};
  try {
    const rounds = await inRounds(ways, plan, async (way) => {
      feed.open(way.contender.wire, way.isBatched);
      const probed = await openProbedPage(browser, feed, way.contender);
      try {
        const most = await climb(probed, feed, plan.windowSeconds);
        (taken[way.name] ??= []).push(most);
        tell(`${way.name}: ${most} orders a second`);
      } finally {
        await probed.close();
      }
    });
    return report(taken, rounds, browser.version());
  } finally {
    await browser.close();
  }
}

async function climb(probed: ProbedPage, feed: Feed, seconds: number): Promise<number> {
  await atRandom(100, 0.5, 1, feed.sell);
  await probed.devtools.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER });
  let held = 0;
  for (const rung of RUNGS) {
    let isHeld = false;
    // Another process may take the processor for a moment: what is held once can be held.
    for (let i = 0; i < TRIES && !isHeld; i += 1) isHeld = (await lateFrames(probed, feed, rung, seconds)) === 0;
    if (!isHeld) break;
    held = rung;
  }
  return held;
}

async function lateFrames(probed: ProbedPage, feed: Feed, perSecond: number, seconds: number): Promise<number> {
  const from = performance.now() + probed.ahead;
  await atRandom(perSecond, seconds, perSecond, feed.sell);
  const to = performance.now() + probed.ahead;
  // Asked once the page is idle again, or the question itself would be a load.
  if (!(await probed.shows(feed.figure, 3_000))) return Infinity;
  const frames = await probed.frames();
  return frames.filter((at, i) => at > from && (frames[i - 1] ?? at) < to && at - (frames[i - 1] ?? at) > LATE_MS)
    .length;
}

function report(taken: Record<string, number[]>, rounds: Measured['rounds'], version: string): Measured {
  // Less is better in a duel: what is compared is the time that each has for one order.
  const times = Object.fromEntries(
    Object.entries(taken).map(([name, all]) => [name, all.map((one) => 1 / Math.max(one, RUNGS[0]! / 2))]),
  );
  const ours = taken[OURS];
  const best = ours ? Math.max(...ours) : 0;
  return {
    id: 'THROTTLE',
    title: 'On a computer six times slower',
    lead:
      `Chromium ${version}, made to compute ${TIMES_SLOWER} times slower, its own 60 frames a second. Orders come ever faster, each rung twice the one before; told is the ` +
      `highest at which no frame was left out, in one of ${TRIES} windows. 0 is less than ${RUNGS[0]} a second. The processor is this machine’s: only the order of the pages holds elsewhere.`,
    head: ['Page', 'Orders a second without a lost frame'],
    rows: Object.entries(taken).map(([name, all]) => {
      const { low, middle, high } = spreadOf(all);
      return [name, `${middle} (${low} to ${high})`];
    }),
    verdicts: ours
      ? [
          verdict(
            'Orders a second, six times slower, no frame lost',
            'at least 100 in the end',
            String(best),
            best >= 100,
            'goal not reached',
          ),
        ]
      : [],
    raw: taken,
    ...(rounds && { rounds }),
    duels: duelsOf('Time needed for an order, six times slower', times, OURS),
    chart: {
      title: 'Orders a second without a lost frame, six times slower',
      isMoreBetter: true,
      bars: Object.entries(taken).map(([label, all]) => {
        const { low, middle, high } = spreadOf(all);
        return { label, value: middle, spread: [low, high] as const, isOurs: label === OURS };
      }),
    },
  };
}
