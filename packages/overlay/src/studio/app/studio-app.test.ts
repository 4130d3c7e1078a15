import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openKeptScenes } from '../composer/kept/kept-scenes.js';
import { defineStudio } from '../define.js';
import { openScenesInUse } from '../in-use/in-use.js';

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
    localStorage.clear();
    relay.mockReset();
  });

  afterEach(async () => {
    document.body.replaceChildren();
    localStorage.clear();
    await page.viewport(414, 896);
  });

  it('asks for the view key with the deck key, and offers one link to drag for each canvas', async () => {
    relay.mockImplementation(() => Promise.resolve(answer({ viewKey: 'VIEW' })));
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
    relay.mockImplementation(() => Promise.resolve(answer({ viewKey: 'VIEW-CANARY' })));
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

  it('shows looks as pictures, and every link brings the one that is chosen, now and when the page is opened again', async () => {
    relay.mockImplementation(() => Promise.resolve(answer({ viewKey: 'VIEW' })));
    const root = open('DECK');
    const looks = () => inside(root, 'studio-steps')!.querySelector('studio-looks')?.shadowRoot;
    const look = (name: string) => looks()!.querySelector<HTMLButtonElement>(name)!;
    await expect.poll(() => looks()?.querySelectorAll('[data-look] stall-scene').length).toBe(6);
    look('[data-look=county]').click();
    look('[data-theme=night]').click();
    await expect.poll(() => frame(root).src).toContain('&scene=county&theme=night#');
    expect(tickets(root).map(({ href }) => /scene=county&theme=night&layer-name/.test(href))).toEqual([true, true]);
    expect(look('[data-look=county]').ariaPressed).toBe('true');
    const again = open('DECK');
    await expect
      .poll(() => tickets(again).map(({ href }) => href.includes('scene=county&theme=night')))
      .toEqual([...[true, true]]);
  });

  it('brings the scene that was composed, on its own canvas alone, and as it was last', async () => {
    relay.mockImplementation(() => Promise.resolve(answer({ viewKey: 'VIEW' })));
    const root = open('DECK');
    const app = document.querySelector('studio-app')!;
    app.isComposing = true;
    await expect.poll(() => root.querySelector('studio-composer')?.bench, { timeout: 15_000 }).toBeTruthy();
    const composer = root.querySelector('studio-composer')!;
    await composer.updateComplete;
    app.addEventListener('studio-compose', ({ isOpen }) => (app.isComposing = isOpen), { once: true });
    composer.shadowRoot!.querySelector<HTMLElement>('.bar .primary')!.click();
    await expect.poll(() => tickets(root).map(({ href }) => /scene=~p\./.test(href))).toEqual([true, false]);
    const [{ href: before }] = tickets(root) as [HTMLAnchorElement];
    app.isComposing = true;
    await expect.poll(() => root.querySelector('studio-composer')).not.toBeNull();
    await root.querySelector('studio-composer')!.updateComplete;
    root.querySelector('studio-composer')!.bench.edit((scene) => ({ ...scene, theme: 'night' }));
    await expect.poll(() => app.inUse.$inUse.get().portrait.scene).not.toBe(new URL(before).searchParams.get('scene'));
    app.isComposing = false;
    await expect.poll(() => tickets(root)[0]?.href).toMatch(/scene=~p\./);
    expect(tickets(root)[0]!.href).not.toBe(before);
  });

  it('goes on with what was worked on last where the page comes up with the composer, whatever is in use', async () => {
    relay.mockImplementation(() => Promise.resolve(answer({ viewKey: 'VIEW' })));
    openKeptScenes().keep('scene-7', { version: 1, title: '没排完的', canvas: 'portrait', items: [] }, 1);
    openScenesInUse('orchard').use(['portrait'], { id: 'county', scene: 'county', theme: '' });
    const app = document.createElement('studio-app');
    Object.assign(app, { address: ADDRESS, deckKey: 'DECK', isComposing: true });
    document.body.replaceChildren(app);
    await app.updateComplete;
    // Whatever else comes while the composer is on its way opens no second one.
    app.language = 'en';
    await expect
      .poll(() => app.shadowRoot!.querySelector('studio-composer')?.bench.$scene.get().title, { timeout: 15_000 })
      .toBe('没排完的');
  });

  it('waits for a relay that is not there yet', async () => {
    relay
      .mockRejectedValueOnce(new TypeError('down'))
      .mockImplementation(() => Promise.resolve(answer({ viewKey: 'VIEW' })));
    const root = open('DECK');
    await expect.poll(() => root.querySelector('.waiting')?.textContent).toContain('连不上');
    await expect.poll(() => tickets(root).length, { timeout: 5_000 }).toBe(2);
  });

  it.each([390, 1366])('has nothing against accessibility at %i px, and nothing hangs over', async (width) => {
    await page.viewport(width, 900);
    relay.mockImplementation(() => Promise.resolve(answer({ viewKey: 'VIEW' })));
    const root = open('DECK');
    await expect.poll(() => tickets(root).length).toBe(2);
    frame(root).src = 'about:blank';
    const looks = () => inside(root, 'studio-steps')!.querySelector('studio-looks')?.shadowRoot;
    await expect.poll(() => looks()?.querySelectorAll('stall-scene').length).toBe(6);
    // The pictures are hidden from those who listen, and have tests of their own.
    for (const picture of looks()!.querySelectorAll('.scaled')) picture.remove();
    const { violations } = await axe.run(document.body, { iframes: false });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
