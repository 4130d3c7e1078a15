import { chromium, type Browser, type Page } from '@playwright/test';
import { browserLaunch } from '../../packages/tooling/bootstrap/browser.mjs';
import { openDesktop, type Desktop, type Point } from './desktop.js';
import type { OpenObs } from './open-obs.js';

/** Beside each other: the studio as wide as it is on half a laptop's screen, OBS on the rest. */
export const DRAG_SCREEN = [1760, 800] as const;
const STUDIO_WIDTH = 780;

/** How often a drag is tried: on a busy machine a program may answer too late for it. */
const TRIES = 3;
const QUESTION_MS = 10_000;

export interface BesideObs {
  page: Page;
  desktop: Desktop;
  close(): Promise<void>;
}

/** Opens a page in a window beside OBS's, on the same screen. */
export async function openBesideObs({ display }: OpenObs, url: string): Promise<BesideObs> {
  const desktop = openDesktop(display);
  const obsWindow = await waitForWindow(desktop, '^OBS ');
  await desktop.placeWindow(obsWindow, [STUDIO_WIDTH, 0, DRAG_SCREEN[0] - STUDIO_WIDTH, DRAG_SCREEN[1]]);
  const browser = await openHeaded(display);
  const page = await (await browser.newContext({ viewport: null })).newPage();
  await page.goto(url);
  return { page, desktop, close: () => browser.close() };
}

function openHeaded(display: string): Promise<Browser> {
  const launch = browserLaunch();
  const size = `${STUDIO_WIDTH},${DRAG_SCREEN[1]}`;
  return chromium.launch({
    ...launch,
    headless: false,
    args: [...launch.args, '--ozone-platform=x11', '--window-position=0,0', `--window-size=${size}`],
    env: { ...process.env, DISPLAY: display },
  });
}

/**
 * Drags what a selector finds over OBS's preview, lets it go there, and says yes to what OBS asks.
 *
 * @param look Called as it hangs over OBS, and again when OBS asks.
 */
export async function dragIntoObs(
  { page, desktop }: BesideObs,
  selector: string,
  look: (what: 'dragged' | 'asked', question: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const tag = page.locator(selector);
  await tag.scrollIntoViewIfNeeded();
  const from = await tag.evaluate((element): Point => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [screenX + left + width / 2, screenY + outerHeight - innerHeight + top + height / 2];
  });
  const to: Point = [STUDIO_WIDTH + (DRAG_SCREEN[0] - STUDIO_WIDTH) / 2, 260];
  for (let tries = 1; ; tries += 1) {
    await desktop.dragTo(from, to);
    await look('dragged', '');
    await desktop.drop();
    try {
      const question = await waitForWindow(desktop, 'URL', QUESTION_MS);
      await look('asked', question);
      await desktop.press(question, 'Return');
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

/** Waits for a window of OBS by its title. */
export async function waitForWindow(desktop: Desktop, title: string, limitMs = 30_000): Promise<string> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await desktop.findWindow(title);
    if (found !== null) return found;
    if (performance.now() > end) throw new Error(`Expected a window “${title}” of OBS, found none in time.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
