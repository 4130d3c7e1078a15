import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserLaunch } from '@stallcast/tooling/browser';
import type { EnginePage } from './engine.js';
import { openChromium } from './open-chromium.js';
import { PAGE_ENGINES } from './page-engines.js';
import { servePage } from './serve-page.js';

const PICTURE = fileURLToPath(new URL('../../docs/pictures/engines.jpg', import.meta.url));

const WINDOW = { width: 2200, height: 1500 };

/** What the sheet shows: widget, state, theme, language. */
const SHOWN = [
  ['product-card', 'flash', 'orchard', 'zh-CN'],
  ['sales-chart', 'running', 'night', 'en'],
  ['shelf', 'running', 'batik', 'en'],
  ['tickets', 'open', 'newyear', 'zh-CN'],
  ['origin', 'passed', 'paper', 'zh-CN'],
  ['qr', 'shown', 'paper', 'en'],
  ['goal', 'running', 'harvest', 'zh-CN'],
  ['announcement', 'shown', 'night', 'zh-CN'],
] as const;

/** Lays what each engine on this machine makes of the same widgets side by side. */
export async function takeEnginesPicture(path = PICTURE, shown: readonly (readonly string[])[] = SHOWN): Promise<void> {
  const page = await servePage();
  const settings = shown.map(([widget, state, theme, language]) => ({
    tag: `stall-${widget}`,
    look: '',
    state,
    theme,
    language,
  }));
  const shots: { name: string; png: Buffer }[] = [];
  try {
    for (const { name, open } of [{ name: 'Chromium', open: openChromium }, ...PAGE_ENGINES]) {
      const opened = await open?.(WINDOW);
      if (opened) shots.push({ name, png: await shoot(opened, page.address, settings) });
    }
  } finally {
    await page.close();
  }
  await composeSheet(shots, path);
}

async function shoot(engine: EnginePage, address: string, settings: readonly object[]): Promise<Buffer> {
  try {
    await engine.goto(address);
    await engine.evaluate('widgetsLoaded');
    await engine.evaluate(`showStates(${JSON.stringify(settings)})`);
    return await engine.screenshot();
  } finally {
    await engine.close();
  }
}

async function composeSheet(shots: readonly { name: string; png: Buffer }[], path: string): Promise<void> {
  const browser = await chromium.launch(browserLaunch());
  try {
    const page = await browser.newPage({ viewport: { width: 2200, height: 1200 } });
    await page.setContent(`
      <style>
        body { margin: 0; background: #f3efe4; font: 24px/1.4 sans-serif; color: #2b2014 }
        main { display: flex; gap: 16px; padding: 16px; width: max-content }
        figure { margin: 0 }
        img { display: block; width: 700px }
      </style>
      <main>${shots
        .map(({ name, png }) => {
          const url = `data:image/png;base64,${png.toString('base64')}`;
          return `<figure><figcaption>${name}</figcaption><img src="${url}" /></figure>`;
        })
        .join('')}</main>`);
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    await page.locator('main').screenshot({ path, type: 'jpeg', quality: 80 });
  } finally {
    await browser.close();
  }
}
