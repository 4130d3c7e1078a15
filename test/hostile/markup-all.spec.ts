/**
 * Hostile text in every text field of a stall at once, on every widget: nothing runs, what is written is what is read, and
 * no box moves.
 *
 * `npm test` takes each thirtieth text; all of them, in some minutes, by
 * `STALLCAST_HOSTILE=all npx playwright test --config test/playwright.config.ts --project=chromium hostile/markup-all`.
 */
import { expect, test, type Page } from '@playwright/test';
import { openGallery, type Gallery } from '../visual/gallery-page.js';
import { HOSTILE_TEXT } from './corpora.js';
import { raiseEverything, type Box } from './every-field.js';
import { NO_MISDEEDS, watchContext, watchNavigations } from './page-watch.js';
import { useAll } from './use-everything.js';

const WHOLE = process.env['STALLCAST_HOSTILE'] === 'all';
const TEXTS = HOSTILE_TEXT.filter((_, index) => WHOLE || index % 30 === 0);
/** Longer than any widget has room for, so that whatever stands before it fills its box. */
const LONG = '无锡阳山湖边老园凌晨四点现摘水蜜桃特级大果礼盒装 Yangshan lakeside old-orchard peaches '.repeat(4);

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.stop());
test.setTimeout(WHOLE ? 1_800_000 : 120_000);
test.use({ trace: 'off' });

/** Letters that are seen: neither space nor control, nor what only directs. */
const lettersOf = (text: string): string =>
  (text.toWellFormed?.() ?? text).replaceAll(/\s|\p{Cc}|\p{Cf}|\p{Surrogate}|\uFFFD|\uFE0F/gu, '');

/** Those that give a text as many lines as it needs: a seller's name must be told whole, and a host must read everything. */
const FLOWING = ['stall-legal', 'stall-prompter'];
/** One line that is as wide as what it says, up to its limit: other letters fill it to another px. */
const FITTING = ['stall-order-ticker'];

/** A box as far as a text has no say in it. */
function fixedPart(widget: string, boxes: readonly Box[]): unknown[] {
  return boxes.map(([left, width, height]) => {
    if (FLOWING.includes(widget)) return [left, width];
    return FITTING.includes(widget) ? [left, height] : [left, width, height];
  });
}

async function look(page: Page, text: string) {
  const seen = await page.evaluate(raiseEverything, { text, rest: LONG });
  return seen.map(({ letters, ...one }) => ({ ...one, letters: lettersOf(letters) }));
}

test('hostile text in every field stays text, on every widget', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1200 }, reducedMotion: 'reduce' });
  const misdeedsOf = await watchContext(context, (url) => url.startsWith(new URL(gallery.address).origin));
  const page = await context.newPage();
  const navigations = watchNavigations(page);
  // All widgets are loaded, and none of their states is shown.
  await page.goto(`${gallery.address}?state=none-of-them`, { waitUntil: 'networkidle' });

  let plain: Awaited<ReturnType<typeof look>> = [];
  let shows: string[] = [];
  // A widget that shows none of its words would pass for one that shows them right.
  const tags = [
    'announcement',
    'goal',
    'legal',
    'order-ticker',
    'origin',
    'product-card',
    'qr',
    'share',
    'shelf',
    'tickets',
  ];
  const silent = async () => {
    plain = await look(page, '阳山水蜜桃');
    shows = plain.filter(({ letters }) => letters.includes('阳山水蜜桃')).map(({ widget }) => widget);
    return tags.filter((tag) => !shows.includes(`stall-${tag}`));
  };
  // What is loaded when it is used, as the QR code, comes a moment later.
  await expect.poll(silent).toEqual([]);
  for (const [index, text] of TEXTS.entries()) {
    const letters = lettersOf(text).slice(0, 16);
    for (const [at, { widget, state, boxes, elements, letters: read }] of (await look(page, text)).entries()) {
      const what = `${widget} ${state}: ${JSON.stringify(text.slice(0, 80))}`;
      const before = plain[at];
      if (!before) throw new Error('Expected the same widgets for every text.');
      expect.soft(elements, what).toBe(before.elements);
      expect.soft(fixedPart(widget, boxes), what).toEqual(fixedPart(widget, before.boxes));
      for (const [one, [, width]] of boxes.entries())
        expect.soft(width, what).toBeLessThanOrEqual(before.boxes[one]?.[1] ?? 0);
      if (before.letters.includes('阳山水蜜桃')) expect.soft(read, what).toContain(letters);
    }
    if (index % 5 === 0) await useAll(page);
    expect(await misdeedsOf(page, navigations), JSON.stringify(text)).toEqual(NO_MISDEEDS);
  }
  await context.close();
});
