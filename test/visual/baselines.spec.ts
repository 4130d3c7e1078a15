/**
 * What the widgets look like, compared with the pictures in `baselines/`: `pnpm visual`, and `pnpm visual:update` to make
 * them anew after a change that is meant. Look at each before you commit it.
 *
 * Every theme, both languages and every widget are among them, each in a state that something depends on. Fonts come from
 * the registry, hinting and the screen's colour profile are off, clocks stand still and motions are over, so that the
 * pictures hold on another machine; they are those of the current Chromium.
 */
import { expect, test, type Page } from '@playwright/test';
import { browserLaunch } from '@stallcast/tooling/browser';
import { helpPlaywrightLook } from '../e2e/old-engine.js';
import { dress, openGallery, type Gallery } from './gallery-page.js';
import { bringFonts, REGISTRY_FONTS } from './registry-fonts.js';

/** Widget, look or an empty string, state, theme and language: `zh` is `zh-CN`. */
const PICTURES = [
  'product-card/wide/low/orchard/zh',
  'product-card/tall/sold-out/batik/en',
  'product-card/slim/flash/newyear/zh',
  'product-card/wide/stale/night/en',
  'stock-counter//low/paper/zh',
  'order-ticker//surge/harvest/zh',
  'order-ticker//rows/batik/zh',
  'order-ticker//list/night/en',
  'price//compare/newyear/zh',
  'countdown//last-ten/orchard/en',
  'promises/slips/cut-off-near/harvest/zh',
  'shelf/list/running/paper/zh',
  'shelf/grid/sold-out/night/en',
  'goal/bar/fallen-back/orchard/zh',
  'goal/column/reached/newyear/en',
  'share/tag/profit-english/harvest/en',
  'origin/seal/passed/batik/zh',
  'origin/slip/failed/orchard/zh',
  'presale/leaf/open/paper/en',
  'tickets/list/day-full/harvest/en',
  'announcement/lower-third/long-text/newyear/zh',
  'sales-chart/wide/fallen-back/night/zh',
  'qr//shown/paper/en',
  'legal//shown/orchard/zh',
] as const;

/**
 * How far a pixel may be off (0 to 1, perceived), and how large a part of a picture: another version's edges of letters are
 * within, a plate that moved by 2 px or a colour of another theme is not.
 */
const TOLERANCE = { threshold: 0.06, maxDiffPixelRatio: 0.006 };

/** `STALLCAST_ENGINE=103` compares one of OBS's engines with the pictures of the current Chromium: how robust they are. */
const launch = browserLaunch(process.env['STALLCAST_ENGINE']);

test.use({
  launchOptions: {
    ...launch,
    args: [
      ...launch.args,
      ...['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--disable-gpu'],
    ],
  },
  viewport: { width: 1200, height: 900 },
  deviceScaleFactor: 1,
  trace: 'off',
});

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.stop());

test('every picture is as it was', async ({ page }) => {
  test.setTimeout(240_000);
  await openForPictures(page);
  for (const name of PICTURES) {
    await show(page, name);
    const picture = await page.locator('main > section > .row').screenshot({ animations: 'disabled' });
    expect.soft(picture, name).toMatchSnapshot(`${name.replaceAll(/\/+/g, '-')}.png`, TOLERANCE);
  }
});

test('a plate that has moved and a colour that has changed are found', async ({ page }, { config }) => {
  test.skip(config.updateSnapshots === 'all' || config.updateSnapshots === 'changed', 'Nothing to compare with.');
  await openForPictures(page);
  const [name] = PICTURES;
  const spoilt = [
    ':root { --stall-color-value: #a8402a }',
    'stall-product-card::part(title) { font-size: 52px }',
    'stall-product-card { transform: translateY(2px) }',
    'body { --stall-color-plate: #f0d5a8 }',
  ];
  for (const content of spoilt) {
    await show(page, name);
    const style = await page.addStyleTag({ content });
    const picture = await page.locator('main > section > .row').screenshot({ animations: 'disabled' });
    await style.evaluate((element) => (element as HTMLElement).remove());
    const isFound = await isRefused(() =>
      expect(picture).toMatchSnapshot(`${name.replaceAll(/\/+/g, '-')}.png`, TOLERANCE),
    );
    expect(isFound, content).toBe(true);
  }
});

async function isRefused(check: () => void): Promise<boolean> {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}

async function openForPictures(page: Page): Promise<void> {
  await helpPlaywrightLook(page);
  await page.goto(`${gallery.address}?bare&widget=legal&state=loading`);
  await bringFonts(page);
  await page.addStyleTag({
    content: `${REGISTRY_FONTS} main { padding: 0 } .row { padding: 40px; width: fit-content }`,
  });
}

async function show(page: Page, name: string): Promise<void> {
  const [widget, look, state, theme, language] = name.split('/');
  const query = new URLSearchParams({ widget: widget ?? '', state: state ?? '', theme: theme ?? '', bare: '' });
  query.set('lang', language === 'en' ? 'en' : 'zh-CN');
  if (look) query.set('look', look);
  const draw = async (): Promise<void> => {
    await page.evaluate((search) => {
      document.querySelector('main')?.removeAttribute('data-shows');
      history.pushState(null, '', search);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `?${query}`);
    await page.locator('main[data-shows]').waitFor({ state: 'attached' });
    await page.evaluate(() => document.fonts.ready);
  };
  // Text is measured as it is drawn: once to ask for the fonts, once with them.
  await draw();
  await dress(page, theme ?? '', '');
  await page.evaluate(() => document.fonts.ready);
  await draw();
  if (state === 'surge') await waitForLast(page);
  await page.evaluate(async () => {
    const within = (root: ParentNode): HTMLImageElement[] =>
      [...root.querySelectorAll('*')].flatMap((one) =>
        one instanceof HTMLImageElement ? one : one.shadowRoot ? within(one.shadowRoot) : [],
      );
    await Promise.all(within(document).map((image) => image.decode()));
  });
  await dress(page, theme ?? '', '');
}

/** Waits until the ticker has shown all that it lives through: orders that come in a surge are told one after the other. */
async function waitForLast(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const says = (): string => document.querySelector('stall-order-ticker')?.shadowRoot?.textContent ?? '';
    for (let before = '', same = 0; same < 40; same++) {
      await new Promise((done) => requestAnimationFrame(done));
      if (before !== says()) same = 0;
      before = says();
    }
  });
}
