/*
 * Draws the icons of an installed deck from their one drawing: `node icons/draw-icons.mjs`.
 *
 * A launcher cuts a maskable icon to a shape of its own, so that one fills its square and keeps the fruit inside the middle four fifths.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserLaunch } from '../../tooling/bootstrap/browser.mjs';

const ICONS = [
  { file: 'deck-192.png', size: 192, corner: 0.22, scale: 1 },
  { file: 'deck-512.png', size: 512, corner: 0.22, scale: 1 },
  { file: 'deck-maskable-512.png', size: 512, corner: 0, scale: 0.84 },
];

const drawing = readFileSync(new URL('deck-icon.svg', import.meta.url), 'utf8');
const browser = await chromium.launch(browserLaunch());
for (const { file, size, corner, scale } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const scaled = drawing.replace(
    'id="fruit" transform="',
    `id="fruit" transform="translate(256 256) scale(${scale}) translate(-256 -256) `,
  );
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;border-radius:${corner * size}px}</style>${scaled}`,
  );
  await page.screenshot({
    path: fileURLToPath(new URL(`../public/icons/${file}`, import.meta.url)),
    omitBackground: true,
  });
  await page.close();
}
await browser.close();
