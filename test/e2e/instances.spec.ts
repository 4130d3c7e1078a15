import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { OverlayPage } from './overlay-page.js';
import { openStall, test, type Stall } from './stall.js';

/** The list as the command line sees it. */
async function list(stall: Stall): Promise<{ id: string; scene: string; engine: string; isSilent: boolean }[]> {
  const answer = await fetch(`${stall.origin}/stalls/orchard/instances`, { headers: keyOf(stall) });
  return ((await answer.json()) as { instances: Awaited<ReturnType<typeof list>> }).instances;
}

const keyOf = (stall: Stall) => ({ authorization: `Bearer ${new URL(stall.deck()).hash.slice(1)}` });

test.describe('the pages that are connected', () => {
  test.beforeEach(({ page: _ }, { project }) => {
    test.skip(project.name !== 'chromium', 'what hangs is the page; who answers for it is the same in every engine');
  });

  test('one that is killed and one that hangs are missed on the deck, and one is loaded anew from the command line', async ({
    browser,
  }) => {
    const stall = await openStall({ settings: { STALLCAST_HEARTBEAT_MS: '500' } });
    try {
      const [desk, obs, other] = [await browser.newContext(), await browser.newContext(), await browser.newContext()];
      const deck = await desk.newPage();
      await deck.setViewportSize({ width: 390, height: 844 });
      await deck.goto(stall.deck());
      const [killed, hung] = [await obs.newPage(), await other.newPage()];
      await new OverlayPage(killed).open(stall.overlay({ scene: 'orchard' }));
      await new OverlayPage(hung).open(stall.overlay({ scene: 'county' }));
      await expect
        .poll(async () => (await list(stall)).map(({ scene }) => scene).sort())
        .toEqual(['', 'county', 'orchard']);
      expect(JSON.stringify(await list(stall))).not.toMatch(/view-key|deck-key|127\.0\.0\.1/);

      const loaded = hung.waitForEvent('load');
      const county = (await list(stall)).find(({ scene }) => scene === 'county');
      const answer = await fetch(`${stall.origin}/stalls/orchard/instances/${county?.id}/reload`, {
        method: 'POST',
        headers: keyOf(stall),
      });
      expect(answer.status).toBe(200);
      await loaded;
      // It keeps its name through that, and is not listed twice.
      await expect.poll(async () => (await list(stall)).filter(({ id }) => id === county?.id).length).toBe(1);
      await deck.getByRole('button', { name: '记录' }).click();
      await expect(deck.locator('deck-devices').getByRole('listitem').filter({ hasText: '画面' })).toHaveCount(2);

      // A source that OBS takes away says goodbye, and is no news; one that dies is.
      await Promise.race([
        (await obs.newCDPSession(killed)).send('Page.crash').catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, 1_000)),
      ]);
      const session = await other.newCDPSession(hung);
      // A page that hangs, as in an endless loop: its engine still answers for its connections.
      await session.send('Debugger.enable');
      await session.send('Debugger.pause');
      await deck.getByRole('button', { name: '商品', exact: true }).click();
      for (const name of ['果园开卖', '全县目标']) await expect(deck.getByText(`画面“${name}”断开了`)).toBeVisible();
      await deck.getByRole('button', { name: '记录' }).click();
      const rows = deck.locator('deck-devices').getByRole('listitem');
      await expect(rows.filter({ hasText: '没有回来' })).toHaveCount(2);
      const { violations } = await new AxeBuilder({ page: deck }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

      await deck.getByRole('button', { name: '商品', exact: true }).click();
      await session.send('Debugger.disable');
      await expect(deck.getByText('画面“全县目标”断开了')).toHaveCount(0);
      await Promise.all([desk.close(), obs.close(), other.close()]);
    } finally {
      await stall.stop();
    }
  });
});
