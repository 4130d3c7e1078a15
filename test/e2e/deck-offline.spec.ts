import { expect, type BrowserContext, type Page } from '@playwright/test';
import { test, type Stall } from './stall.js';

const PHONE = { width: 390, height: 844 };

test.use({ serviceWorkers: 'allow', viewport: PHONE });

test.beforeEach(({ stall: _ }, { project }) => {
  test.skip(
    project.name !== 'chromium',
    'what is kept for an operator is tested in a phone’s browser; for OBS by the overlay',
  );
});

/** Opens a deck and waits until its page is kept. */
async function openKept(context: BrowserContext, stall: Stall): Promise<Page> {
  const deck = await context.newPage();
  await deck.goto(stall.deck());
  await expect(deck.getByText('已连接')).toBeVisible();
  await expect.poll(() => deck.evaluate(() => caches.match('/deck').then((page) => page !== undefined))).toBe(true);
  return deck;
}

const isStateKept = (deck: Page) =>
  deck.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('stallcast-pages');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('states').objectStore('states').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result > 0);
          };
        };
      }),
  );
const takeOne = async (deck: Page): Promise<void> => {
  await deck
    .locator('deck-product-row')
    .getByRole('button', { name: /修改.*阳山水蜜桃/s })
    .click();
  await deck.getByRole('button', { name: '减 1', exact: true }).click();
  await deck.getByRole('radio', { name: '别处已卖' }).check();
  await deck.getByRole('button', { name: /减 1 箱/ }).click();
};
const sellable = async (stall: Stall) =>
  (await stall.state()).state.stocks.find(({ productId }) => productId === 'peach')?.sellable ?? NaN;

test('a deck is installable, and opened without an address it is the last stall with its key', async ({
  context,
  stall,
}) => {
  const deck = await openKept(context, stall);
  const cdp = await context.newCDPSession(deck);
  const { errors, data } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '{}')).toMatchObject({ start_url: '/deck', id: '/deck', display: 'standalone' });
  // A test's context is a private one, from which nothing is installed; nothing else stands against it.
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);

  const installed = await context.newPage();
  await installed.goto(`${stall.origin}/deck`);
  await expect(installed.getByText('已连接')).toBeVisible();
  await expect(installed.getByText('阳山水蜜桃').first()).toBeVisible();
});

test('a deck whose relay is dead opens from its copy with the last state, and what it keeps is done once when the relay is back', async ({
  context,
  stall,
}) => {
  const before = await sellable(stall);
  const first = await openKept(context, stall);
  await expect.poll(() => isStateKept(first)).toBe(true);
  await first.close();
  const decks: Page[] = [];

  await stall.restart('SIGKILL', async () => {
    const deck = await context.newPage();
    await deck.goto(stall.deck());
    await expect(deck.getByText('阳山水蜜桃').first()).toBeVisible();
    await expect(deck.locator('deck-status-line')).toContainText(/没有消息|断线/);
    for (let n = 0; n < 3; n++) await takeOne(deck);
    await expect(deck.getByText('3 步还没送出 · 已存好')).toBeVisible();

    // The tab dies in the middle; another one of the same phone opens, and sends nothing twice.
    const cdp = await context.newCDPSession(deck);
    await Promise.race([cdp.send('Page.crash').catch(() => {}), deck.waitForEvent('crash')]);
    const second = await context.newPage();
    await second.goto(stall.deck());
    await expect(second.getByText('3 步还没送出 · 已存好')).toBeVisible();
    const third = await context.newPage();
    await third.goto(stall.deck());
    decks.push(second, third);
  });

  await expect.poll(() => sellable(stall)).toBe(before - 3);
  for (const deck of decks) await expect(deck.getByText('步还没送出')).toHaveCount(0);
  await stall.restart('SIGKILL');
  for (const deck of decks) await expect(deck.getByText('已连接')).toBeVisible();
  expect(await sellable(stall)).toBe(before - 3);
});

test('a network that goes and comes loses nothing', async ({ context, stall }) => {
  const before = await sellable(stall);
  const deck = await openKept(context, stall);
  await expect.poll(() => isStateKept(deck)).toBe(true);
  await context.setOffline(true);
  await takeOne(deck);
  await expect(deck.getByText('1 步还没送出 · 已存好')).toBeVisible();
  await deck.reload();
  await expect(deck.getByText('阳山水蜜桃').first()).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => sellable(stall)).toBe(before - 1);
});

test('what is kept holds no key, and nothing of a stall', async ({ context, stall }) => {
  const deck = await openKept(context, stall);
  const kept = await deck.evaluate(async () => {
    const requests = (
      await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    ).flat();
    return requests.map(({ url, headers }) => url + [...headers].join());
  });
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.filter((text) => /stalls|deck-key|#|authorization/i.test(text))).toEqual([]);
});
