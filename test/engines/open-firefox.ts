import puppeteer from 'puppeteer-core';
import { EVALUATION_LIMIT_MS, WINDOW, type EnginePage } from './engine.js';

/** Opens a stock Firefox over WebDriver BiDi. */
export async function openFirefox(executablePath: string, window = WINDOW): Promise<EnginePage> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: window,
    protocolTimeout: EVALUATION_LIMIT_MS,
    timeout: 60_000,
  });
  const page = await browser.newPage();
  return {
    goto: async (address) => void (await page.goto(address)),
    evaluate: async (expression) => (await page.evaluate(expression)) as never, // The caller knows what it asked for.
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => browser.close(),
  };
}
