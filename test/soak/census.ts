import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright';
import type { Checkpoint } from './checkpoint.js';

/** Of Linux; elsewhere nothing is read there. */
const PAGE_BYTES = 4_096;

/** Counts what is alive in a page. */
export interface Census {
  take(events: number): Promise<Checkpoint>;
}

/** Opens a census of one page; it keeps no console lines, which would hold what they tell of. */
export async function openCensus(page: Page): Promise<Census> {
  const session = await page.context().newCDPSession(page);
  const whole = await page.context().browser()!.newBrowserCDPSession();
  const beganAt = performance.now();
  return {
    async take(events) {
      for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      const heap = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; embedderHeapUsedSize?: number };
      const shown = await page.evaluate(countShown);
      const handles = await page.evaluate(() => {
        const all = 'handles' in window ? (window.handles as () => Record<string, number>)() : {};
        return Object.values(all).reduce((sum, one) => sum + one, 0);
      });
      return {
        atMs: performance.now() - beganAt,
        events,
        nodes,
        shown,
        detached: nodes - shown,
        listeners: jsEventListeners,
        handles,
        heap: heap.usedSize,
        embedder: heap.embedderHeapUsedSize ?? 0,
        resident: await residentOf(whole),
      };
    },
  };
}

/** Nodes of the document and of every shadow tree in it. */
function countShown(): number {
  let count = 0;
  const roots: Node[] = [document];
  for (let root = roots.pop(); root; root = roots.pop()) {
    const walker = document.createTreeWalker(root);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      count += 1;
      const shadow = node instanceof Element ? node.shadowRoot : null;
      if (shadow) roots.push(shadow);
    }
  }
  return count;
}

/** Of the renderer that has the most: a browser keeps a spare one. */
async function residentOf(whole: CDPSession): Promise<number> {
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const pages = await Promise.all(
    renderers.map(async ({ id }) => {
      const text = await readFile(`/proc/${id}/statm`, 'utf8').catch(() => '0 0');
      return Number(text.split(' ')[1]);
    }),
  );
  return Math.max(0, ...pages) * PAGE_BYTES;
}
