import { join } from 'node:path';
import { openFramedPage, type FramedPage } from './begin-frames.js';
import { buildPageAt } from './build-page.js';
import type { Feed } from './feed.js';
import type { FrameBrowser } from './frame-browsers.js';
import { startFrameServer } from './frame-server.js';
import { HIDE, SHOW } from './hidden-page.js';
import type { Rounds } from './measure.js';
import { metricsOf } from './metrics.js';
import { atRandom } from './pace.js';
import { readFigure } from './probe.js';
import { inRounds, type Plan } from './rounds.js';
import { shownOn, untilShown } from './surge.js';
import { VARIANTS } from './variants.js';
import type { Way } from './ways.js';

/** Orders a second while nobody sees the page. */
export const HIDDEN_PER_SECOND = 1_000;
/** Ten minutes of them. */
export const HIDDEN_ORDERS = 600_000;

const SECOND = 60;
const AFTERWARDS = 2 * SECOND;
/** Of the store and the widgets that are changed in one task, as in a hidden page whose timers are held back. */
const AT_ONCE = 1_000;

/** What became of a page that was hidden while orders came, and shown again. */
export interface HiddenRun {
  name: string;
  orders: number;
  /** What the page and what draws it spent while it was hidden, ms for a thousand orders. */
  cpuMs: number;
  /** Live bytes of scripts and engine that were added, after the waste was collected. */
  heapBytes: number;
  nodes: number;
  /** Frames that were drawn until the last number was on screen. */
  framesToRight: number;
  /** Of two seconds after it was shown: what was saved up and is played then paints on and on. */
  damagedAfter: number;
  /** Of two seconds after one order, on the same page: what is to be seen of one. */
  damagedByOne: number;
}

/** Hides each page, sells a thousand a second for some seconds over its line, and shows it again. */
export async function measureHidden(
  browser: FrameBrowser,
  feed: Feed,
  ways: readonly Way[],
  plan: Plan & { runSeconds: number },
  tell: (words: string) => void,
): Promise<{ runs: HiddenRun[]; rounds: Rounds }> {
  const runs: HiddenRun[] = [];
  const rounds = await inRounds(ways, plan, async ({ contender, isBatched, name }) => {
    feed.open(contender.wire, isBatched);
    const page = await openFramedPage(browser, feed.urlOf(contender));
    try {
      await untilShown(page, contender, feed);
      const sell = () => atRandom(HIDDEN_PER_SECOND, plan.runSeconds, 1, feed.sell);
      const run = await hiddenRun(page, {
        orders: HIDDEN_PER_SECOND * plan.runSeconds,
        sell,
        sellOne: async () => feed.sell(),
        read: () => shownOn(page, contender),
        figure: () => feed.figure,
      });
      runs.push({ name, ...run });
      tell(told({ name, ...run }));
    } finally {
      await page.close();
    }
  });
  return { runs, rounds };
}

/** Ten minutes of a thousand orders a second, or a part of them, on our widgets alone, as fast as the page takes them. */
export async function measureHiddenLong(
  browser: FrameBrowser,
  orders: number,
  tell: (words: string) => void,
): Promise<HiddenRun> {
  const server = await startFrameServer({ memory: await buildPageAt(join(import.meta.dirname, 'pages', 'memory')) });
  const page = await openFramedPage(browser, `${server.origin}/memory/`);
  try {
    await page.ask('Performance.enable');
    await page.damaged(2 * SECOND);
    const read = `(${readFigure.toString()})(${JSON.stringify(VARIANTS.widgets.places)})`;
    const run = await hiddenRun(page, {
      orders,
      sell: async () => {
        for (let sold = 0; sold < orders; sold += AT_ONCE) await page.evaluate(`window.makeChanges(${AT_ONCE})`);
      },
      sellOne: () => page.evaluate('window.makeChanges(1)'),
      read: () => page.evaluate<number | null>(read),
      figure: () => page.evaluate<number>('window.figureNow()'),
    });
    const name = 'Stallcast, orders at once';
    tell(told({ name, ...run }));
    return { name, ...run };
  } finally {
    await page.close();
    await server.close();
  }
}

const told = ({ name, framesToRight, damagedAfter, heapBytes }: HiddenRun) =>
  `${name}: right after ${framesToRight} frames, ${damagedAfter} painted, ${(heapBytes / 1_000).toFixed(0)} kB`;

async function hiddenRun(
  page: FramedPage,
  act: {
    orders: number;
    sell(): Promise<void>;
    sellOne(): Promise<unknown>;
    read(): Promise<number | null>;
    figure(): number | Promise<number>;
  },
) {
  await act.sellOne();
  const damagedByOne = await page.damaged(AFTERWARDS);
  const before = await alive(page);
  await page.evaluate(HIDE);
  const { cpu } = await metricsOf(page);
  await act.sell();
  const spent = (await metricsOf(page)).cpu - cpu;
  const after = await alive(page);
  await page.evaluate(SHOW);

  const figure = await act.figure();
  let framesToRight = 0;
  let damagedAfter = 0;
  while (framesToRight < AFTERWARDS) {
    framesToRight += 1;
    damagedAfter += await page.damaged(1);
    if ((await act.read()) === figure) break;
  }
  damagedAfter += await page.damaged(AFTERWARDS);
  return {
    orders: act.orders,
    cpuMs: (spent / act.orders) * 1_000,
    heapBytes: after.heap - before.heap,
    nodes: after.nodes - before.nodes,
    framesToRight,
    damagedAfter,
    damagedByOne,
  };
}

async function alive(page: FramedPage): Promise<{ heap: number; nodes: number }> {
  for (let i = 0; i < 3; i += 1) await page.ask('HeapProfiler.collectGarbage');
  const { nodes } = (await page.ask('Memory.getDOMCounters')) as { nodes: number };
  const heap = (await page.ask('Runtime.getHeapUsage')) as { usedSize: number; embedderHeapUsedSize?: number };
  return { heap: heap.usedSize + (heap.embedderHeapUsedSize ?? 0), nodes };
}
