import AxeBuilder from '@axe-core/playwright';
import { devices, expect } from '@playwright/test';
import { scanCode } from './scan-code.js';
import { test } from './stall.js';

/** Open to the local network as far as a test may be. */
const OPEN = { STALLCAST_LAN: '1', STALLCAST_HOST: '127.0.0.1' };

const PHONE = { ...devices['iPhone 13'], defaultBrowserType: undefined, viewport: { width: 390, height: 844 } };

test.describe('a phone that is paired in the studio', () => {
  test.beforeEach(({ page: _ }, { project }) => {
    test.skip(project.name !== 'chromium', 'the studio is for the host’s own browser');
  });

  test('scans the code that appears once the relay is open, runs the stall, and stops at once when its key is taken back', async ({
    browser,
    context,
    stall,
  }) => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(stall.studio());
    await page.getByRole('button', { name: '配一台手机' }).click();
    await expect(page.getByText('npm start -- --lan')).toBeVisible();
    await expect(page.locator('pair-code')).toHaveCount(0);

    // What the host is told to do, in the terminal. Nobody touches the page.
    await stall.restart('SIGINT', undefined, OPEN);
    const code = page.locator('pair-code svg');
    await expect(code).toBeVisible();
    await code.scrollIntoViewIfNeeded();
    await expect.poll(() => scanCode(page)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/deck\?stall=orchard#[\w-]{24}$/);
    const link = await scanCode(page);
    const key = new URL(link).hash.slice(1);
    expect(await page.content()).not.toContain(key);

    const pocket = await browser.newContext(PHONE);
    const phone = await pocket.newPage();
    const requests: string[] = [];
    phone.on('request', (request) => requests.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
    await phone.goto(link);
    await expect(phone.getByText('配对好了，这台是“手机 1”。')).toBeVisible();
    expect(new URL(phone.url()).hash, 'a photographed screen gives nothing away').toBe('');
    await expect(page.getByText('“手机 1”连上了。')).toBeVisible();
    const row = page.locator('studio-pair-phone').getByRole('listitem').filter({ hasText: '手机 1' });
    await expect(row).toContainText('正连着');
    await phone.getByRole('button', { name: '紧急隐藏' }).first().click();
    await expect.poll(async () => JSON.stringify((await stall.state()).state['rooms'])).toContain('"panic":true');

    await row.getByRole('button', { name: '收回' }).click();
    await row.getByRole('button', { name: '确定收回' }).click();
    await expect(phone.getByText('这台设备的钥匙已被收回')).toBeVisible({ timeout: 2_000 });
    await expect(page.getByText('“手机 1”的钥匙已收回。')).toBeVisible();
    for (const [path, method] of [
      ['/state', 'GET'],
      ['/events', 'GET'],
      ['/keys', 'GET'],
      ['/commands', 'POST'],
    ] as const) {
      const answer = await fetch(`${stall.origin}/stalls/orchard${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(method === 'POST' && { body: '{"id":"late","type":"panic","on":false}' }),
      });
      expect([path, answer.status]).toEqual([path, 401]);
    }
    expect(requests.filter((line) => line.includes(key))).toEqual([]);
    await phone.reload();
    await expect(phone.getByText('这个页面需要控台链接')).toBeVisible();
    await pocket.close();
  });

  test('can give no keys itself, and says so', async ({ context, stall }) => {
    await stall.restart('SIGINT', undefined, OPEN);
    const answer = await fetch(`${stall.origin}/stalls/orchard/keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${new URL(stall.deck()).hash.slice(1)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: '小李的手机' }),
    });
    const { key } = (await answer.json()) as { key: string };
    const page = await context.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(stall.studio({ lang: 'en' }).replace(/#.*/, `#${key}`));
    const part = page.locator('studio-pair-phone');
    await expect(part).toContainText('cannot give keys or take them back');
    await expect(part.getByRole('button')).toHaveCount(0);
    const { violations } = await new AxeBuilder({ page })
      .include({ fromShadowDom: ['studio-app', 'studio-steps', 'studio-pair-phone'] })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
