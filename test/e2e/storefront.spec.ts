/*
 * A shop's page in a theme, as `examples/storefront` has it: every widget on it shows something, and the details open, are read and
 * close by the keyboard alone.
 */
import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { servePages } from './page-server.js';

const EXAMPLE = fileURLToPath(new URL('../../examples/storefront/', import.meta.url));
const WIDGETS = ['announcement', 'goal', 'product-card', 'price', 'countdown', 'shelf'];

/** The recorded evening begins by itself; its announcement comes after six seconds. */
const SLOW = { timeout: 30_000 };

// Looks from inside: a locator's own scripts do not run on the oldest engine.
const textOf = (name: string) => document.querySelector(`stall-${name}`)?.shadowRoot?.textContent.trim() ?? '';
const detailsText = () =>
  document
    .querySelector('stall-product-card')
    ?.shadowRoot?.querySelector('stall-product-details')
    ?.shadowRoot?.textContent.trim() ?? '';

let folder = '';
let server: Awaited<ReturnType<typeof servePages>>;

test.setTimeout(120_000);
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stallcast-storefront-'));
  await build({
    root: EXAMPLE,
    configFile: join(EXAMPLE, 'vite.config.js'),
    logLevel: 'error',
    resolve: { conditions: ['stallcast-source', 'module', 'browser', 'production'] },
    build: { outDir: folder, emptyOutDir: true },
  });
  server = await servePages(folder);
});
test.afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test('a shop’s page shows what is on, in its theme, and opens the details by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 1600 });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`http://127.0.0.1:${server.port}/index.html`);

  for (const name of WIDGETS) await expect.poll(() => page.evaluate(textOf, name), SLOW).not.toBe('');
  expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--stall-color-plate'))).not.toBe(
    '',
  );

  await page.evaluate(() =>
    document.querySelector('stall-product-card')?.shadowRoot?.querySelector<HTMLElement>('[part="details"]')?.focus(),
  );
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(detailsText), SLOW).toContain('承诺');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(detailsText)).toBe('');
  expect(errors).toEqual([]);
});
