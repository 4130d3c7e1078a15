/** The gallery as a designer uses it, from the sources and as a built page, on every engine. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { openGallery, type Gallery } from '../visual/gallery-page.js';
import { helpPlaywrightLook } from './old-engine.js';

const CONFIG = fileURLToPath(new URL('../../packages/elements/gallery/vite.config.ts', import.meta.url));

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.stop());

/** Opens the gallery and tells what went wrong in it. */
async function open(page: Page, address: string): Promise<string[]> {
  const errors: string[] = [];
  await helpPlaywrightLook(page);
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('response', (answer) => answer.status() >= 400 && errors.push(`${answer.status()} ${answer.url()}`));
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address);
  await page.locator('figure').first().waitFor();
  return errors;
}

test('every control changes what is seen, and the address with it', async ({ page }) => {
  const errors = await open(page, `${gallery.address}?widget=goal&state=running`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('状态画廊');
  await page.getByLabel('主题').selectOption('all');
  await expect(page.locator('.cell')).toHaveCount(6);
  await page.getByLabel('语言').selectOption('zh-CN,en');
  await expect(page.locator('stall-room:lang(en) stall-goal')).toHaveCount(6);
  await page.getByLabel('样式').selectOption('column');
  await expect(page.locator('stall-goal').first()).toHaveAttribute('look', 'column');
  await page.getByLabel('画布').selectOption('landscape');
  await expect(page.locator('.cell.landscape')).toHaveCount(12);
  await page.getByLabel('背景').selectOption('market');
  await expect(page.locator('.cell').first()).toHaveCSS('background-image', /blob:/);
  expect(new URL(page.url()).search).toBe(
    '?widget=goal&state=running&look=column&theme=all&lang=zh-CN%2Cen&ground=market&canvas=landscape&zoom=0.33',
  );

  await page.goBack();
  await expect(page.locator('.cell').first()).toHaveCSS('background-image', 'none');
  await page.getByLabel('组件').selectOption('price');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('<stall-price>');
  await expect(page.getByLabel('状态').locator('option[value="flash"]')).toHaveText('flash · 限时价');
  expect(errors).toEqual([]);
});

test('whoever comes without a wish sees every widget', async ({ page }) => {
  const errors = await open(page, gallery.address);
  await expect(page.locator('main > section')).toHaveCount(
    (await page.getByLabel('组件').locator('option').count()) - 1,
  );
  expect(errors).toEqual([]);
});

test('the page itself is accessible, in both languages', async ({ page }) => {
  for (const language of ['zh-CN', 'en']) {
    await open(page, `${gallery.address}?widget=goal&state=running,loading&lang=${language}&ground=market`);
    // The widgets have a test of their own.
    const { violations } = await new AxeBuilder({ page }).exclude('main .cell').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});

test('nothing but the widgets is on the page for pictures', async ({ page }) => {
  await open(page, `${gallery.address}?widget=goal&state=running,reached&bare`);
  await expect(page.locator('.cell')).toHaveCount(2);
  await expect(page.locator('figcaption')).toHaveCount(0);
  await expect(page.locator('header')).toBeHidden();
});

test('it works as a built page in a folder of its own', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  await build({ configFile: CONFIG, logLevel: 'error', build: { outDir: folder } });
  const server = await preview({
    configFile: CONFIG,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0 },
    build: { outDir: folder },
  });
  const [base] = server.resolvedUrls?.local ?? [];
  const errors = await open(page, `${base}gallery/index.html?widget=product-card,legal&state=low,shown&ground=busy`);
  await expect(page.locator('main > section')).toHaveCount(2);
  await expect(page.locator('stall-product-card .picture img')).toHaveClass('shown');
  expect(errors).toEqual([]);
  await server.close();
  await rm(folder, { recursive: true });
});
