import type { Browser } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStall } from '../../e2e/stall.js';
import { dragIntoObs, DRAG_SCREEN, openBesideObs } from '../drag-tag.js';
import { openObs } from '../open-obs.js';
import { cutPicture } from './ring.js';

/** The studio beside a real OBS, as its tag is dragged over and as OBS asks: for the documents. */
export async function shootDrag(browser: Browser, folder: string): Promise<void> {
  const own = mkdtempSync(join(tmpdir(), 'stallcast-pictures-'));
  const stall = await openStall();
  const real = await openObs({ screen: DRAG_SCREEN, language: 'zh-CN' });
  try {
    const beside = await openBesideObs(real, stall.studio());
    await beside.page.frameLocator('iframe').locator('stall-product-card').first().waitFor();
    await dragIntoObs(beside, 'studio-steps .ticket a:has(.portrait)', async (what) => {
      const file = join(own, `${what}.png`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await beside.desktop.shoot(file);
      const name = what === 'dragged' ? 'drag-into-obs' : 'drag-obs-asks';
      await cutPicture(browser, readFileSync(file), [0, 0, ...DRAG_SCREEN], [], `${folder}${name}.jpg`);
    });
    await beside.close();
  } finally {
    await real.close();
    await stall.stop();
    rmSync(own, { recursive: true, force: true });
  }
}
