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
  await expect(deck.getByRole('button', { name: PEACH })).toBeVisible();
  return deck;
}

async function setPeach(deck: Page, count: number): Promise<void> {
  await deck.getByRole('button', { name: PEACH }).click();
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
  await one.getByRole('button', { name: PEACH }).click();
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

  await one.getByRole('button', { name: '还是送出' }).first().click();
  await expect.poll(() => sellable(stall)).toBe(150);
  await expect(one.getByText('步还没送出')).toHaveCount(0);
  await two.context().close();
  await one.context().close();
});
