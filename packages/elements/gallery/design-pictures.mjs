/*
 * The pictures of docs/design-language.md and the contact sheets of docs/designer: `node gallery/design-pictures.mjs [sheet]`.
 * They are drawn from the sources.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { browserLaunch } from '../../tooling/bootstrap/browser.mjs';

const FOLDER = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
/** How large each is taken, and how well. The last is what a phone shows. */
/** @type {{ sheet: string, query?: string, file: string, scale: number, quality: number }[]} */
const SHOTS = [
  { sheet: 'themes', file: 'themes.jpg', scale: 0.6, quality: 82 },
  { sheet: 'themes', file: 'themes-phone.jpg', scale: 1 / 3, quality: 50 },
  { sheet: 'figures', file: 'figures.jpg', scale: 0.6, quality: 80 },
  { sheet: 'motion', file: 'motion.jpg', scale: 0.6, quality: 75 },
  ...['orchard', 'harvest', 'batik', 'newyear', 'night', 'paper'].map((theme) => ({
    sheet: 'contact',
    // Half of the sheets are in English.
    query: `&theme=${theme}&lang=${['harvest', 'night', 'paper'].includes(theme) ? 'en' : 'zh-CN'}`,
    file: `contact-${theme}.jpg`,
    scale: 0.32,
    quality: 73,
  })),
  { sheet: 'safe-areas', file: 'safe-areas.jpg', scale: 0.4, quality: 75 },
];

const server = await createServer({
  configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
  logLevel: 'error',
  server: { port: 0, hmr: false, watch: null },
});
await server.listen();
const [base] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(browserLaunch());
for (const { sheet, query = '', file, scale, quality } of SHOTS) {
  if (process.argv[2] && process.argv[2] !== sheet) continue;
  const page = await browser.newPage({ viewport: { width: 3500, height: 5000 }, deviceScaleFactor: scale });
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${base}gallery/design.html?sheet=${sheet}${query}`, { waitUntil: 'networkidle' });
  if (sheet === 'contact') await page.locator('main[data-ready]').waitFor();
  await page.locator('main').screenshot({ path: `${FOLDER}${file}`, quality, type: 'jpeg', animations: 'disabled' });
  await page.close();
}
await browser.close();
await server.close();
