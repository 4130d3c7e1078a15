/** The local pack as a host gets it: the zip, unpacked into a folder with an awkward name, with no network. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Scene } from '@stallcast/elements';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { zipOf } from '../../packages/overlay/vite.pack-zip.js';
import { packedScript } from '../../packages/overlay/src/local-pack/packed/packed.js';
import { browserLaunch } from '../../packages/tooling/bootstrap/browser.mjs';
import { helpPlaywrightLook } from './old-engine.js';
import { LOCAL_PACK, LOCAL_PACK_ZIP, serveAsLocalFiles } from './page-server.js';
import { test as stallTest } from './stall.js';
import { unpack } from './unpack.js';

const GUIDE = '读我-START-HERE.html';
const SCENE = fileURLToPath(new URL('../../packages/elements/scenes/orchard-portrait.json', import.meta.url));

interface Pack {
  readonly folder: string;
  /** A page of the pack in the same browser, as OBS's docks and sources share one. */
  open(name: string, query?: string): Promise<Page>;
  /** Any address in that browser. */
  visit(url: string): Promise<Page>;
  /** Addresses that were asked for and are not the pack's own. */
  readonly foreign: string[];
}

/** The two origins that a local file has: of its own in a browser, and `http://absolute` in OBS, which is no secure context. */
const WAYS = ['file://', 'http://absolute'] as const;

interface Options {
  way: (typeof WAYS)[number];
  /** Unpacks a pack into a folder of its own, in a browser of its own that reaches nothing else. */
  openPack(zip: string): Promise<Pack>;
  pack: Pack;
}

const test = stallTest.extend<Options>({
  way: ['file://', { option: true }],
  openPack: async ({ playwright, way }, use, { project }) => {
    const version = /chromium-(\d+)/.exec(project.name)?.[1];
    const ends: (() => Promise<unknown> | void)[] = [];
    await use(async (zip) => {
      const home = mkdtempSync(join(tmpdir(), '本地 包 a#b%41-'));
      ends.push(() => rmSync(home, { recursive: true, force: true }));
      unpack(zip, home);
      const [name = ''] = readdirSync(home);
      const folder = join(home, name);
      const server = await serveAsLocalFiles(folder);
      ends.push(server.close);
      const launch = browserLaunch(version);
      const browser = await playwright.chromium.launch({
        ...launch,
        args: [...launch.args, `--host-resolver-rules=MAP absolute 127.0.0.1:${server.port}, MAP * ~NOTFOUND`],
      });
      ends.push(() => browser.close());
      const context: BrowserContext = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
      const foreign: string[] = [];
      context.on('request', (request) => {
        if (!/^(file:|data:|http:\/\/absolute\/)/.test(request.url())) foreign.push(request.url());
      });
      const visit = async (url: string) => {
        const page = await context.newPage();
        if (version === '103') await helpPlaywrightLook(page);
        await page.goto(url);
        return page;
      };
      const own = pathToFileURL(`${folder}/`).href;
      const base = way === 'file://' ? own : own.replace('file://', 'http://absolute');
      return { folder, foreign, visit, open: (file, query = '') => visit(base + file + query) };
    });
    for (const end of ends.reverse()) await end();
  },
  pack: async ({ openPack }, use) => use(await openPack(LOCAL_PACK_ZIP)),
});

const left = (page: Page) => page.locator('stall-product-card').first().locator('stall-stock-counter .spoken').first();

/** What OBS does with the text of its CSS box. */
const writeIntoCssBox = (page: Page, css: string) => page.addStyleTag({ content: css });

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

      // As the script for OBS passes a hotkey on.
      await deck.evaluate(() =>
        window.dispatchEvent(new CustomEvent('stallcast-key', { detail: { id: 'obs-1', key: 'sold-one' } })),
      );
      await expect(left(overlay)).toHaveText('185');

      await deck
        .locator('deck-product-row')
        .getByRole('button', { name: /修改.*阳山水蜜桃/s })
        .click();
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
      await writeIntoCssBox(overlay, 'body { --stall-src: "replay:orchard" }');
      await expect(overlay.locator('stall-product-card').first().locator('.mark.demo')).toBeVisible();
      await expect(overlay.locator('stall-order-ticker .buyer').first()).toBeVisible();
      expect(pack.foreign).toEqual([]);
    });

    test('shows the scene that was put into it, and what the CSS box or the address says goes first', async ({
      pack,
    }) => {
      const scene = JSON.parse(readFileSync(SCENE, 'utf8')) as Scene;
      const packed = packedScript({
        stall: '果园',
        language: 'en',
        portrait: { scene },
        landscape: { theme: 'night' },
      });
      writeFileSync(join(pack.folder, 'scene.js'), packed);
      const overlay = await pack.open('overlay.html');
      const room = overlay.locator('stall-room');
      await expect(overlay.locator('stall-scene stall-goal')).toBeAttached();
      await expect(overlay.locator('html')).toHaveAttribute('lang', 'en');
      expect(await room.evaluate(({ src }: HTMLElement & { src?: string }) => src)).toBe('local:果园');

      await overlay.setViewportSize({ width: 1920, height: 1080 });
      await expect(overlay.locator('html')).toHaveAttribute('data-stall-theme', 'night');
      await expect(overlay.locator('stall-scene')).toHaveCount(0);
      await overlay.setViewportSize({ width: 1080, height: 1920 });
      await expect(overlay.locator('html')).not.toHaveAttribute('data-stall-theme', 'night');

      await writeIntoCssBox(overlay, 'body { --stall-scene: tickets; --stall-lang: zh-CN }');
      await expect(overlay.locator('stall-scene stall-tickets')).toBeAttached();
      await expect(overlay.locator('html')).toHaveAttribute('lang', 'zh-CN');

      const asked = await pack.open('overlay.html', '?scene=tickets&stall=cabbage');
      await expect(asked.locator('stall-scene stall-tickets')).toBeAttached();
      expect(await asked.locator('stall-room').evaluate(({ src }: HTMLElement & { src?: string }) => src)).toBe(
        'local:cabbage',
      );
      expect(pack.foreign).toEqual([]);
    });
  });
}

test.describe('the zip of the local pack', () => {
  test('is one folder, with names that every Windows reads', () => {
    const names = namesOf(readFileSync(LOCAL_PACK_ZIP));
    expect(names.map(({ name }) => name).filter((name) => !name.startsWith('stallcast/'))).toEqual([]);
    const others = names.filter(({ name }) => /[^ -~]/.test(name));
    expect(others.map(({ name }) => name)).toContain(`stallcast/${GUIDE}`);
    expect(others.filter(({ isUtf8 }) => !isUtf8)).toEqual([]);
  });

  test('has the same bytes whenever and wherever it is made', () => {
    const before = process.env['TZ'];
    for (const zone of ['Asia/Shanghai', 'America/St_Johns']) {
      process.env['TZ'] = zone;
      expect(Buffer.compare(zipOf(LOCAL_PACK), readFileSync(LOCAL_PACK_ZIP))).toBe(0);
    }
    // What is set to undefined is a zone of that name.
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
});

/** Reads the names in a zip's own list, and whether each says that it is UTF-8. */
function namesOf(zip: Buffer): { name: string; isUtf8: boolean }[] {
  const names = [];
  for (let at = zip.indexOf('PK\u0001\u0002', zip.readUInt32LE(zip.length - 6)); at >= 0;) {
    const length = zip.readUInt16LE(at + 28);
    names.push({
      name: zip.toString('utf8', at + 46, at + 46 + length),
      isUtf8: (zip.readUInt16LE(at + 8) & 0x800) !== 0,
    });
    const next = at + 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    at = zip.readUInt32LE(next) === 0x02014b50 ? next : -1;
  }
  return names;
}

test.describe('the guide of the local pack', () => {
  test('opens by a double click, and its address for OBS opens the deck that the overlay hears', async ({ pack }) => {
    const guide = await pack.open(GUIDE);
    await expect(guide.getByRole('heading', { name: /五步开播/ })).toBeVisible();
    await expect(guide.locator('[data-folder]')).toHaveText(pack.folder);
    const pictures = await guide.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth));
    expect(pictures.length).toBeGreaterThan(5);
    expect(Math.min(...pictures)).toBeGreaterThan(0);

    const address = (await guide.locator('.address').textContent())?.trim() ?? '';
    expect(address).toMatch(/^http:\/\/absolute\/.*\/stallcast\/deck\.html$/);
    await guide.getByRole('button', { name: '复制控台网址' }).click();
    await expect(guide.getByRole('button', { name: '已复制' })).toBeVisible();

    const deck = await pack.visit(address);
    await deck.getByRole('button', { name: '载入演示' }).click();
    const overlay = await pack.visit(address.replace('deck.html', 'overlay.html'));
    await expect(left(overlay)).toHaveText('186');
    expect(pack.foreign).toEqual([]);
  });

  test('speaks the other language, and remembers it', async ({ pack }) => {
    const guide = await pack.open(GUIDE);
    await guide.getByRole('button', { name: 'English' }).click();
    await expect(guide.getByRole('heading', { name: 'The picture into OBS' })).toBeVisible();
    await expect(guide.getByText('画面放进 OBS')).toBeHidden();
    await guide.reload();
    await expect(guide.getByRole('heading', { name: 'The picture into OBS' })).toBeVisible();
    await expect(guide.getByRole('alert')).toBeHidden();
  });
});

test.describe('the guide of the local pack, for everybody', () => {
  test('is clean for axe and fits a phone and a small laptop, in both languages', async ({ pack }, { project }) => {
    test.skip(project.name !== 'chromium', 'axe looks at the page, not at the engine');
    const guide = await pack.open(GUIDE);
    await guide.locator('summary').click();
    for (const language of ['zh-CN', 'en']) {
      if (language === 'en') await guide.getByRole('button', { name: 'English' }).click();
      await expect(guide.locator('html')).toHaveAttribute('lang', language);
      for (const width of [1366, 390]) {
        await guide.setViewportSize({ width, height: 768 });
        expect(await guide.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const { violations } = await new AxeBuilder({ page: guide }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
    }
  });

  test('is read with the keyboard alone: the language, the way without a script, the address', async ({ pack }) => {
    const guide = await pack.open(GUIDE);
    const byHand = guide.locator('details');
    await guide.keyboard.press('Tab');
    await guide.keyboard.press('Enter');
    await expect(guide.locator('html')).toHaveAttribute('lang', 'en');
    await expect(byHand).not.toHaveAttribute('open');
    // The key of the language that is spoken is gone, and what comes after it is the next.
    await guide.keyboard.press('Tab');
    if ((await guide.evaluate(() => document.activeElement?.tagName)) !== 'SUMMARY') await guide.keyboard.press('Tab');
    await guide.keyboard.press('Enter');
    await expect(byHand).toHaveAttribute('open');
    await expect(guide.getByAltText(/Local file ticked/)).toBeVisible();
    await guide.keyboard.press('Tab');
    await guide.keyboard.press('Enter');
    await expect(guide.getByRole('button', { name: 'Copied' })).toBeVisible();
  });
});

test.describe('the local pack of the studio', () => {
  test.use({ way: 'http://absolute' });

  test('brings the scene in use and the goods, without any stock', async ({ stall, page, openPack }, info) => {
    const money = { minor: 3_990, currency: 'CNY', exponent: 2 };
    await stall.command({
      type: 'start-session',
      session: { id: 'real', tz: 'Asia/Shanghai', currency: 'CNY', goals: [] },
    });
    await stall.command({
      type: 'put-product',
      product: {
        id: 'plum',
        kind: 'goods',
        title: '青脆李',
        media: [],
        promises: [],
        sources: [],
        stockFrom: 'ledger',
      },
    });
    await stall.command({ type: 'put-offer', offer: { id: 'plum', productId: 'plum', price: money } });
    await stall.command({ type: 'set-stock', productId: 'plum', onHand: 77 });
    await page.addInitScript(() => {
      const inUse = { id: 'tickets', scene: 'tickets', theme: 'night' };
      localStorage.setItem('stallcast.in-use.orchard', JSON.stringify({ portrait: inUse }));
    });
    await page.goto(stall.studio());
    await page.getByText('没有网络：下载本地包').click();
    await page.getByRole('checkbox', { name: /1 个商品/ }).check();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载本地包' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('stallcast-local-pack.zip');
    await expect(page.getByText('照着图做五步')).toBeVisible();
    const zip = info.outputPath('pack.zip');
    await download.saveAs(zip);

    const pack = await openPack(zip);
    const overlay = await pack.open('overlay.html');
    await expect(overlay.locator('stall-scene stall-tickets')).toBeAttached();
    await expect(overlay.locator('html')).toHaveAttribute('data-stall-theme', 'night');
    const deck = await pack.open('deck.html');
    await deck.getByRole('button', { name: /用带来的 1 个商品/ }).click();
    await expect(deck.getByText('青脆李').first()).toBeVisible();
    await expect(deck.getByText('77')).toHaveCount(0);
    await expect(deck.locator('deck-product-row').getByText('库存未知')).toBeVisible();
    expect(pack.foreign).toEqual([]);
  });
});
