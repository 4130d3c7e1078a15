import { join } from 'node:path';
import { openFramedPage, type FramedPage } from './begin-frames.js';
import { buildPageAt } from './build-page.js';
import type { FrameBrowser } from './frame-browsers.js';
import { startFrameServer } from './frame-server.js';
import { metricsOf } from './metrics.js';

/** What the three widgets hold and do for changes, in counts that do not depend on the speed of a machine. */
export interface ChangeCosts {
  /** Nodes of the document and its shadow roots, and listeners, with four orders on screen. */
  nodes: number;
  listeners: number;
  /** Of one order that comes alone, until all is at rest again. */
  layoutsOfOne: number;
  /** Of a hundred orders that come before one frame, until all is at rest again: they are one flush. */
  layoutsOfHundred: number;
  /** Bytes that are allocated for a change, ten of them in each frame. */
  allocated: number;
}

const REST = 90;
const ORDERS = 5;
const FLOOD = 1_000;
const IN_A_FRAME = 10;

/** Counts them, in a page that makes its changes itself. */
export async function countChangeCosts(browser: FrameBrowser): Promise<ChangeCosts> {
  const server = await startFrameServer({ memory: await buildPageAt(join(import.meta.dirname, 'pages', 'memory')) });
  const page = await openFramedPage(browser, `${server.origin}/memory/`).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  try {
    await page.ask('Performance.enable');
    // Pools and caches fill, and everything is loaded that is loaded when it is used.
    await flood(page, 300);
    await page.damaged(3 * REST);
    for (let i = 0; i < 3; i += 1) await page.ask('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = (await page.ask('Memory.getDOMCounters')) as Record<string, number>;
    return {
      nodes: nodes ?? 0,
      listeners: jsEventListeners ?? 0,
      layoutsOfOne: await layoutsOf(page, 1),
      layoutsOfHundred: await layoutsOf(page, 100),
      allocated: await allocatedBy(page),
    };
  } finally {
    await page.close();
    await server.close();
  }
}

async function flood(page: FramedPage, changes: number): Promise<void> {
  for (let made = 0; made < changes; made += IN_A_FRAME) {
    await page.evaluate(`window.makeChanges(${IN_A_FRAME})`);
    await page.damaged(1);
  }
}

/** The median would hide one that is laid out now and then: told is the mean. */
async function layoutsOf(page: FramedPage, changes: number): Promise<number> {
  let layouts = 0;
  for (let i = 0; i < ORDERS; i += 1) {
    const before = await metricsOf(page);
    await page.evaluate(`window.makeChanges(${changes})`);
    await page.damaged(REST, 'fast');
    layouts += (await metricsOf(page)).layouts - before.layouts;
  }
  return layouts / ORDERS;
}

interface Sampled {
  selfSize: number;
  children: Sampled[];
}

async function allocatedBy(page: FramedPage): Promise<number> {
  await page.ask('HeapProfiler.startSampling', {
    samplingInterval: 512,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  await flood(page, FLOOD);
  const { profile } = (await page.ask('HeapProfiler.stopSampling')) as { profile: { head: Sampled } };
  const sizeOf = ({ selfSize, children }: Sampled): number =>
    children.reduce((sum, one) => sum + sizeOf(one), selfSize);
  return sizeOf(profile.head) / FLOOD;
}
