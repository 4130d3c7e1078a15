/*
 * Motion frame by frame, for docs/design-language.md: `node gallery/motion-strips.mjs [strip] [folder] [scale]`. At 0, 25, 50, 75 and 100 % of
 * the time, in three themes of different temperament: orchard swings, harvest stops hard, night fades.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { browserLaunch } from '../../tooling/bootstrap/browser.mjs';

const [, , only, folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url)), scale = '0.2'] =
  process.argv;
const STRIPS = ['in', 'out', 'stamp', 'bring-back', 'roll', 'surge', 'goal', 'announcement'];

const server = await createServer({
  configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
  logLevel: 'error',
  server: { port: 0, hmr: false, watch: null },
});
await server.listen();
const [base] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(browserLaunch());
for (const strip of STRIPS) {
  if (only && only !== 'all' && only !== strip) continue;
  const page = await browser.newPage({ viewport: { width: 5600, height: 1600 }, deviceScaleFactor: Number(scale) });
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${base}gallery/motion.html?strip=${strip}`);
  await page.waitForSelector('main[data-is-ready]', { timeout: 120_000 });
  // A folder that was asked for gets pictures to look at.
  const path = `${folder}motion-${strip}.${process.argv[3] ? 'png' : 'jpg'}`;
  await page.locator('main').screenshot(process.argv[3] ? { path } : { path, quality: 72, type: 'jpeg' });
  console.log(path);
  await page.close();
}
await browser.close();
await server.close();
