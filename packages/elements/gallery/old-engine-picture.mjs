/*
 * What Chromium 103 shows, above, and a current one, below: `node gallery/old-engine-picture.mjs`.
 * It writes docs/pictures/contact-103.jpg.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { browserLaunch } from '../../tooling/bootstrap/browser.mjs';

const PATH = fileURLToPath(new URL('../../../docs/pictures/contact-103.jpg', import.meta.url));
const QUERY = 'widget=announcement,product-card&state=long-text&theme=newyear&bare&zoom=0.6';

const server = await createServer({
  configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
  logLevel: 'error',
  server: { port: 0, hmr: false, watch: null },
});
await server.listen();
const [base] = server.resolvedUrls?.local ?? [];
const pictures = [];
for (const engine of ['103', '']) {
  const browser = await chromium.launch(browserLaunch(engine));
  const page = await browser.newPage({ viewport: { width: 720, height: 460 } });
  await page.goto(`${base}gallery/index.html?${QUERY}`, { waitUntil: 'networkidle' });
  pictures.push((await page.screenshot({ animations: 'disabled' })).toString('base64'));
  if (engine === '') {
    await page.setViewportSize({ width: 720, height: 920 });
    const images = pictures.map((one) => `<img style="display:block" src="data:image/png;base64,${one}">`);
    await page.setContent(`<body style="margin:0">${images.join('')}`);
    await page.screenshot({ path: PATH, type: 'jpeg', quality: 80 });
  }
  await browser.close();
}
await server.close();
