import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { defineStudio } from '../define.js';
import { keepRoom, keptRoom } from '../links/kept-room.js';
import { keepSource } from '../links/kept-source.js';

defineStudio();
const ADDRESS = { origin: 'http://127.0.0.1:7788', stall: 'orchard' };
const MAIN = { id: 'main', title: '果园直播间', commerce: true, panic: false };
const NORTH = { ...MAIN, id: 'room-2', title: '二号直播间' };

let rooms: unknown[] = [];
const relay = vi.spyOn(globalThis, 'fetch');

beforeEach(() => {
  localStorage.clear();
  rooms = [MAIN, NORTH];
  relay.mockReset();
  relay.mockImplementation((url) => {
    const isState = String(url instanceof Request ? url.url : url).endsWith('/state');
    return Promise.resolve(new Response(JSON.stringify(isState ? { state: { rooms } } : { viewKey: 'VIEW' })));
  });
});

afterEach(async () => {
  document.body.replaceChildren();
  localStorage.clear();
  await page.viewport(414, 896);
});

async function open(address: { origin: string; stall: string; room?: string } = ADDRESS) {
  const app = document.createElement('studio-app');
  Object.assign(app, { address, deckKey: 'DECK' });
  document.body.replaceChildren(app);
  const steps = () => app.shadowRoot!.querySelector('studio-steps')!.shadowRoot!;
  await expect
    .poll(() => app.shadowRoot!.querySelector('studio-steps')?.shadowRoot?.querySelector('.ticket'))
    .toBeTruthy();
  const choice = () => steps().querySelector('studio-room-choice')!.shadowRoot!;
  return {
    choice,
    chips: () => [...choice().querySelectorAll('button')],
    chosen: () => choice().querySelector('[aria-pressed=true]')?.textContent.trim(),
    /** The rooms of all that the page hands out: the tags, Add to OBS, the preview. */
    linked: () => [
      ...[...steps().querySelectorAll<HTMLAnchorElement>('.ticket a')].map(({ href }) =>
        new URL(href).searchParams.get('room'),
      ),
      steps().querySelector('studio-add-to-obs')!.address.room ?? null,
      new URL(app.shadowRoot!.querySelector('studio-preview')!.src).searchParams.get('room'),
    ],
    deck: () => steps().querySelector<HTMLAnchorElement>('.go')!.href,
    layer: () => new URL(steps().querySelector<HTMLAnchorElement>('.ticket a')!.href).searchParams.get('layer-name'),
  };
}

const ALL = (room: string | null) => [room, room, room, room];

describe('which room the picture is for', () => {
  it('is not asked where there is one', async () => {
    rooms = [MAIN];
    keepRoom('orchard', 'room-2');
    const studio = await open();
    await expect.poll(studio.linked).toEqual(ALL(null));
    expect(studio.chips()).toEqual([]);
  });

  it('is asked where there are two, and every link brings the answer, now and when the page is opened again', async () => {
    const studio = await open();
    await expect
      .poll(() => studio.chips().map(({ textContent }) => textContent.trim()))
      .toEqual([...['整个摊位', '果园直播间', '二号直播间']]);
    expect(studio.choice().textContent).toContain('给哪个直播间？');
    expect([studio.chosen(), studio.linked()]).toEqual(['整个摊位', ALL(null)]);
    studio.chips()[2]!.click();
    await expect.poll(studio.linked).toEqual(ALL('room-2'));
    expect([studio.chosen(), studio.layer()]).toEqual(['二号直播间', 'Stallcast orchard 二号直播间']);
    // The deck is for all rooms.
    expect(studio.deck()).not.toContain('room=');

    const again = await open();
    await expect.poll(again.chosen).toBe('二号直播间');
    expect(again.linked()).toEqual(ALL('room-2'));
    again.chips()[0]!.click();
    await expect.poll(again.linked).toEqual(ALL(null));
    expect(keptRoom('orchard')).toBe('');
  });

  it('is the whole stall again, and says so, once that room is gone', async () => {
    keepRoom('orchard', 'room-9');
    const studio = await open();
    await expect.poll(() => studio.choice().textContent).toContain('已经关掉了');
    expect([studio.chosen(), studio.linked()]).toEqual(['整个摊位', ALL(null)]);
  });

  it('is asked as soon as somebody has opened a second room elsewhere and one looks at the page again', async () => {
    rooms = [MAIN];
    const studio = await open();
    await expect.poll(() => relay.mock.calls.length).toBeGreaterThan(1);
    expect(studio.chips()).toEqual([]);
    rooms = [MAIN, NORTH];
    window.dispatchEvent(new Event('focus'));
    // Well before it is asked anyway.
    await expect.poll(() => studio.chips().length, { timeout: 4_000 }).toBe(3);
  });

  it('is what the page’s address says, until another is chosen', async () => {
    const studio = await open({ ...ADDRESS, room: 'main' });
    await expect.poll(studio.chosen).toBe('果园直播间');
    studio.chips()[2]!.click();
    await expect.poll(studio.linked).toEqual(ALL('room-2'));
    expect(keptRoom('orchard')).toBe('room-2');
  });

  it('is not asked where the picture follows another source, which has rooms of its own', async () => {
    keepRoom('orchard', 'room-2');
    keepSource('orchard', 'table:https://a.example/t.csv');
    const studio = await open();
    await expect.poll(() => relay.mock.calls.length).toBeGreaterThan(1);
    expect(studio.chips()).toEqual([]);
    expect(studio.layer()).toBe('Stallcast orchard');
  });

  it.each([390, 1366])('has nothing against accessibility at %i px', async (width) => {
    await page.viewport(width, 900);
    const studio = await open();
    await expect.poll(() => studio.chips().length).toBe(3);
    const { violations } = await axe.run(studio.choice().host, { iframes: false });
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const chip of studio.chips()) expect(chip.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });
});
