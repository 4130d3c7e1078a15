import { chromium, type Browser } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browserLaunch } from '../../../packages/tooling/bootstrap/browser.mjs';
import { findObs, findXdotool } from '../../../packages/tooling/bootstrap/obs-studio.mjs';
import { LOCAL_PACK, servePages } from '../../e2e/page-server.js';
import { canShoot } from '../desktop.js';
import { shootDrag } from './shoot-drag.js';
import { shootScripts, shootSources } from './shoot-obs.js';
import { shootPack } from './shoot-pack.js';

const GUIDE = fileURLToPath(new URL('../../../packages/overlay/guide/pictures/', import.meta.url));
const DOCS = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

/** The languages of the guide, with what its pictures' names end in. */
const LANGUAGES = [
  ['zh-CN', 'zh'],
  ['en', 'en'],
] as const;

/** Takes the guide's pictures in both languages: OBS's windows where OBS is on this machine, and the pages of the pack. */
export async function takePackPictures(): Promise<void> {
  mkdirSync(GUIDE, { recursive: true });
  const server = await servePages(LOCAL_PACK);
  const launch = browserLaunch();
  // As in OBS, a page of the pack is no secure context and has the origin of local files.
  const args = [...launch.args, `--host-resolver-rules=MAP absolute 127.0.0.1:${server.port}`];
  const browser: Browser = await chromium.launch({ ...launch, args });
  const hasObs = findObs() !== undefined && findXdotool() !== undefined && canShoot();
  if (!hasObs)
    console.log('OBS’s windows stay as they are: obs-studio, xdotool, xvfb and imagemagick are needed for them.');
  try {
    for (const [language, name] of LANGUAGES) {
      await shootPack(browser, language, (what) => `${GUIDE}${what}-${name}.jpg`);
      if (!hasObs) continue;
      await shootSources(browser, language, (what) => `${GUIDE}${what}-${name}.jpg`);
      await shootScripts(browser, language, (what) => `${GUIDE}${what}-${name}.jpg`);
    }
    await shootGuide(browser, `${DOCS}pack-guide.jpg`);
    if (hasObs) await shootDrag(browser, DOCS);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The guide as it opens by a double click. It shows the pictures that the last build put into it. */
async function shootGuide(browser: Browser, path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1240, height: 800 } });
  await page.goto(pathToFileURL(`${LOCAL_PACK}读我-START-HERE.html`).href);
  // The place of a folder of this machine is no example.
  await page.evaluate(() => {
    const say = (selector: string, text: string) =>
      document.querySelectorAll(selector).forEach((place) => (place.textContent = text));
    say('[data-address]', 'http://absolute/D:/stallcast/deck.html');
    say('[data-folder]', 'D:\\stallcast');
  });
  await page.screenshot({ path, type: 'jpeg', quality: 80, fullPage: true });
  await page.close();
}
