import { openFramedPage, type FramedPage } from './begin-frames.js';
import type { BuiltPage } from './build-page.js';
import type { FrameBrowser } from './frame-browsers.js';
import { startFrameServer } from './frame-server.js';
import { readFigure } from './probe.js';
import { createScriptedStall } from './scripted-stall.js';
import { VARIANTS, type Variant } from './variants.js';

/** Ten seconds of the screen. */
export const IDLE_FRAMES = 600;

const SECOND = 60;
const MAX_FRAMES_TO_SHOW = 10 * SECOND;
/**
 * Entrances are over after it, and so is a frame that every engine paints anew by itself, also of an empty page, four seconds
 * after its start (seen in Chromium 103 and 127; why is not known).
 */
const SETTLING = 5 * SECOND;

/** What is counted on one page in one browser. */
export interface DamagedFrames {
  browser: string;
  version: string;
  variant: Variant;
  /** The stall is marked as a demo. */
  synthetic: boolean;
  /** Of the second after one box was sold: above zero, or the count shows nothing. */
  onChange: number;
  /** Of `IDLE_FRAMES` after that, with the order on screen, while nothing changed but a sign of life came in every second. */
  idle: number;
}

/** Counts the frames of a page that were painted anew: after a change, and at rest. */
export async function countDamagedFrames(
  browser: FrameBrowser,
  pages: Readonly<Record<Variant, BuiltPage>>,
  variant: Variant,
  synthetic = false,
): Promise<DamagedFrames> {
  const server = await startFrameServer(pages, { pingEveryMs: 1_000 });
  const stall = createScriptedStall({ synthetic });
  server.offer(stall);
  const page = await openFramedPage(browser, `${server.origin}/${variant}/`).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  try {
    await drawUntilShown(page, variant, stall.figure);
    await page.damaged(SETTLING);

    server.send(stall.sell());
    const onChange = await page.damaged(SECOND);
    await drawUntilShown(page, variant, stall.figure);
    await page.damaged(2 * SECOND);
    const idle = await page.damaged(IDLE_FRAMES);
    return { browser: browser.name, version: page.version, variant, synthetic, onChange, idle };
  } finally {
    await page.close();
    await server.close();
  }
}

async function drawUntilShown(page: FramedPage, variant: Variant, figure: number): Promise<void> {
  const read = `(${readFigure.toString()})(${JSON.stringify(VARIANTS[variant].places)})`;
  let shown: number | null = null;
  for (let drawn = 0; drawn < MAX_FRAMES_TO_SHOW; drawn += 6) {
    shown = await page.evaluate<number | null>(read);
    if (shown === figure) return;
    await page.damaged(6);
  }
  throw new Error(`Expected the page "${variant}" to show ${figure} within ten seconds, it shows ${String(shown)}.`);
}
