import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { DeviceKey, KeyList, KeysDoor } from '../../pairing/keys-door.js';
import { defineStudio } from '../define.js';
import { freePhoneName } from '../../pairing/phone-name.js';

defineStudio();

const at = new Date(Date.now() - 120_000).toISOString();
const phone = (id: string, more: Partial<DeviceKey> = {}): DeviceKey => ({
  id,
  name: `手机 ${id}`,
  createdAt: at,
  lastSeenAt: at,
  isYours: false,
  isConnected: false,
  ...more,
});
const LINKS = ['192.168.1.4', '10.0.0.7'].map((host, index) => ({
  link: `http://${host}:7788/deck?stall=orchard#KEY`,
  code: index === 0 ? ['101', '010', '111'] : ['111', '000', '000'],
}));

/** A relay that answers what it is told to. */
function open(first: KeyList | null, language: 'zh-CN' | 'en' = 'zh-CN') {
  let list = first;
  const door = {
    list: vi.fn(() => Promise.resolve(list)),
    pair: vi.fn((name: string) => Promise.resolve({ id: 'new', name, links: LINKS })),
    revoke: vi.fn(() => Promise.resolve(true)),
  } satisfies KeysDoor;
  const element = document.createElement('studio-pair-phone');
  Object.assign(element, {
    address: { origin: 'http://127.0.0.1:7788', stall: 'orchard' },
    deckKey: 'KEY',
    language,
    door,
  });
  document.body.replaceChildren(element);
  const root = element.shadowRoot!;
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent.trim().startsWith(name));
  return {
    door,
    root,
    button,
    text: () => root.textContent.replace(/\s+/g, ' '),
    code: () => root.querySelector('pair-code')?.shadowRoot,
    press: async (name: string) => {
      await expect.poll(() => button(name)).toBeDefined();
      button(name)!.click();
    },
    now: (next: KeyList | null) => (list = next),
  };
}

const OPEN: KeyList = { mayGive: true, lan: 'open', keys: [] };

afterEach(async () => {
  document.body.replaceChildren();
  await page.viewport(414, 896);
});

describe('<studio-pair-phone>', () => {
  it('gives a phone a key of its own by a code, and says when it came', async () => {
    const { door, root, code, press, now, text } = open({ ...OPEN, keys: [phone('1')] });
    await expect.poll(() => root.querySelectorAll('li').length).toBe(1);
    expect(door.pair).not.toHaveBeenCalled();
    await press('配一台手机');
    await expect.poll(() => code()?.querySelector('path')?.getAttribute('d')).toMatch(/^M0 0h1v1h-1zM2 0/);
    expect(door.pair).toHaveBeenCalledExactlyOnceWith('手机 2', 'zh-CN');
    const { lastSeenAt: _, ...given } = phone('2', { id: 'new' });
    now({ ...OPEN, keys: [phone('1'), given] });
    await expect.poll(() => door.list.mock.calls.length).toBeGreaterThan(2);
    expect(root.querySelectorAll('li'), 'the one that the code is for is not listed beside it').toHaveLength(1);
    expect(text() + code()!.textContent).not.toContain('KEY');
    now({ ...OPEN, keys: [phone('1'), phone('2', { id: 'new', isConnected: true })] });
    await expect.poll(text).toContain('“手机 2”连上了。');
    expect(code()).toBeUndefined();
    expect(text()).toMatch(/手机 1\s*2 分钟前用过.*手机 2\s*正连着/);
  });

  it('switches between the addresses of the computer, and copies the link that is shown', async () => {
    const { code, press } = open(OPEN);
    await press('配一台手机');
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((link) => Promise.resolve(void copied.push(link)));
    await expect.poll(() => code()?.querySelectorAll('fieldset button').length).toBe(2);
    code()!.querySelectorAll<HTMLElement>('fieldset button')[1]!.click();
    await expect.poll(() => code()!.querySelector('path')?.getAttribute('d')).toMatch(/^M0 0h1v1h-1zM1 0/);
    code()!.querySelector<HTMLElement>('.address button')!.click();
    await expect.poll(() => copied).toEqual([LINKS[1]!.link]);
    await expect.poll(() => code()!.querySelector('.address')?.textContent).toContain('已复制');
    code()!.querySelectorAll<HTMLElement>('fieldset button')[0]!.click();
    await expect.poll(() => code()!.querySelector('.address')?.textContent).toContain('复制链接');
    code()!.querySelectorAll<HTMLElement>('fieldset button')[1]!.click();
    Object.assign(code()!.host, { links: LINKS.slice(0, 1) });
    await expect.poll(() => code()!.querySelector('.address code')?.textContent).toContain('192.168.1.4');
  });

  it('says what to do while the relay is closed, and shows the code by itself once it is back and open', async () => {
    const { door, code, press, now, text } = open({ ...OPEN, lan: 'closed' });
    await press('配一台手机');
    await expect.poll(text).toContain('npm start -- --lan');
    expect(text()).toContain('正在等 Stallcast 重新启动');
    now(null);
    await expect.poll(text).toContain('正在等 Stallcast 回来');
    expect(text()).toContain('npm start -- --lan');
    expect(door.pair).not.toHaveBeenCalled();
    now(OPEN);
    await expect.poll(() => code()?.querySelector('path')).toBeTruthy();
  });

  it('says that the computer is in no network', async () => {
    const { press, text } = open({ ...OPEN, lan: 'no-network' });
    await press('配一台手机');
    await expect.poll(text).toContain('先连 Wi-Fi');
  });

  it('takes a key back once that is confirmed', async () => {
    const { door, press, now, text } = open({ ...OPEN, keys: [phone('1')] });
    await press('收回');
    await press('不收');
    await press('收回');
    await expect.poll(text).toContain('马上就不能用了');
    expect(door.revoke).not.toHaveBeenCalled();
    now({ ...OPEN, keys: [phone('1', { revokedAt: at })] });
    await press('确定收回');
    await expect.poll(text).toContain('“手机 1”的钥匙已收回');
    expect(door.revoke).toHaveBeenCalledExactlyOnceWith('1');
    await expect.poll(text).not.toContain('配过的手机');
  });

  it('says that a code is no longer good whose key was taken back or gave way to another', async () => {
    const { door, code, press, now, text } = open(OPEN);
    await press('配一台手机');
    await expect.poll(() => code()?.querySelector('path')).toBeTruthy();
    now({ ...OPEN, keys: [phone('1', { id: 'other' })] });
    await expect.poll(text).toContain('这个码已经作废');
    expect(code()).toBeUndefined();
    expect(door.pair).toHaveBeenCalledOnce();
  });

  it('asks once more for a code that came without an address', async () => {
    const { door, code, press } = open(OPEN);
    door.pair.mockImplementationOnce((name) => Promise.resolve({ id: 'new', name, links: [] }));
    await press('配一台手机');
    await expect.poll(() => code()?.querySelector('path')).toBeTruthy();
    expect(door.pair).toHaveBeenCalledTimes(2);
  });

  it('says that a key was not taken back where the relay did not do it, and keeps the list while the relay is away', async () => {
    const { door, press, now, text, root } = open({ ...OPEN, keys: [phone('1')] });
    door.revoke.mockResolvedValueOnce(false);
    await press('收回');
    now(null);
    await press('确定收回');
    await expect.poll(text).toContain('没有办成');
    expect(text()).not.toContain('钥匙已收回');
    await expect.poll(() => door.list.mock.calls.length).toBe(2);
    expect(root.querySelectorAll('li')).toHaveLength(1);
  });

  it('makes no key where it may give none, and shows none that came after the code was put away', async () => {
    const { door, code, press, button } = open(OPEN);
    let give = (): void => {};
    door.pair.mockImplementationOnce(
      (name) => new Promise((resolve) => (give = () => resolve({ id: 'new', name, links: LINKS }))),
    );
    await press('配一台手机');
    await expect.poll(() => door.pair.mock.calls.length).toBe(1);
    await press('收起');
    give();
    await expect.poll(() => button('配一台手机')).toBeDefined();
    expect(code()).toBeUndefined();
    const paired = open({ ...OPEN, mayGive: false });
    Object.assign(paired.root.host, { isWanted: true });
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => paired.door.list.mock.calls.length).toBe(2);
    expect(paired.door.pair).not.toHaveBeenCalled();
  });

  it('asks nothing while nobody sees the page, nor once it is gone', async () => {
    const { door, root } = open(OPEN);
    await expect.poll(() => door.list.mock.calls.length).toBe(1);
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    hidden.mockRestore();
    root.host.remove();
    document.dispatchEvent(new Event('visibilitychange'));
    await Promise.resolve();
    expect(door.list).toHaveBeenCalledOnce();
  });

  it('says plainly that a paired key gives none and takes none', async () => {
    const { button, text } = open({ ...OPEN, mayGive: false, keys: [phone('1', { isYours: true }), phone('2')] });
    await expect.poll(text).toContain('不能再发给别的手机');
    expect([button('配一台手机'), button('收回')]).toEqual([undefined, undefined]);
    expect(text()).toContain('就是这台');
  });

  it.each(['zh-CN', 'en'] as const)('has nothing against it in %s at 390 px', async (language) => {
    await page.viewport(390, 844);
    const lists: KeyList[] = [OPEN, { ...OPEN, lan: 'closed' }];
    for (const list of lists) {
      const { root, press, code } = open({ ...list, keys: [phone('1')] }, language);
      await press(language === 'en' ? 'Pair a phone' : '配一台手机');
      await press(language === 'en' ? 'Take back' : '收回');
      await expect.poll(() => code()?.querySelector('svg') ?? root.querySelector('.steps')).toBeTruthy();
      const { violations } = await axe.run(document.body, {
        rules: {
          region: { enabled: false },
          'page-has-heading-one': { enabled: false },
          'heading-order': { enabled: false },
        },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    }
  });
});

describe('the name of the next phone', () => {
  it('is the first that is free: one that was taken back, or never came, keeps none', () => {
    const name = (...keys: DeviceKey[]) => freePhoneName(keys, (n) => `手机 ${n}`);
    expect(name()).toBe('手机 1');
    expect(name(phone('1'), phone('2'))).toBe('手机 3');
    expect(name(phone('1', { revokedAt: at }), phone('2'))).toBe('手机 1');
    const { lastSeenAt: _, ...never } = phone('1');
    expect(name(never, phone('2'))).toBe('手机 1');
  });
});
