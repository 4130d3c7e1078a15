/**
 * Hostile text through the whole line: commands and webhooks, a real relay, the built pages, a real Chromium.
 *
 * `npm test` takes each third text on the card's three looks, in OBS's engines each twelfth; all of them by
 * `STALLCAST_HOSTILE=all npx playwright test --config test/playwright.config.ts markup`.
 */
import { expect, test, type Browser } from '@playwright/test';
import { lookAtCards } from './card-probe.js';
import { HOSTILE_TEXT } from './corpora.js';
import { CANARY, openHostileStall, type HostileStall } from './hostile-stall.js';
import { NO_MISDEEDS, watchContext, watchNavigations } from './page-watch.js';
import { stockUp, type Listed } from './stock-up.js';
import { useAll } from './use-everything.js';
import { visibleText } from './visible-text.js';

const WHOLE = process.env.STALLCAST_HOSTILE === 'all';
const HARMLESS = ['阳山水蜜桃 5斤装', 'A plain title that goes on for two lines on every card', '桃'];

/** One text in so many is shown on a look. */
const everyOf = (engine: string) => (engine === 'chromium' ? 3 : 12);

let stall: HostileStall;
let harmless: Listed[];
let hostile: Listed[];

test.describe.configure({ mode: 'default' });
test.setTimeout(WHOLE ? 600_000 : 120_000);

// eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are wanted: none
test.beforeAll(async ({}, { project }) => {
  stall = await openHostileStall();
  // Three shares are shown: only what is in one of them is listed.
  const texts = HOSTILE_TEXT.filter((_, index) => WHOLE || index % everyOf(project.name) < 3);
  const listed = await stockUp(stall, [...HARMLESS, ...texts]);
  const isHarmless = ({ title }: Listed) => HARMLESS.includes(title);
  harmless = listed.filter(isHarmless);
  hostile = listed.filter((one) => !isHarmless(one));
});
test.afterAll(() => stall.stop());

async function openOverlay(browser: Browser, width: number, height: number, bypassCSP: boolean) {
  const context = await browser.newContext({ viewport: { width, height }, bypassCSP, reducedMotion: 'reduce' });
  const misdeedsOf = await watchContext(context, (url) => url.startsWith(stall.origin));
  const page = await context.newPage();
  const navigations = watchNavigations(page);
  await page.goto(`${stall.origin}/overlay?stall=orchard&room=main#${CANARY.view}`);
  return { page, context, misdeeds: () => misdeedsOf(page, navigations) };
}

const feature = async (products: readonly Listed[]) => {
  const answer = await stall.command({ type: 'feature', productIds: products.map(({ id }) => id) });
  expect(answer.status).toBe(200);
};

/** Every third, another third for each look, or all; of what is listed, which is a part where what is asked is the engine. */
function share(which: number): Listed[] {
  return hostile.filter((_, index) => WHOLE || index % 3 === which);
}

for (const [look, width, height, isBare, which] of [
  ['wide, without the content security policy', 1080, 1920, true, 0],
  ['tall', 1920, 1080, false, 1],
] as const) {
  test(`a title and a spec are text on the card, ${look}`, async ({ browser }) => {
    const { page, context, misdeeds } = await openOverlay(browser, width, height, isBare);
    const plain = [];
    for (const product of harmless) {
      await feature([product]);
      plain.push(...(await lookAtCards(page, [product.id])));
    }
    const [first] = plain;
    for (const other of plain) expect(other).toMatchObject({ boxes: first!.boxes, elements: first!.elements });

    for (const [index, product] of share(which).entries()) {
      await feature([product]);
      const [card] = await lookAtCards(page, [product.id]);
      expect(card, JSON.stringify(product.title)).toEqual({
        title: visibleText(product.title),
        spec: visibleText(product.spec),
        price: first!.price,
        boxes: first!.boxes,
        elements: first!.elements,
        priceIsOnTop: true,
        titleStays: true,
      });
      // The same elements and attributes have been found: some of them stand for all.
      if (index % 10 === 0) await useAll(page);
    }
    expect(await misdeeds()).toEqual(NO_MISDEEDS);
    await context.close();
  });
}

test('three at a time, on the slim cards', async ({ browser }) => {
  const { page, context, misdeeds } = await openOverlay(browser, 1080, 1920, true);
  await feature(harmless);
  const plain = await lookAtCards(
    page,
    harmless.map(({ id }) => id),
  );
  const all = share(2);
  for (let at = 0; at + 3 <= all.length; at += 3) {
    const three = all.slice(at, at + 3);
    await feature(three);
    const cards = await lookAtCards(
      page,
      three.map(({ id }) => id),
    );
    expect(cards.map(({ title }) => title)).toEqual(three.map(({ title }) => visibleText(title)));
    expect(cards.map(({ boxes }) => boxes)).toEqual(plain.map(({ boxes }) => boxes));
    expect(cards.map(({ elements }) => elements)).toEqual(plain.map(({ elements }) => elements));
    expect(cards.every(({ priceIsOnTop }) => priceIsOnTop)).toBe(true);
  }
  expect(await misdeeds()).toEqual(NO_MISDEEDS);
  await context.close();
});
