import { setTimeout as sleep } from 'node:timers/promises';
import { openFramedPage, type FramedPage } from './begin-frames.js';
import { buildPage } from './build-page.js';
import { drawWhile, UNTIL_READY } from './draw-while.js';
import type { FrameBrowser } from './frame-browsers.js';
import { startFrameServer } from './frame-server.js';
import { samplePictures } from './sample-pictures.js';

/** How much is looked at, and for how long. */
export interface RestPlan {
  themes: readonly string[];
  /** Only every so manieth state; all of them without it. */
  every?: number;
  /** Drawn after a second of settling, sixty a second. */
  frames: number;
  /** For how many frames a countdown is watched, in each theme. */
  countdownFrames: number;
}

/** What was painted at rest in one theme by one browser. */
export interface RestCount {
  browser: string;
  version: string;
  theme: string;
  /** Widgets in a state and a look, each. */
  states: number;
  frames: number;
  damaged: number;
  /** Those that were painted when they were looked at alone. */
  guilty: string[];
  /** Of the second after the stock changed: above zero, or the count shows nothing. */
  onChange: number;
  /** A running countdown: how often its text changed, and how often it was painted. */
  ticks: number;
  painted: number;
}

/** So many states fit side by side. Pixels cost only when they are painted. */
const SIDE = 4_320;
const SECOND = 60;
/** A ticker shows a surge row by row for some seconds. */
const LONGEST_PLAY_S = 8;
const NO_COUNTDOWN = { ticks: 0, painted: 0 };
/** A frame that every engine paints anew by itself, also of an empty page, four seconds after its start. */
const STARTING = 5 * SECOND;

/** Counts what is painted of all widgets, in all states, looks and the themes asked for, while nothing changes. */
export async function countAtRest(browser: FrameBrowser, plan: RestPlan): Promise<RestCount[]> {
  const server = await startFrameServer({ rest: await buildPage('rest'), pictures: samplePictures() });
  const page = await openFramedPage(browser, `${server.origin}/rest/`, { width: SIDE, height: SIDE }).catch(
    async (error: unknown) => {
      await server.close();
      throw error;
    },
  );
  try {
    await drawWhile(page, page.evaluate(UNTIL_READY));
    if (plan.every) await page.evaluate(`window.takeEvery(${plan.every})`);
    await page.damaged(STARTING);
    const counts: RestCount[] = [];
    for (const theme of plan.themes) {
      counts.push({ browser: browser.name, version: page.version, ...(await countTheme(page, theme, plan)) });
    }
    return counts;
  } finally {
    await page.close();
    await server.close();
  }
}

async function countTheme(page: FramedPage, theme: string, plan: RestPlan) {
  const count = { theme, states: 0, frames: plan.frames, damaged: 0, guilty: [] as string[], onChange: 0 };
  for (let from = 0, isLast = false; !isLast;) {
    const filled = page.evaluate<{ names: string[]; next: number; isLast: boolean }>(
      `window.fill(${JSON.stringify(theme)}, ${from})`,
    );
    await drawWhile(page, filled);
    const { names, next } = await filled;
    await settle(page);
    const damaged = await page.damaged(plan.frames);
    count.damaged += damaged;
    if (from === 0) {
      await page.evaluate('window.disturb()');
      count.onChange = await page.damaged(SECOND);
    }
    if (damaged > 0) count.guilty.push(...(await findGuilty(page, theme, from, names)));
    count.states += names.length;
    ({ isLast } = await filled);
    from = next;
  }
  const countdown = plan.countdownFrames > 0 ? await watchCountdown(page, theme, plan.countdownFrames) : NO_COUNTDOWN;
  return { ...count, ...countdown };
}

/** What orders set going is played to its end: a second, and on until one was still. What never ends is counted. */
async function settle(page: FramedPage): Promise<void> {
  for (let i = 0; i < LONGEST_PLAY_S && (await page.damaged(SECOND)) > 0; i += 1);
}

/** Looks at each state alone. One that was painted only beside the others is told with all of them. */
async function findGuilty(page: FramedPage, theme: string, from: number, names: readonly string[]): Promise<string[]> {
  const guilty: string[] = [];
  for (const [i, name] of names.entries()) {
    const set = page.evaluate(`window.alone(${JSON.stringify(theme)}, ${from + i})`);
    await drawWhile(page, set);
    await page.damaged(SECOND / 2);
    if ((await page.damaged(SECOND / 6)) > 0) guilty.push(name);
  }
  return guilty.length > 0 ? guilty : [`one of ${names[0]} to ${names.at(-1)}, beside the others`];
}

async function watchCountdown(page: FramedPage, theme: string, frames: number) {
  await drawWhile(page, page.evaluate(`window.countDown(${JSON.stringify(theme)})`));
  await page.damaged(SECOND);
  const read = () => page.evaluate<string>('window.readText()');
  // It begins between two changes: one that is not painted yet would be painted without having been seen to change.
  let text = await read();
  for (let i = 0; i < SECOND; i += 1) {
    const isPainted = (await page.damaged(1)) === 0;
    const next = await read();
    if (isPainted && next === text) break;
    text = next;
  }
  let ticks = 0;
  let painted = 0;
  for (let drawn = 0; drawn < frames; drawn += 1) {
    painted += await page.damaged(1);
    await sleep(10);
    const next = await read();
    if (next !== text) ticks += 1;
    text = next;
  }
  // What changed after the last frame is painted by the next.
  painted += await page.damaged(2);
  return { ticks, painted };
}
