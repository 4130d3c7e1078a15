/* global document -- what runs in the page */
/*
 * Pictures of the starting scenes on their backdrop, to be looked at:
 * `node gallery/scene-screenshot.mjs <folder> "scene=orchard-portrait&lang=en" ["…"] [--boxes]`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { browserLaunch } from '../../tooling/bootstrap/browser.mjs';

const [folder, ...rest] = process.argv.slice(2);
const queries = rest.filter((one) => !one.startsWith('--'));
if (!folder || queries.length === 0)
  throw new Error('Expected a folder and a query: node gallery/scene-screenshot.mjs <folder> "scene=orchard-portrait"');
mkdirSync(folder, { recursive: true });

const server = await createServer({
  configFile: new URL('vite.config.ts', import.meta.url).pathname,
  logLevel: 'error',
});
await server.listen(0);
const [base] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch(browserLaunch());
for (const query of queries) {
  const isTall = query.includes('portrait');
  const page = await browser.newPage({
    viewport: isTall ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 },
    deviceScaleFactor: 0.6,
  });
  page.on('pageerror', (error) => console.error(error.message));
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  await page.goto(`${base}gallery/scene.html?${query}`, { waitUntil: 'networkidle' });
  await page.waitForTimeout(700);
  const path = join(folder, `${query.replaceAll(/[&=,]/g, '-')}.png`);
  await page.screenshot({ path });
  console.log(path);
  if (rest.includes('--boxes'))
    console.log(
      await page.evaluate(() =>
        [...(document.querySelector('stall-scene')?.shadowRoot?.querySelectorAll('.box > *') ?? [])]
          .map((widget) => {
            const { x, y, width, height } = widget.getBoundingClientRect();
            const look = widget.getAttribute('look') ?? '';
            return `${widget.localName} ${look} ${[x, y, width, height].map(Math.round).join(' ')}`;
          })
          .join('\n'),
      ),
    );
  await page.close();
}
await browser.close();
await server.close();
