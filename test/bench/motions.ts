import { setTimeout as sleep } from 'node:timers/promises';
import { openFramedPage, type FramedPage } from './begin-frames.js';
import { buildPage } from './build-page.js';
import { drawWhile, UNTIL_READY } from './draw-while.js';
import type { FrameBrowser } from './frame-browsers.js';
import { startFrameServer } from './frame-server.js';
import { metricsOf } from './metrics.js';
import type { Rounds } from './measure.js';
import { buildRival } from './rivals.js';
import { inRounds, type Plan } from './rounds.js';
import { samplePictures } from './sample-pictures.js';

/** One motion, or one counter, over all the times that it was played in a round. */
export interface MotionRun {
  name: string;
  /** A motion of the library or a counter of it; a technique of others without. */
  isOurs: boolean;
  kind: 'motion' | 'counter';
  /** Frames that were drawn and of them painted, for one time. */
  frames: number;
  damaged: number;
  /** Processor time of a frame, ms. */
  cpuMs: number;
  layouts: number;
  styles: number;
  /** The moment that it has to play was played: a ticker that waits for its pace may play it a little later on a busy machine. */
  isPlayed: boolean;
}

/** The name of our counter among the counters. */
export const OUR_COUNTER = 'stall-stock-counter';
/** The technique that a motion is compared with: what compositors are made for. */
export const TRANSFORM = 'transform and opacity';

export interface MotionPlan extends Plan {
  /** How often each is played in a round. */
  times: number;
  counterSeconds: number;
}

const FULL_HD = { width: 1920, height: 1080 };
const COUNTS_A_SECOND = 5;

interface OurMotion {
  name: string;
  moment: string;
  ms: number;
}

/** What each named motion of the library costs a frame, and what others’ ways of moving do. */
export async function measureMotions(
  browser: FrameBrowser,
  withRivals: boolean,
  plan: MotionPlan,
  tell: (words: string) => void,
) {
  const pages = {
    motions: await buildPage('motions'),
    pictures: samplePictures(),
    ...(withRivals && { techniques: await buildRival('motions') }),
  };
  const server = await startFrameServer(pages);
  const opened: FramedPage[] = [];
  const open = async (name: string) => {
    const page = await openFramedPage(browser, `${server.origin}/${name}/`, FULL_HD);
    opened.push(page);
    await drawWhile(page, page.evaluate(UNTIL_READY));
    await page.ask('Performance.enable');
    await page.damaged(120);
    return page;
  };
  try {
    const ours = await open('motions');
    const theirs = withRivals ? await open('techniques') : null;
    const list = await ours.evaluate<OurMotion[]>('window.motions.list()');
    const names = (which: string) => (theirs ? theirs.evaluate<string[]>(`window.techniques.${which}`) : []);
    const acts: (() => Promise<MotionRun>)[] = [
      ...list.map((motion) => () => playOurs(ours, motion, plan.times)),
      () => countOurs(ours, plan.counterSeconds),
      ...(await names('motions')).map((name) => () => playTheirs(theirs!, name, plan.times)),
      ...(await names('counters')).map((name) => () => countTheirs(theirs!, name, plan.counterSeconds)),
    ];
    const runs: MotionRun[] = [];
    const rounds: Rounds = await inRounds(acts, plan, async (act) => {
      const run = await act();
      runs.push(run);
      tell(
        `${run.name}: ${run.cpuMs.toFixed(2)} a frame, ${run.damaged.toFixed(0)} of ${run.frames} painted, ${run.layouts} layouts${run.isPlayed ? '' : ', NOT PLAYED'}`,
      );
    });
    return { runs, rounds };
  } finally {
    await Promise.all(opened.map((page) => page.close()));
    await server.close();
  }
}

/** How long a widget is left alone before the change that sets it in motion. */
const AT_REST_MS = 700;

async function playOurs(page: FramedPage, { name, moment, ms }: OurMotion, times: number): Promise<MotionRun> {
  const quoted = JSON.stringify(name);
  let isPlayed = false;
  const cost = await playTimes(page, times, framesOf(ms), {
    set: async () => {
      await drawWhile(page, page.evaluate(`window.motions.set(${quoted})`));
      // Rows come in twice a second at most, by a clock that goes on between the frames of a quick machine.
      const from = performance.now();
      do await page.damaged(6);
      while (performance.now() - from < AT_REST_MS);
    },
    play: () => page.evaluate(`window.motions.play(${quoted})`),
    over: async () => {
      isPlayed ||= (await page.evaluate<string[]>('window.motions.played()')).includes(moment);
    },
  });
  return { name, isOurs: true, kind: 'motion', ...cost, isPlayed };
}

async function playTheirs(page: FramedPage, name: string, times: number): Promise<MotionRun> {
  const ms = await page.evaluate<number>('window.techniques.ms');
  const cost = await playTimes(page, times, framesOf(ms), {
    set: () => page.damaged(20),
    play: () => page.evaluate(`window.techniques.move(${JSON.stringify(name)})`),
  });
  return { name, isOurs: false, kind: 'motion', ...cost, isPlayed: true };
}

/** A few frames more, in which the last one is painted and what is held is let go. */
const framesOf = (ms: number) => Math.ceil((ms / 1_000) * 60) + 4;

async function playTimes(
  page: FramedPage,
  times: number,
  frames: number,
  act: { set(): Promise<unknown>; play(): Promise<unknown>; over?(): Promise<unknown> },
) {
  const sum = { damaged: 0, cpuMs: 0, layouts: 0, styles: 0 };
  for (let i = 0; i < times; i += 1) {
    await act.set();
    const before = await metricsOf(page);
    await act.play();
    sum.damaged += await page.damaged(frames);
    const after = await metricsOf(page);
    sum.cpuMs += after.cpu - before.cpu;
    sum.layouts += after.layouts - before.layouts;
    sum.styles += after.styles - before.styles;
    await act.over?.();
  }
  const { damaged, cpuMs, layouts, styles } = sum;
  return {
    frames,
    damaged: damaged / times,
    cpuMs: cpuMs / times / frames,
    layouts: layouts / times,
    styles: styles / times,
  };
}

async function countOurs(page: FramedPage, seconds: number): Promise<MotionRun> {
  const name = JSON.stringify('digits roll');
  await drawWhile(page, page.evaluate(`window.motions.set(${name})`));
  await page.damaged(36);
  return {
    ...(await counted(page, seconds, (i) => `window.motions.stock(${192 - i - 1})`)),
    name: OUR_COUNTER,
    isOurs: true,
  };
}

async function countTheirs(page: FramedPage, name: string, seconds: number): Promise<MotionRun> {
  await page.evaluate(`window.techniques.begin(${JSON.stringify(name)})`);
  await page.damaged(36);
  return {
    ...(await counted(page, seconds, () => `window.techniques.count(${JSON.stringify(name)})`)),
    name,
    isOurs: false,
  };
}

/** A number that falls five times a second. */
async function counted(
  page: FramedPage,
  seconds: number,
  change: (i: number) => string,
): Promise<Omit<MotionRun, 'name' | 'isOurs'>> {
  const frames = Math.round(seconds * 60);
  const before = await metricsOf(page);
  const changing = (async () => {
    for (let i = 0; i < seconds * COUNTS_A_SECOND; i += 1) {
      await page.evaluate(change(i));
      await sleep(1_000 / COUNTS_A_SECOND);
    }
  })();
  const [damaged] = await Promise.all([page.damaged(frames), changing]);
  const after = await metricsOf(page);
  return {
    kind: 'counter',
    frames,
    damaged,
    cpuMs: (after.cpu - before.cpu) / frames,
    layouts: after.layouts - before.layouts,
    styles: after.styles - before.styles,
    isPlayed: true,
  };
}
