import { expect } from '@playwright/test';
import { OverlayPage } from './overlay-page.js';
import { RELAY_PAGES, servePages } from './page-server.js';
import { test, wooOrder } from './stall.js';

test.describe('faults', () => {
  test('a relay that is killed and started again: no toast twice, no jump of the stock, nothing lost', async ({
    page,
    stall,
  }) => {
    const overlay = new OverlayPage(page);
    await overlay.open(stall.overlay());
    await overlay.showsLeft(186);
    const stocks = await overlay.record('.count > .spoken');
    const buyers = await overlay.record('li.row .buyer');

    await stall.hook('woocommerce', wooOrder(7101));
    await overlay.showsLeft(184);
    await stall.restart('SIGKILL');
    await stall.hook('woocommerce', wooOrder(7101));
    await stall.hook(
      'woocommerce',
      wooOrder(7102, { billing: { first_name: '娜娜', last_name: '欧阳', country: 'CN' } }),
    );
    await overlay.showsLeft(182);
    await overlay.callsOut('欧**');

    expect((await stocks()).map(Number)).toEqual([186, 184, 182]);
    // While one row gives way to the next both are there; the newest comes first.
    const newest = (await buyers()).map((text) => text.split(' | ')[0]);
    const called = newest.filter((buyer, index) => buyer !== newest[index - 1]);
    expect(called.slice(-2)).toEqual(['王*', '欧**']);
    expect(called.filter((buyer) => buyer === '王*')).toHaveLength(1);
    expect(overlay.errors).toEqual([]);
  });

  test('a relay that freezes: the overlay says so within ten seconds, keeps its figures and is live again by itself', async ({
    page,
    stall,
  }) => {
    const overlay = new OverlayPage(page);
    await overlay.open(stall.overlay());
    await overlay.showsLeft(186);
    await expect(overlay.card.locator('.mark.age')).toHaveCount(0);
    stall.signal('SIGSTOP');
    await expect(overlay.card.locator('.mark.age').first()).toBeVisible({ timeout: 15_000 });
    await overlay.showsLeft(186);
    stall.signal('SIGCONT');
    await expect(overlay.card.locator('.mark.age')).toHaveCount(0, { timeout: 15_000 });
  });

  test('an overlay that is opened before its relay shows nothing, and then the truth', async ({ page, stall }) => {
    const overlay = new OverlayPage(page);
    await stall.restart('SIGTERM', async () => {
      const pages = await servePages(RELAY_PAGES, Number(new URL(stall.origin).port));
      await overlay.open(stall.overlay());
      await expect(page.locator('stall-room')).toBeAttached();
      await pages.close();
    });
    await overlay.showsLeft(186);
    expect(overlay.errors).toEqual([]);
  });
});

test.describe('refusals', () => {
  const problem = async (answer: Response): Promise<number> => {
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { title, status, detail } = (await answer.json()) as Record<string, unknown>;
    expect(status).toBe(answer.status);
    expect(typeof title).toBe('string');
    expect(String(detail).length).toBeGreaterThan(20);
    return answer.status;
  };

  test('each is a problem document, and nothing is stored', async ({ stall }) => {
    const before = (await stall.state()).offset;
    const post = (path: string, body = '{}', headers: Record<string, string> = {}) =>
      fetch(stall.origin + path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

    expect(await problem(await stall.hook('woocommerce', wooOrder(1), { signature: 'AAAA' }))).toBe(401);
    expect(await problem(await stall.hook('woocommerce', '{"id":1,'))).toBe(400);
    expect(await problem(await stall.hook('woocommerce', `{"note":"${'x'.repeat(2_000_000)}"}`))).toBe(413);
    expect(await problem(await post('/stalls/orchard/hooks/etsy'))).toBe(404);
    expect(await problem(await post('/stalls/nowhere/hooks/woocommerce'))).toBe(404);
    expect(await problem(await post('/stalls/orchard/hooks/standard'))).toBe(503);
    expect(await problem(await post('/stalls/orchard/commands'))).toBe(401);
    expect(await problem(await fetch(`${stall.origin}/stalls/orchard/state`))).toBe(401);
    expect(await problem(await stall.command({ type: 'sold-out', productId: 'nothing' }))).toBe(404);
    expect((await stall.state()).offset).toBe(before);
  });

  test("WooCommerce's form ping is answered 200 and does nothing", async ({ stall }) => {
    const before = (await stall.state()).offset;
    const answer = await fetch(`${stall.origin}/stalls/orchard/hooks/woocommerce`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'webhook_id=12',
    });
    expect(answer.status).toBe(200);
    expect((await stall.state()).offset).toBe(before);
  });
});
