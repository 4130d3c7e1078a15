/*
 * A theme that was tuned in the studio and exported as one CSS file looks the same elsewhere, on each engine: in a plain page's `<link>`, and as the
 * text of OBS's CSS box. The studio itself runs in the current Chromium, as a host has it.
 */
import { chromium, expect, type Page } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { browserLaunch } from '../../packages/tooling/bootstrap/browser.mjs';
import { readPng } from '../visual/read-png.js';
import { openInObs } from './frame-record.js';
import { servePages } from './page-server.js';
import { test, type Stall } from './stall.js';

const EXAMPLE = fileURLToPath(new URL('../../examples/plain-html/', import.meta.url));

/** What one card wears: its tokens, and how its board and its title are drawn. */
type Worn = Record<string, string>;

interface Tuned {
  css: string;
  worn: Worn;
  /** The overlay with the composed scene, which is what the studio's preview shows. */
  link: string;
}

/** Looks from inside: a locator's own scripts do not run on the oldest engine. */
function readCard(names: readonly string[]): Worn | null {
  const find = (root: ParentNode): Element | null => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'stall-product-card') return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  // The studio shows its starting scenes in small, too: only the canvas counts.
  const card = find(
    document
      .querySelector('studio-app')
      ?.shadowRoot?.querySelector('studio-composer')
      ?.shadowRoot?.querySelector('studio-canvas')?.shadowRoot ?? document,
  );
  const board = card?.shadowRoot?.querySelector('.board');
  const title = card?.shadowRoot?.querySelector('[part~=title]');
  if (!card || !board || !title) return null;
  const style = getComputedStyle(card);
  // A builder of pages writes a time in seconds, and white as #fff; engines write numbers each in their way.
  const written = (value: string): string =>
    /^[\d.]+s$/.test(value)
      ? `${parseFloat(value) * 1000}ms`
      : value.replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/, '#$1$1$2$2$3$3').replace(/(^|[^\d.])0+(\.\d)/g, '$1$2');
  return {
    ...Object.fromEntries(names.map((name) => [name, written(style.getPropertyValue(name).trim())])),
    ground: getComputedStyle(board).backgroundColor,
    corners: getComputedStyle(board).borderRadius,
    font: getComputedStyle(title).fontFamily,
    weight: getComputedStyle(title).fontWeight,
    ink: getComputedStyle(title).color,
  };
}

const namesIn = (css: string): string[] =>
  [...css.matchAll(/^ {2}(--stall-(?!theme)[\w-]+):/gm)].map(([, name = '']) => name);

/** A batik of one's own: a colour, a font, corners, density and motion. */
async function tuneInStudio(stall: Stall): Promise<Tuned> {
  const browser = await chromium.launch(browserLaunch());
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
    await page.goto(stall.studio({ compose: '', lang: 'zh' }));
    await page.locator('#tab-theme').click();
    const tuner = page.locator('studio-tuner');
    await tuner.getByRole('button', { name: '蜡染' }).click();
    await tuner.locator('#stall-color-plate').fill('#3a1020');
    for (const group of ['font', 'radius', 'space', 'motion'])
      await tuner.locator(`[data-tuning=${group}] summary`).click();
    await tuner.locator('#stall-font-title').selectOption({ label: '楷体' });
    await tuner.locator('#stall-radius-plate').fill('30');
    await tuner.locator('#stall-space-density').fill('0.8');
    await tuner.locator('#stall-motion-duration-in').fill('150');
    // Built pages write times in seconds.
    await expect(tuner.locator('#stall-motion-duration-out')).toHaveValue('200');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      tuner.getByRole('button', { name: '导出 CSS 文件' }).click(),
    ]);
    const css = await readFile(await file.path(), 'utf8');
    await expect.poll(async () => (await page.evaluate(readCard, namesIn(css)))?.ground).toBe('rgb(58, 16, 32)');
    const worn = await page.evaluate(readCard, namesIn(css));

    // Imported again after all was put back, it is the same tuning.
    await tuner.getByRole('button', { name: '全部还原' }).click();
    await tuner
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.css', mimeType: 'text/css', buffer: Buffer.from(css) });
    await expect(tuner.locator('p[role=status]')).toHaveText('主题已导入。');
    expect(await page.evaluate(readCard, namesIn(css))).toEqual(worn);

    await page.locator('#tab-use').click();
    const link = (await page.locator('a.open').getAttribute('href')) ?? '';
    return { css, worn: worn ?? {}, link };
  } finally {
    await browser.close();
  }
}

/** The built widgets on a page of one's own, without studio and relay. */
async function servePlainPage(css: string): Promise<{ address: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'stallcast-theme-'));
  await build({
    root: EXAMPLE,
    configFile: join(EXAMPLE, 'vite.config.js'),
    logLevel: 'error',
    resolve: { conditions: ['stallcast-source', 'module', 'browser', 'production'] },
    build: { outDir: folder, emptyOutDir: true },
  });
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  // Before all others: the place of the line makes no difference.
  await writeFile(join(folder, 'own.html'), page.replace('<head>', '<head><link rel="stylesheet" href="theme.css">'));
  await writeFile(join(folder, 'theme.css'), css);
  const { port, close } = await servePages(folder);
  return {
    address: `http://127.0.0.1:${port}/own.html`,
    close: async () => {
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The card as it is painted, once nothing of it moves. */
async function pictureOfCard(page: Page): Promise<Uint8Array> {
  const card = page.locator('stall-product-card').first();
  await expect(card.locator('.mark').first()).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length))
    .toBe(0);
  const { x = 0, y = 0, width = 1, height = 1 } = (await card.boundingBox()) ?? {};
  return readPng(await page.screenshot({ clip: { x, y, width, height } })).pixels;
}

test('a theme’s file looks in a plain page and in OBS’s CSS box as it did in the studio', async ({
  context,
  page,
  stall,
}, { project }) => {
  test.skip(project.name.includes('127'), 'the oldest engine and the newest say it for those between');
  const { css, worn, link } = await tuneInStudio(stall);
  expect(namesIn(css).length).toBeGreaterThan(40);
  expect(worn).toMatchObject({
    '--stall-space-density': '.8',
    '--stall-motion-duration-in': '150ms',
    corners: '30px',
  });

  const plain = await servePlainPage(css);
  try {
    await page.goto(plain.address);
    await expect.poll(() => page.evaluate(readCard, namesIn(css))).toEqual(worn);
  } finally {
    await plain.close();
  }

  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.goto(link);
  const preview = await pictureOfCard(page);
  const boxed = await context.newPage();
  await boxed.setViewportSize({ width: 1080, height: 1920 });
  await openInObs(boxed, stall.overlay({ scene: 'orchard' }), css, 50);
  await expect.poll(() => boxed.evaluate(readCard, namesIn(css))).toEqual(worn);
  const inBox = await pictureOfCard(boxed);
  expect(inBox.length).toBe(preview.length);
  expect(inBox.filter((value, at) => Math.abs(value - (preview[at] ?? 0)) > 8).length / inBox.length).toBeLessThan(
    0.001,
  );

  // Keyed out by colour, a board throws no shadow, whatever the file says.
  await openInObs(boxed, stall.overlay({ scene: 'orchard', bg: 'magenta' }), css, 50);
  await expect
    .poll(async () => (await boxed.evaluate(readCard, ['--stall-shadow-plate', '--stall-color-plate'])) ?? {})
    .toMatchObject({ '--stall-shadow-plate': 'none', '--stall-color-plate': '#3a1020' });
});
