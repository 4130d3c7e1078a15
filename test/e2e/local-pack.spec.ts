import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { pathToFileURL } from 'node:url';
import { browserLaunch } from '../../packages/tooling/bootstrap/browser.mjs';
import { helpPlaywrightLook } from './old-engine.js';
import { LOCAL_PACK, servePages } from './page-server.js';

interface Pack {
  /** A page of the pack in the same browser, as OBS's docks and sources share one. */
  open(name: string, query?: string): Promise<Page>;
  /** Addresses that were asked for and are not the pack's own. */
  readonly foreign: string[];
}

/** The two origins that a local file has: of its own in a browser, and `http://absolute` in OBS, which is no secure context. */
const WAYS = ['file://', 'http://absolute'] as const;

const test = base.extend<{ way: (typeof WAYS)[number]; pack: Pack }>({
  way: ['file://', { option: true }],
  pack: async ({ playwright, way }, use, { project }) => {
    const version = /chromium-(\d+)/.exec(project.name)?.[1];
    const server = await servePages(LOCAL_PACK);
    const launch = browserLaunch(version);
    const browser = await playwright.chromium.launch({
      ...launch,
      args: [...launch.args, `--host-resolver-rules=MAP absolute 127.0.0.1:${server.port}`],
    });
    const context: BrowserContext = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
    const foreign: string[] = [];
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith('file:') && !url.startsWith('http://absolute') && !url.startsWith('data:')) foreign.push(url);
    });
    const base = way === 'file://' ? pathToFileURL(LOCAL_PACK).href : `http://absolute/`;
    await use({
      foreign,
      async open(name, query = '') {
        const page = await context.newPage();
        if (version === '103') await helpPlaywrightLook(page);
        await page.goto(`${base}${name}${query}`);
        return page;
      },
    });
    await browser.close();
    await server.close();
  },
});

const left = (page: Page) => page.locator('stall-product-card').first().locator('stall-stock-counter .spoken').first();

for (const way of WAYS) {
  test.describe(`the local pack on ${way}`, () => {
    test.use({ way });

    test('shows nothing while the stall is empty, follows the deck, and keeps what it knows through a reload', async ({
      pack,
    }) => {
      const overlay = await pack.open('overlay.html');
      await expect(overlay.locator('stall-room')).toBeAttached();
      expect(await overlay.evaluate(() => isSecureContext)).toBe(way === 'file://');
      await expect(overlay.locator('stall-product-card .count')).toHaveCount(0);

      const deck = await pack.open('deck.html');
      await deck.getByRole('button', { name: '载入演示' }).click();
      await expect(left(overlay)).toHaveText('186');

      await deck.getByRole('button', { name: /修改.*阳山水蜜桃/s }).click();
      await deck.getByRole('button', { name: /标记售罄/ }).click();
      await expect(overlay.locator('stall-product-card').first()).toHaveAttribute('state', 'sold-out');

      await overlay.reload();
      await expect(overlay.locator('stall-product-card').first()).toHaveAttribute('state', 'sold-out');
      await deck.close();
      await overlay.reload();
      await expect(overlay.locator('stall-product-card').first()).toHaveAttribute('state', 'sold-out');
      expect(pack.foreign).toEqual([]);
    });

    test('plays the recorded evening, marked as one', async ({ pack }) => {
      const overlay = await pack.open('overlay.html');
      await overlay.evaluate(() => {
        const style = document.createElement('style');
        style.textContent = 'body { --stall-src: "replay:orchard" }';
        document.head.append(style);
      });
      await expect(overlay.locator('stall-product-card').first().locator('.mark.demo')).toBeVisible();
      await expect(overlay.locator('stall-order-ticker .buyer').first()).toBeVisible();
      expect(pack.foreign).toEqual([]);
    });
  });
}
