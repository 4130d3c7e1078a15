import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserLaunch } from '../../packages/tooling/bootstrap/browser.mjs';
import { buildPageAt } from '../bench/build-page.js';
import { startFrameServer } from '../bench/frame-server.js';
import { openCensus } from './census.js';
import type { Checkpoint } from './checkpoint.js';

const ROWS = 200;

/**
 * Takes the same census of a page that is known to leak: a list by Lit's `repeat`, which keeps a node a row. Where its checkpoints
 * pass, the census sees nothing.
 */
export async function playControl(engine: string, checkpoints: number): Promise<Checkpoint[]> {
  const page = await buildPageAt(join(import.meta.dirname, '../bench/pages/lit-repeat'));
  const server = await startFrameServer({ control: page });
  const browser = await chromium.launch(browserLaunch(engine));
  try {
    const leaking = await browser.newPage();
    await leaking.goto(`${server.origin}/control/`);
    const census = await openCensus(leaking);
    const taken: Checkpoint[] = [];
    for (let i = 0; i <= checkpoints; i += 1) {
      await leaking.evaluate(async (rows) => {
        for (let row = 0; row < rows; row += 10) {
          window.makeChanges(10);
          await new Promise(requestAnimationFrame);
        }
      }, ROWS);
      taken.push(await census.take((i + 1) * ROWS));
    }
    return taken;
  } finally {
    await browser.close();
    await server.close();
  }
}
