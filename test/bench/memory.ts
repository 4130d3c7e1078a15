import { openFramedPage, type FramedPage } from './begin-frames.js';
import { verdict } from './bounds.js';
import { buildPageAt } from './build-page.js';
import type { FrameBrowser } from './frame-browsers.js';
import type { Measured } from './measure.js';
import { startFrameServer } from './frame-server.js';
import { join } from 'node:path';

/** What is alive in a page after its waste was collected. */
interface Checkpoint {
  events: number;
  nodes: number;
  listeners: number;
  /** Of scripts and of the engine's own objects, bytes. */
  heap: number;
}

const SLOPE = 0.2;
const SETTLING = 180;

/**
 * Counts what is alive after each tenth of many changes, in a page that is drawn meanwhile.
 *
 * The page makes the changes itself, so that no line holds it up: 100 in each frame. The control is a list by Lit's `repeat`,
 * which leaks a node a row: if it does not grow, the count sees nothing.
 */
export async function measureMemory(
  browser: FrameBrowser,
  events: number,
  tell: (words: string) => void,
): Promise<Measured> {
  const pages = {
    memory: await buildPageAt(join(import.meta.dirname, 'pages', 'memory')),
    'lit-repeat': await buildPageAt(join(import.meta.dirname, 'pages', 'lit-repeat')),
  };
  const server = await startFrameServer(pages);
  const found: Record<string, Checkpoint[]> = {};
  try {
    for (const [name, count] of [
      ['memory', events],
      ['lit-repeat', Math.min(events, 20_000)],
    ] as const) {
      const page = await openFramedPage(browser, `${server.origin}/${name}/`);
      try {
        found[name] = await checkpointsOf(page, count, tell);
      } finally {
        await page.close();
      }
    }
  } finally {
    await server.close();
  }
  return report(found);
}

async function checkpointsOf(page: FramedPage, events: number, tell: (words: string) => void): Promise<Checkpoint[]> {
  const checkpoints: Checkpoint[] = [];
  const TENTHS = 10;
  // The first tenth fills caches and pools and compiles.
  for (let tenth = 1; tenth <= TENTHS + 1; tenth += 1) {
    for (let made = 0; made < events / TENTHS; made += 100) {
      await page.evaluate('window.makeChanges(100)');
      await page.damaged(1, 'fast');
    }
    await page.damaged(SETTLING, 'fast');
    for (let i = 0; i < 3; i += 1) await page.ask('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = (await page.ask('Memory.getDOMCounters')) as Record<string, number>;
    const heap = (await page.ask('Runtime.getHeapUsage')) as { usedSize: number; embedderHeapUsedSize?: number };
    const one = {
      events: (tenth - 1) * (events / TENTHS),
      nodes: nodes ?? 0,
      listeners: jsEventListeners ?? 0,
      heap: heap.usedSize + (heap.embedderHeapUsedSize ?? 0),
    };
    checkpoints.push(one);
    tell(`${one.events} changes: ${one.nodes} nodes, ${one.listeners} listeners, ${(one.heap / 1e6).toFixed(2)} MB`);
  }
  return checkpoints;
}

function report(found: Record<string, Checkpoint[]>): Measured {
  const ours = found['memory'] ?? [];
  const control = found['lit-repeat'] ?? [];
  const spread = (all: readonly number[]) => Math.max(...all) - Math.min(...all);
  // The pools of rows and the order in which the engine lets go of text differ by a few at each checkpoint.
  const nodes = spread(ours.slice(1).map((one) => one.nodes));
  const listeners = spread(ours.slice(1).map((one) => one.listeners));
  const slope = slopeOf(ours.slice(1));
  const grown = (control.at(-1)?.nodes ?? 0) - (control[0]?.nodes ?? 0);
  return {
    id: 'P8',
    title: 'Memory after many changes',
    lead:
      'Card, counter and ticker take changes, a hundred in each frame, through the store as from the relay. After each tenth the waste is collected and what ' +
      'is alive is counted. The control is a list by Lit’s `repeat`, which is known to leak a node a row: it has to grow, or the count sees nothing.',
    head: ['Page', 'Changes', 'Nodes', 'Listeners', 'Heap, kB'],
    rows: Object.entries(found).flatMap(([name, all]) =>
      all.map((one) => [
        name === 'memory' ? 'Stallcast' : 'Lit’s repeat',
        one.events.toLocaleString('en-US'),
        one.nodes.toLocaleString('en-US'),
        one.listeners,
        (one.heap / 1_000).toFixed(0),
      ]),
    ),
    verdicts: [
      verdict(
        'Nodes at every checkpoint',
        'equal',
        nodes === 0 ? 'equal' : `${nodes} apart`,
        nodes === 0,
        'goal not reached',
      ),
      verdict(
        'Listeners at every checkpoint',
        'equal',
        listeners === 0 ? 'equal' : `${listeners} apart`,
        listeners === 0,
        'goal not reached',
      ),
      verdict('Heap, bytes a change', `at most ${SLOPE}`, slope.toFixed(2), slope <= SLOPE, 'goal not reached'),
      verdict('Nodes of the control', 'grow', `${grown} more`, grown > 1_000),
    ],
    raw: found,
  };
}

/** The straight line through the checkpoints, bytes a change. */
function slopeOf(all: readonly Checkpoint[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const x = mean(all.map(({ events }) => events));
  const y = mean(all.map(({ heap }) => heap));
  const above = all.reduce((sum, { events, heap }) => sum + (events - x) * (heap - y), 0);
  const below = all.reduce((sum, { events }) => sum + (events - x) ** 2, 0);
  return below === 0 ? 0 : above / below;
}
