import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { $ground } from '../look/ground.js';
import { $installOffer, type InstallOffer } from '../settings/install-offer.js';
import { openTestDeck } from '../test-deck.fixture.js';

let test: Awaited<ReturnType<typeof openTestDeck>>;

afterEach(async () => {
  $ground.set('auto');
  $installOffer.set(null);
  localStorage.removeItem('stallcast.install-declined');
  await test.stop();
  await page.viewport(414, 896);
});

const overview = () => test.part('deck-rooms-overview');
const rooms = () => [...overview().querySelectorAll('section > ul > li')];
const find = async () =>
  (await axe.run(document.body, { rules: { region: { enabled: false } } })).violations.map(({ id }) => id);
const smallKeys = (root: ParentNode) =>
  [...root.querySelectorAll<HTMLElement>('button, a')]
    .map((key) => key.getBoundingClientRect())
    .filter(({ height, width }) => height < 44 || width < 44);

async function openRooms(): Promise<void> {
  test = await openTestDeck();
  await test.ledger.command({ id: 'north', type: 'put-room', room: { id: 'north', title: '北屋', commerce: true } });
  await test.ledger.command({ id: 'quota', type: 'allocate', productId: 'peach', room: 'north', quantity: 40 });
  await test.ledger.command({ id: 'north-shows', type: 'feature', productIds: ['peach'], room: 'north' });
  await expect.poll(() => rooms().length).toBe(2);
}

describe('several rooms side by side', () => {
  it('each show what is on air there, and what may still be sold of it', async () => {
    await openRooms();
    await expect.poll(() => rooms()[1]?.textContent).toMatch(/北屋[\s\S]*阳山水蜜桃[\s\S]*配额剩 40 \/ 40/);
    expect(rooms()[0]?.textContent).toMatch(/公共库存 \d+/);
    const left = Number(/公共库存 (\d+)/.exec(rooms()[0]?.textContent ?? '')?.[1]);
    expect(left + 40).toBe(test.desk.store.$stock('peach').get()?.sellable);
  });

  it('are hidden one by one, or all at once', async () => {
    await openRooms();
    rooms()[1]!.querySelector('deck-panic-key')!.shadowRoot!.querySelector('button')!.click();
    await expect.poll(() => rooms()[1]?.textContent).toContain('已全部隐藏');
    expect(rooms()[0]?.textContent).not.toContain('已全部隐藏');
    expect(test.commands()).toEqual([{ type: 'panic', on: true, room: 'north' }]);
    test.part('deck-panic-key').querySelector('button')!.click();
    await expect.poll(() => rooms()[0]?.textContent).toContain('已全部隐藏');
  });

  it.each([390, 320])('have nothing against them at %i px, and keys for a thumb', async (width) => {
    await page.viewport(width, 844);
    await openRooms();
    expect(await find()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(smallKeys(overview())).toEqual([]);
  });
});

describe('this device’s settings', () => {
  it('make it night, whatever the system says, and remember it', async () => {
    test = await openTestDeck();
    test.press(test.part('deck-settings'), '夜里');
    await expect.poll(() => getComputedStyle(test.app).colorScheme).toBe('dark');
    expect(localStorage.getItem('stallcast.ground')).toBe('dark');
    test.app.tab = 'history';
    await test.app.updateComplete;
    expect(await find()).toEqual([]);
    test.press(test.part('deck-settings'), '白天');
    await expect.poll(() => getComputedStyle(test.app).colorScheme).toBe('light');
    expect(smallKeys(test.part('deck-settings'))).toEqual([]);
  });

  it('offer to install the deck where the browser does, once', async () => {
    test = await openTestDeck();
    expect(test.part('deck-settings').textContent).not.toContain('放到桌面');
    let prompted = 0;
    const offer = Object.assign(new Event('beforeinstallprompt'), { prompt: () => Promise.resolve(++prompted) });
    $installOffer.set(offer satisfies InstallOffer);
    await expect.poll(() => test.part('deck-settings').textContent).toContain('放到桌面');
    test.press(test.part('deck-settings'), '放到桌面');
    expect(prompted).toBe(1);
    test.press(test.part('deck-settings'), '不用了');
    await expect.poll(() => test.part('deck-settings').textContent).not.toContain('放到桌面');
    $installOffer.set(offer);
    await new Promise(requestAnimationFrame);
    expect(test.part('deck-settings').textContent).not.toContain('放到桌面');
  });
});
