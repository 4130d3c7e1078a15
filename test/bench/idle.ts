import { setTimeout as sleep } from 'node:timers/promises';
import { openFramedPage, type FramedPage } from './begin-frames.js';
import type { Contender } from './contenders.js';
import type { Feed } from './feed.js';
import type { FrameBrowser } from './frame-browsers.js';
import type { Rounds } from './measure.js';
import { inRounds, type Plan } from './rounds.js';
import { HIDE } from './hidden-page.js';
import { untilShown } from './surge.js';
import { READ_WAKES, WAKE_COUNTER, type Wakes } from './wake-counter.js';

/** What one page did while nothing happened, and then while nobody saw it. */
export interface IdleRun {
  contender: string;
  /** Frames that were painted, of those that were drawn. */
  damaged: number;
  drawn: number;
  idle: Wakes & { cpuMs: number };
  hidden: Wakes & { cpuMs: number };
}

/** The page that is blank, among the contenders. */
export const BLANK = 'blank';

/** How many are watched at once: they hardly do anything, and what they spend is counted for each alone. */
const AT_ONCE = 4;
/** What every engine paints by itself at first is over then. */
const STARTING = 300;

/** What pages do while nothing changes, and hidden: what they paint, how often they wake, what they take of the processor. */
export async function measureIdle(
  browser: FrameBrowser,
  feed: Feed,
  contenders: readonly Contender[],
  plan: Plan & { runSeconds: number },
  tell: (words: string) => void,
): Promise<{ runs: IdleRun[]; rounds: Rounds }> {
  const all = [null, ...contenders];
  const groups = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) =>
    all.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
  const runs: IdleRun[] = [];
  const rounds = await inRounds(groups, plan, async (group) => {
    // The stall is told to whoever asks, over any wire, as long as nothing is sold.
    feed.open(group.some((one) => one?.wire === 'nodecg') ? 'nodecg' : 'frames');
    const found = await Promise.all(group.map((contender) => oneRun(browser, feed, contender, plan.runSeconds)));
    runs.push(...found);
    for (const { contender, damaged, idle, hidden } of found) {
      tell(`${contender}: ${damaged} painted, ${idle.timers} timers idle, ${hidden.timers} hidden`);
    }
  });
  return { runs, rounds };
}

async function oneRun(
  browser: FrameBrowser,
  feed: Feed,
  contender: Contender | null,
  seconds: number,
): Promise<IdleRun> {
  const url = contender ? feed.urlOf(contender) : feed.blankUrl;
  const page = await openFramedPage(browser, url, { before: WAKE_COUNTER });
  try {
    if (contender) await untilShown(page, contender, feed);
    await page.damaged(STARTING);
    const drawn = Math.round(seconds * 60);
    let damaged = 0;
    const idle = await counted(page, async () => {
      damaged = await page.damaged(drawn);
    });
    await page.evaluate(HIDE);
    await sleep(500);
    const hidden = await counted(page, () => sleep(seconds * 1_000));
    return { contender: contender?.id ?? BLANK, damaged, drawn, idle, hidden };
  } finally {
    await page.close();
  }
}

async function counted(page: FramedPage, act: () => Promise<void>): Promise<Wakes & { cpuMs: number }> {
  const read = async () => ({ ...(await page.evaluate<Wakes>(READ_WAKES)), cpuMs: await page.cpuMs() });
  const before = await read();
  await act();
  const after = await read();
  return {
    frames: after.frames - before.frames,
    timers: after.timers - before.timers,
    cpuMs: after.cpuMs - before.cpuMs,
  };
}
