import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { defineStudio } from '../define.js';

defineStudio();
/** `Response.json()` is younger than the oldest engine. */
const answer = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);

const ADDRESS = { origin: 'http://127.0.0.1:7788', stall: 'orchard' };

function open(deckKey: string | null): ShadowRoot {
  const app = document.createElement('studio-app');
  app.address = ADDRESS;
  app.deckKey = deckKey;
  document.body.replaceChildren(app);
  return app.shadowRoot!;
}

const inside = (root: ShadowRoot, tag: 'studio-steps' | 'studio-preview') => root.querySelector(tag)?.shadowRoot;
const tickets = (root: ShadowRoot) => [
  ...(inside(root, 'studio-steps')?.querySelectorAll<HTMLAnchorElement>('.ticket a') ?? []),
];
const frame = (root: ShadowRoot) => inside(root, 'studio-preview')!.querySelector('iframe')!;

describe('<studio-app>', () => {
  const relay = vi.spyOn(globalThis, 'fetch');

  beforeEach(() => {
    relay.mockReset();
  });

  afterEach(async () => {
    document.body.replaceChildren();
    await page.viewport(414, 896);
  });

  it('asks for the view key with the deck key, and offers one link to drag for each canvas', async () => {
    relay.mockResolvedValue(answer({ viewKey: 'VIEW' }));
    const root = open('DECK');
    await expect.poll(() => tickets(root).length).toBe(2);
    const [url, init] = relay.mock.calls[0]!;
    expect([url, new Headers(init?.headers).get('authorization')]).toEqual([
      'http://127.0.0.1:7788/stalls/orchard/links',
      'Bearer DECK',
    ]);
    const links = tickets(root);
    for (const link of links) {
      expect(link.draggable).toBe(true);
      expect(link.href).toMatch(/#VIEW$/);
    }
    expect(frame(root).src).not.toContain('layer-');
  });

  it('never shows a key as text', async () => {
    relay.mockResolvedValue(answer({ viewKey: 'VIEW-CANARY' }));
    const root = open('DECK-CANARY');
    await expect.poll(() => tickets(root).length).toBe(2);
    for (const part of [root, inside(root, 'studio-steps')!, inside(root, 'studio-preview')!]) {
      expect(part.textContent).not.toContain('CANARY');
    }
  });

  it('says what to do without a key, and with a wrong one', async () => {
    expect(relay).not.toHaveBeenCalled();
    const without = open(null);
    await expect.poll(() => without.querySelector('.gate code')?.textContent).toBe('npx stallcast links');
    relay.mockResolvedValue(answer({}, { status: 401 }));
    const wrong = open('OLD');
    await expect.poll(() => wrong.querySelector('[role=alert]')?.textContent).toContain('钥匙不对');
  });

  it('names each door of a shop, with its secret, and says what was tested with samples alone', async () => {
    relay.mockResolvedValue(answer({ viewKey: 'VIEW' }));
    const root = open('DECK');
    await expect.poll(() => tickets(root).length).toBe(2);
    const rows = [...inside(root, 'studio-steps')!.querySelectorAll('.shops li')];
    const doors = rows.map((row) => row.querySelector('code')?.textContent?.replace(/.*\/hooks\//, ''));
    expect(doors.sort()).toEqual([
      ...['doudian', 'douyin-life', 'kuaishou', 'shopify', 'standard', 'stripe', 'weixin-shop', 'woocommerce'],
    ]);
    for (const row of rows) expect(row.querySelector('.secret')?.textContent).toMatch(/STALLCAST_SECRET_\w+ .*\S/s);
    const marked = rows.filter((row) => row.querySelector('.sampled')?.textContent?.includes('样例'));
    expect(marked).toHaveLength(rows.length - 1);
  });

  it('waits for a relay that is not there yet', async () => {
    relay.mockRejectedValueOnce(new TypeError('down')).mockResolvedValue(answer({ viewKey: 'VIEW' }));
    const root = open('DECK');
    await expect.poll(() => root.querySelector('.waiting')?.textContent).toContain('连不上');
    await expect.poll(() => tickets(root).length, { timeout: 5_000 }).toBe(2);
  });

  it.each([390, 1366])('has nothing against accessibility at %i px, and nothing hangs over', async (width) => {
    await page.viewport(width, 900);
    relay.mockResolvedValue(answer({ viewKey: 'VIEW' }));
    const root = open('DECK');
    await expect.poll(() => tickets(root).length).toBe(2);
    frame(root).src = 'about:blank';
    const { violations } = await axe.run(document.body, { iframes: false });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
