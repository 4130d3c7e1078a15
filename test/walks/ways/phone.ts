import { expect, type Page } from '@playwright/test';
import { scanCode } from '../../e2e/scan-code.js';
import type { Started } from '../npm-start.js';
import type { Walk } from '../walk.js';
import { followStudioLink } from './open-studio.js';
import { openAsObs } from './open-as-obs.js';
import type { Way } from './way.js';

/** The evening from a phone: paired by a code, then what is needed while the show is on. */
export const phone: Way = {
  id: 'phone',
  title: { 'zh-CN': '手机当控台', en: 'The deck on a phone' },
  async go({ walk, start }) {
    const started = await start();
    const studio = await followStudioLink(walk, started, { isKnown: true });
    const overlay = await openAsObs(walk, started.links.overlay);
    const deck = await pair(walk, started, studio);
    await sell(walk, deck, overlay);
  },
};

async function pair(walk: Walk, started: Started, studio: Page): Promise<Page> {
  const part = studio.locator('studio-pair-phone');
  walk.part({ 'zh-CN': '配上手机', en: 'Pair the phone' });
  await walk.step({
    say: { 'zh-CN': '点 {key}。', en: 'Press {key}.' },
    key: part.locator('section > button'),
    then: () => part.locator('code').first().waitFor(),
  });
  await walk.step({
    say: {
      'zh-CN': '照页面上写的做：回到终端按 Ctrl+C 停下，输入 `npm start -- --lan`，按回车。二维码自己出来。',
      en: 'Do what the page says: back in the terminal stop with Ctrl+C, type `npm start -- --lan` and press Enter. The code appears by itself.',
    },
    elsewhere: { in: 'terminal', types: 'npm start -- --lan', keys: 2 },
    then: async () => {
      await started.end();
      await started.again(['--lan']);
      await part.locator('pair-code svg').waitFor();
    },
  });
  const deck = await (await walk.open('phone')).newPage();
  await walk.step({
    say: {
      'zh-CN': '手机连同一个 Wi-Fi，用相机或微信扫这个码，点开链接。电脑上会写 {seen}',
      en: 'With the phone on the same Wi-Fi, scan the code with its camera and open the link. The computer says: {seen}',
    },
    elsewhere: { in: 'phone', presses: 2 },
    look: part.locator('pair-code svg'),
    pictures: [{ alt: { 'zh-CN': '工作室里的二维码', en: 'The code in the studio' } }],
    then: async () => {
      await deck.goto(await scanCode(studio));
      await deck.locator('deck-product-row').first().waitFor();
    },
    see: part.locator('.said'),
  });
  return deck;
}

async function sell(walk: Walk, deck: Page, overlay: Page): Promise<void> {
  const row = deck.locator('deck-product-row').nth(1);
  const cards = overlay.locator('stall-product-card .board');
  const sheet = deck.locator('deck-product-sheet');
  const left = (n: number) => expect(row).toContainText(new RegExp(`\\b${n}\\b`));
  const openRow = (say: { 'zh-CN': string; en: string }) =>
    walk.step({
      say,
      key: row.locator('button.open'),
      shownAt: row.locator('.title'),
      among: row,
      then: () => sheet.locator('deck-stock-form').waitFor(),
    });

  walk.part({ 'zh-CN': '换讲解的商品', en: 'Another product on the picture' });
  const before = await cards.count();
  await walk.step({
    say: {
      'zh-CN': '讲到哪个商品，就点它右边的 {key}，画面上马上有它。再点一次就撤下。',
      en: 'Press {key} beside the product that the host speaks of: it is on the picture at once. Once more takes it off.',
    },
    key: row.locator('button.feature'),
    among: row,
    pictures: [{ alt: { 'zh-CN': '控台：讲解', en: 'The deck: feature' }, size: 'phone' }],
    then: () => expect(cards).toHaveCount(before + 1),
  });
  walk.part({ 'zh-CN': '卖了一件', en: 'Sold one' });
  const slot = deck.locator('deck-on-air li').nth(before);
  await walk.step({
    say: {
      'zh-CN': '在别处卖掉一件，点它的 {key}，库存马上少一。',
      en: 'One was sold elsewhere: press its {key}. One less, at once.',
    },
    key: slot.locator('button.sold-one'),
    among: slot,
    pictures: [{ alt: { 'zh-CN': '控台：卖了一件', en: 'The deck: sold one' }, size: 'phone' }],
    then: () => left(7),
  });
  walk.part({ 'zh-CN': '改价', en: 'A new price' });
  await openRow({ 'zh-CN': '点商品 {key}。', en: 'Press the product {key}.' });
  const price = sheet.locator('deck-price-form');
  await walk.step({
    say: { 'zh-CN': '点 {key}。', en: 'Press {key}.' },
    key: price.locator('.keys button').first(),
    then: () => price.locator('deck-price-entry input').waitFor(),
  });
  await walk.step({
    say: { 'zh-CN': '在 {key} 里填 55。', en: 'Type 55 into {key}.' },
    key: price.locator('deck-price-entry input'),
    deed: { type: '55' },
  });
  await walk.step({
    say: { 'zh-CN': '点 {key}，画面上的价格跟着变。', en: 'Press {key}: the picture follows.' },
    key: price.locator('deck-price-entry button.wide'),
    pictures: [{ alt: { 'zh-CN': '控台：改价', en: 'The deck: a new price' }, size: 'phone' }],
    then: () => expect(row).toContainText('55'),
  });
  walk.part({ 'zh-CN': '按错了', en: 'A slip' });
  await walk.step({
    say: { 'zh-CN': '点 {key}，退回一步。', en: 'Press {key}: one step back.' },
    key: deck.locator('deck-notice button').first(),
    pictures: [{ alt: { 'zh-CN': '控台：撤销', en: 'The deck: undo' }, size: 'phone' }],
    then: () => expect(row).toContainText('58'),
  });
  walk.part({ 'zh-CN': '出了大事', en: 'Something is badly wrong' });
  const panic = deck.locator('deck-panic-key button');
  await walk.step({
    say: {
      'zh-CN': '点红色的 {key}，所有商品马上从画面撤下。',
      en: 'Press the red {key}: every product leaves the picture at once.',
    },
    key: panic,
    pictures: [{ alt: { 'zh-CN': '控台：紧急隐藏', en: 'The deck: hide all' }, size: 'phone' }],
    then: () => expect(cards.first()).toBeHidden(),
  });
  await walk.step({
    say: { 'zh-CN': '好了以后，{key} 一秒，商品回到画面。', en: 'Afterwards: {key} for a second brings them back.' },
    key: panic,
    deed: 'hold',
    then: () => expect(cards.first()).toBeVisible(),
  });
}
