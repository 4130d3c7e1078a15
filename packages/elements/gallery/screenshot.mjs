/*
 * Pictures of the gallery, to be looked at: `node gallery/screenshot.mjs <folder> [query] [width] [scale]`.
 * Without a query it takes the usual set: both widgets, both looks, both languages.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { browserLaunch } from '../../tooling/bootstrap/browser.mjs';

const [folder, query, width = '2180', scale = '0.5'] = process.argv.slice(2);
if (!folder) throw new Error('Expected a folder for the pictures: node gallery/screenshot.mjs <folder> [query]');
mkdirSync(folder, { recursive: true });

const USUAL = ['zh-CN', 'en'].flatMap((lang) => [
  `widget=product-card&lang=${lang}`,
  `widget=product-card&look=tall&lang=${lang}`,
  `widget=stock-counter&lang=${lang}`,
]);

const server = await createServer({
  configFile: new URL('vite.config.ts', import.meta.url).pathname,
  logLevel: 'error',
});
await server.listen(0);
const [base] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(browserLaunch());
const page = await browser.newPage({
  viewport: { width: Number(width), height: 800 },
  deviceScaleFactor: Number(scale),
});
page.on('pageerror', (error) => console.error(error.message));
page.on('response', (answer) => answer.status() < 400 || console.error(answer.status(), answer.url()));
page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
for (const one of query === undefined ? USUAL : [query]) {
  await page.goto(`${base}gallery/index.html?${one}`, { waitUntil: 'networkidle' });
  const path = join(folder, `${one.replaceAll(/[&=,]/g, '-') || 'all'}.png`);
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  console.log(path);
}
await browser.close();
await server.close();
