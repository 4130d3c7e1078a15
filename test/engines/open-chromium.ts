import { browserLaunch } from '@stallcast/tooling/browser';
import { chromium } from 'playwright';
import { WINDOW, type EnginePage } from './engine.js';

/** Opens the current Chromium, by which the others are judged. */
export async function openChromium(window = WINDOW): Promise<EnginePage> {
  const browser = await chromium.launch(browserLaunch());
  const page = await browser.newPage({ viewport: window });
  return {
    goto: async (address) => void (await page.goto(address)),
    evaluate: async (expression) => (await page.evaluate(expression)) as never, // The caller knows what it asked for.
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
