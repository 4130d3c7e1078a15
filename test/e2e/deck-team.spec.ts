import { expect, type Browser, type Page } from '@playwright/test';
import { test, type Stall } from './stall.js';

const PHONE = { width: 390, height: 844 };
const PEACH = /修改.*阳山水蜜桃/s;

test.beforeEach(({ stall: _ }, { project }) => {
  test.skip(project.name !== 'chromium', 'operators hold phones');
});

/** A device with a key of its own, as a paired phone has it. */
async function pair(stall: Stall, name: string): Promise<string> {
  const mainKey = new URL(stall.deck()).hash.slice(1);
  const answer = await fetch(`${stall.origin}/stalls/orchard/keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${mainKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  return ((await answer.json()) as { key: string }).key;
}

async function openDeck(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE });
  const deck = await context.newPage();
  await deck.goto(address);
  await expect(deck.getByText('已连接')).toBeVisible();
  await expect(deck.locator('deck-product-row').getByRole('button', { name: PEACH })).toBeVisible();
  return deck;
}

async function setPeach(deck: Page, count: number): Promise<void> {
  await deck.locator('deck-product-row').getByRole('button', { name: PEACH }).click();
  await deck.getByRole('textbox', { name: '现在能卖多少' }).fill(String(count));
  await deck.getByRole('button', { name: `改成 ${count} 箱` }).click();
}
const sellable = async (stall: Stall) =>
  (await stall.state()).state.stocks.find(({ productId }) => productId === 'peach')?.sellable;

test('two operators: each reads in a sentence what the other did, and a step that waited overwrites nothing unasked', async ({
  browser,
  stall,
}) => {
  const one = await openDeck(browser, stall.deck());
  const two = await openDeck(browser, stall.deck().replace(/#.*/, `#${await pair(stall, '手机2')}`));

  // Told to who has the product open, and kept in the history with the name.
  await one.locator('deck-product-row').getByRole('button', { name: PEACH }).click();
  await setPeach(two, 180);
  await expect(one.getByText('手机2刚刚改过：阳山水蜜桃 5斤装 库存改成 180')).toBeVisible();
  await one.getByRole('button', { name: '关闭' }).click();
  await one.getByRole('button', { name: '记录' }).click();
  await expect(one.locator('deck-history').getByText('手机2：阳山水蜜桃 5斤装 库存改成 180')).toBeVisible();
  await one.getByRole('button', { name: '商品', exact: true }).click();

  // One's line goes; what it wishes for waits, and the other changes the same meanwhile.
  await one.context().setOffline(true);
  await setPeach(one, 150);
  await expect(one.getByText('1 步还没送出')).toBeVisible();
  await setPeach(two, 170);
  await expect.poll(() => sellable(stall)).toBe(170);
  await one.context().setOffline(false);
  await expect(one.locator('deck-notice')).toContainText('手机2已经改过了，现在能卖 170');
  expect(await sellable(stall)).toBe(170);

  await one.getByRole('button', { name: '按我的来' }).first().click();
  await expect.poll(() => sellable(stall)).toBe(150);
  await expect(one.getByText('步还没送出')).toHaveCount(0);
  await two.context().close();
  await one.context().close();
});

test('two operators at the same moment: the ledger takes one, and the other reads who was faster and decides', async ({
  browser,
  stall,
}) => {
  const one = await openDeck(browser, stall.deck().replace(/#.*/, `#${await pair(stall, '手机1')}`));
  const two = await openDeck(browser, stall.deck().replace(/#.*/, `#${await pair(stall, '手机2')}`));

  // Both have pressed before either command gets there.
  await atOnce([one, two], [() => setPeach(one, 150), () => setPeach(two, 170)]);
  const loser = (await sellable(stall)) === 150 ? two : one;
  const [winner, stands] = loser === one ? [two, 170] : [one, 150];
  await expect(loser.locator('deck-notice')).toContainText(
    `${loser === one ? '手机2' : '手机1'}已经改过了，现在能卖 ${stands}`,
  );
  await expect(winner.locator('deck-notice')).not.toContainText('没改成');
  await loser.locator('deck-notice').getByRole('button', { name: '就用现在的' }).click();
  await expect(loser.locator('deck-notice')).not.toContainText('没改成');
  expect(await sellable(stall)).toBe(stands);

  // The price, while the slower one's line is down: it is asked once the line is back.
  await loser.context().setOffline(true);
  await setPrice(loser, '38');
  await expect(loser.getByText('1 步还没送出')).toBeVisible();
  await setPrice(winner, '39');
  await expect.poll(() => price(stall)).toBe(3_900);
  await loser.context().setOffline(false);
  await expect(loser.locator('deck-notice')).toContainText('已经改过了，价格现在是 ¥39.00');
  expect(await price(stall)).toBe(3_900);
  await loser.locator('deck-notice').getByRole('button', { name: '按我的来' }).click();
  await expect.poll(() => price(stall)).toBe(3_800);
  for (const deck of [one, two]) await deck.context().close();
});

/** Holds the commands of all decks until each has pressed, and lets them go together. */
async function atOnce(decks: readonly Page[], presses: readonly (() => Promise<void>)[]): Promise<void> {
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  const answers = decks.map((deck) => deck.waitForResponse(/\/commands$/));
  const held = decks.map((deck) => deck.waitForRequest(/\/commands$/));
  for (const deck of decks) await deck.route(/\/commands$/, (route) => gate.then(() => route.continue()));
  for (const press of presses) await press();
  await Promise.all(held);
  open();
  await Promise.all(answers);
  for (const deck of decks) await deck.unroute(/\/commands$/);
}

async function setPrice(deck: Page, yuan: string): Promise<void> {
  await deck.locator('deck-product-row').getByRole('button', { name: PEACH }).click();
  await deck.getByRole('button', { name: '改价', exact: true }).click();
  await deck.getByRole('textbox', { name: '新价格' }).fill(yuan);
  await deck.getByRole('button', { name: new RegExp(`改成 ¥${yuan}`) }).click();
}

const price = async (stall: Stall) => {
  const { offers } = (await stall.state()).state as unknown as {
    offers: { productId: string; room?: string; price: { minor: number } }[];
  };
  return offers.find(({ productId }) => productId === 'peach')?.price.minor;
};
