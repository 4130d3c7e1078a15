import { openFramedPage } from './begin-frames.js';
import type { BuiltPage } from './build-page.js';
import type { FrameBrowser } from './frame-browsers.js';
import { startFrameServer } from './frame-server.js';
import { readFigure } from './probe.js';
import { createScriptedStall } from './scripted-stall.js';
import { VARIANTS, type Variant } from './variants.js';

/** What a page did while boxes were sold one after the other, by counts that are the same on every machine. */
export interface SurgeFrames {
  /** Boxes that were sold. */
  sold: number;
  /** Frames that were painted anew. */
  damaged: number;
  layouts: number;
  /** Recalculations of style. */
  styles: number;
  /** The number on the page in the end, and the one that is to be there. */
  shown: number | null;
  figure: number;
}

const FRAMES = 120;
/** Twenty boxes a second: faster than anybody reads, so slow that most frames have nothing to show. */
const EVERY = 3;

/** Sells a box with every third of 120 frames, after a second of the same, and counts. */
export async function countSurgeFrames(
  browser: FrameBrowser,
  pages: Readonly<Record<Variant, BuiltPage>>,
  variant: Variant,
): Promise<SurgeFrames> {
  const server = await startFrameServer(pages);
  const stall = createScriptedStall();
  server.offer(stall);
  const page = await openFramedPage(browser, `${server.origin}/${variant}/`).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const shown = () =>
    page.evaluate<number | null>(`(${readFigure.toString()})(${JSON.stringify(VARIANTS[variant].places)})`);
  const figures = async () => {
    const { metrics } = (await page.ask('Performance.getMetrics')) as { metrics: { name: string; value: number }[] };
    const value = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
    return { layouts: value('LayoutCount'), styles: value('RecalcStyleCount') };
  };
  const sell = async (frames: number) => {
    let damaged = 0;
    for (let frame = 0; frame < frames; frame += EVERY) {
      server.send(stall.sell());
      damaged += await page.damaged(EVERY);
    }
    return damaged;
  };
  try {
    for (let drawn = 0; drawn < 600 && (await shown()) !== stall.figure; drawn += 6) await page.damaged(6);
    await page.damaged(60);
    await page.ask('Performance.enable');
    await sell(60);
    const before = await figures();
    const damaged = await sell(FRAMES);
    const after = await figures();
    await page.damaged(6);
    return {
      sold: FRAMES / EVERY,
      damaged,
      layouts: after.layouts - before.layouts,
      styles: after.styles - before.styles,
      shown: await shown(),
      figure: stall.figure,
    };
  } finally {
    await page.close();
    await server.close();
  }
}
