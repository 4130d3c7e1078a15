import axe from 'axe-core';
import { atom } from 'nanostores';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Instance } from '../../instances/join-instances.js';
import { openTestDeck } from '../test-deck.fixture.js';
import type { DeviceKey } from '../../pairing/keys-door.js';
import type { RelayDesk } from './relay-desk.js';

const at = new Date().toISOString();
const OVERLAY: Instance = {
  id: 'overlay-1',
  kind: 'overlay',
  engine: 'OBS 30.1.2 · Chromium 103',
  scene: '',
  version: 'overlay-aaaaaaaa',
  isOutOfDate: true,
  since: at,
  lastSeen: at,
  isShown: true,
  isSilent: false,
};

/** A relay that answers at once, and writes down what it was asked. */
function fakeRelay() {
  const asked: string[] = [];
  let keys: DeviceKey[] = [{ id: 'k1', name: '小李的手机', createdAt: at, isYours: false, isConnected: true }];
  const $instances = atom<readonly Instance[]>([
    OVERLAY,
    { ...OVERLAY, id: 'deck-0001', kind: 'deck', isOutOfDate: false },
  ]);
  const relay: RelayDesk = {
    $instances,
    id: 'deck-0001',
    steps: () => Promise.resolve(null),
    keys: {
      list: () => Promise.resolve({ mayGive: true, lan: 'open', keys }),
      pair(name) {
        asked.push(`pair ${name}`);
        const link = (host: string) => `http://${host}:7788/deck?stall=orchard#key`;
        const links = [
          { link: link('192.168.1.4'), code: ['101', '010', '111'] },
          { link: link('10.0.0.7'), code: ['111', '000', '000'] },
        ];
        return Promise.resolve({ id: 'k2', name, links });
      },
      revoke(id) {
        asked.push(`revoke ${id}`);
        keys = keys.map((key) => ({ ...key, revokedAt: at }));
        return Promise.resolve(true);
      },
    },
    wish(id, wish) {
      asked.push(`${wish} ${id}`);
      return Promise.resolve(true);
    },
    close: () => {},
  };
  return { relay, asked, $instances };
}

let test: Awaited<ReturnType<typeof openTestDeck>>;
afterEach(async () => {
  await test.stop();
  await page.viewport(414, 896);
});

async function open(width = 390) {
  await page.viewport(width, 844);
  const fake = fakeRelay();
  test = await openTestDeck({ relay: fake.relay });
  test.app.tab = 'history';
  await test.app.updateComplete;
  const devices = test.part('deck-devices');
  await expect.poll(() => devices.querySelectorAll('li').length).toBe(3);
  return { ...fake, devices };
}

describe('the connected pages', () => {
  it('are listed, one out of date is loaded anew, and this very page is not', async () => {
    const { devices, asked } = await open();
    expect(devices.querySelector('li')?.textContent).toMatch(
      /画面 · 只要商品卡\s*OBS 30\.1\.2 · Chromium 103 · 版本旧了/,
    );
    expect([...devices.querySelectorAll('button')].filter((key) => key.textContent?.includes('重新载入'))).toHaveLength(
      1,
    );
    test.press(devices, '重新载入');
    await expect.poll(() => asked).toEqual(['reload overlay-1']);
  });

  it('are missed beside what is on air when one goes silent', async () => {
    const { $instances, asked } = await open();
    $instances.set([{ ...OVERLAY, isSilent: true }]);
    await expect
      .poll(() => test.part('deck-alerts').querySelector('.silent')?.textContent)
      .toContain('画面“只要商品卡”断开了');
    test.press(test.part('deck-alerts'), '知道了');
    expect(asked).toEqual(['forget overlay-1']);
  });
});

describe('the keys of phones', () => {
  it('are given by a code to scan, and taken back at the second press', async () => {
    const { devices, asked } = await open();
    devices.querySelector('form')!.requestSubmit();
    const code = () => devices.querySelector('pair-code')?.shadowRoot;
    await expect.poll(() => code()?.querySelector('path')?.getAttribute('d')).toMatch(/^M0 0h1v1h-1zM2 0/);
    expect(code()?.textContent).toContain('192.168.1.4');
    expect(code()?.textContent).not.toContain('#key');
    test.press(devices, '收回');
    await expect.poll(() => devices.textContent).toContain('确定收回');
    expect(asked).toEqual(['pair 手机 1']);
    test.press(devices, '确定收回');
    await expect.poll(() => devices.textContent).not.toContain('小李的手机');
    expect(asked.at(-1)).toBe('revoke k1');
  });

  it.each([390, 300])('have nothing against them at %i px', async (width) => {
    const { devices } = await open(width);
    devices.querySelector('form')!.requestSubmit();
    await expect.poll(() => devices.querySelector('pair-code')?.shadowRoot?.querySelector('svg')).toBeTruthy();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

describe('hotkeys', () => {
  it('feature by link number, go on, take back and hide; a key that is typed or held does nothing', async () => {
    await open();
    const press = (key: string, target: EventTarget = document.body, more = {}) =>
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
      );
    press('2');
    await expect.poll(() => test.desk.store.$featured.get()).toEqual(['peach', 'pepper']);
    press('u');
    await expect.poll(() => test.desk.store.$featured.get()).toEqual(['peach']);
    press('N');
    await expect.poll(() => test.desk.store.$featured.get()).toEqual(['pepper']);
    const count = test.sent.length;
    press('h', test.part('deck-devices').querySelector('input')!);
    press('h', document.body, { repeat: true });
    press('h', document.body, { ctrlKey: true });
    expect(test.sent).toHaveLength(count);
    press('h');
    await expect.poll(() => test.desk.store.$panic.get()).toBe(true);
  });
});
