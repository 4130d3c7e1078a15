import type { Announcement } from '@stallcast/protocol';
import { put, removal } from '@stallcast/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { sampleStall } from '../../internal/sample-stall.js';
import { STATES_AT } from '../../internal/widget-state.js';
import { HOSTILE } from '../product-card/product-card.states.js';
import './define.js';

const said = (text: string, rest: Partial<Announcement> = {}): Announcement => ({ text, at: STATES_AT, ...rest });

async function setup(announcement: Announcement | null, attributes: Record<string, string> = {}, language = 'zh-CN') {
  const stall = { ...sampleStall('peach'), announcements: { stall: announcement, rooms: {} } };
  const state = { name: 'test', en: '', 'zh-CN': '', stall, attributes };
  const stage = setStage('stall-announcement', state, language);
  const root = await raise(stage);
  const say = async (next: Announcement | null) => {
    stage.fake.change([next ? put('announcement', next) : removal('announcement', 'stall')]);
    await settled(stage.element);
  };
  const text = () => root.querySelector('.words')?.textContent;
  const finish = () => {
    for (const animation of root.getAnimations()) animation.finish();
  };
  return { ...stage, root, say, text, finish };
}

function showSource(visible: boolean) {
  window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible } }));
}

describe('<stall-announcement>', () => {
  afterEach(() => {
    showSource(true);
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  it('says what is announced, to the eye and to the ear', async () => {
    const { root, text } = await setup(said('20:30 开第二筐'));
    expect(text()).toBe('20:30 开第二筐');
    expect([...root.querySelectorAll('.spoken')].map((part) => part.textContent)).toEqual(['公告', '20:30 开第二筐']);
    expect(root.getAnimations()).toEqual([]);
  });

  it('comes in, changes over, and goes out, each as its own motion', async () => {
    const { root, say, text, finish } = await setup(null);
    await say(said('一'));
    expect(root.querySelector('.say')?.getAnimations()).toHaveLength(1);
    finish();
    await say(said('二'));
    expect(root.querySelector('.say')?.getAnimations()).toHaveLength(0);
    expect(root.querySelector('.words')?.getAnimations()).toHaveLength(1);
    finish();
    await say(null);
    expect(text()).toBe('二');
    finish();
    await expect.poll(text).toBeUndefined();
  });

  it('is there at once where something is said while it leaves', async () => {
    const { root, say, text } = await setup(said('一'));
    await say(null);
    await say(said('二'));
    expect(text()).toBe('二');
    expect(root.querySelector('.say')?.getAnimations()).toHaveLength(0);
    expect(getComputedStyle(root.querySelector('.say')!).opacity).toBe('1');
  });

  it('leaves by itself at its time, by the clock of the server, with one timer', async () => {
    const timers = vi.spyOn(window, 'setTimeout');
    const { pass, element, text, finish } = await setup(said('一', { until: '2026-07-01T11:43:00.000Z' }));
    expect(timers.mock.calls.filter(([, ms]) => ms === 60_000)).toHaveLength(1);
    timers.mockRestore();
    pass(60_000);
    // What the timer does; waiting for it would be waiting for time.
    (element as HTMLElementTagNameMap['stall-announcement']).requestUpdate();
    await settled(element);
    finish();
    await expect.poll(text).toBeUndefined();
  });

  it('has no timer while hidden, and is gone without motion when shown again after its time', async () => {
    const { root, pass, text } = await setup(said('一', { until: '2026-07-01T11:43:00.000Z' }));
    const cleared = vi.spyOn(window, 'clearTimeout');
    showSource(false);
    expect(cleared).toHaveBeenCalled();
    cleared.mockRestore();
    pass(61_000);
    showSource(true);
    await expect.poll(text).toBeUndefined();
    expect(root.getAnimations()).toEqual([]);
  });

  it.each([
    ['lower-third', 2],
    ['strip', 1],
  ])('cuts what is too long in the look %s, after at most %i lines', async (look, lines) => {
    const { root, text, element } = await setup(said('今晚开第二筐，湖边老园凌晨四点现摘的水蜜桃。'.repeat(9)), {
      look,
    });
    expect(text()).toMatch(/…$/);
    const line = root.querySelector<HTMLElement>('.text')!;
    const height = parseFloat(getComputedStyle(line).lineHeight);
    expect(Math.round(root.querySelector<HTMLElement>('.words')!.offsetHeight / height)).toBe(lines);
    const before = text()!.length;
    element.style.width = '260px';
    await expect.poll(() => text()!.length).toBeLessThan(before);
  });

  it.each(Object.entries(HOSTILE))('keeps %s inside its board, as text', async (_kind, hostile) => {
    const { root, element } = await setup(said(hostile));
    expect(root.querySelectorAll('img, script')).toHaveLength(0);
    const box = root.querySelector('.say')!.getBoundingClientRect();
    expect(box.width).toBeLessThanOrEqual(1000);
    expect(box.height).toBeLessThanOrEqual(140);
    expect(element.scrollWidth).toBeLessThanOrEqual(Math.max(element.clientWidth, 1000));
  });

  it('sets text from right to left from the right', async () => {
    const { root } = await setup(said('نفتح الصندوق الثاني'), { look: 'strip' });
    expect(getComputedStyle(root.querySelector('.text')!).direction).toBe('rtl');
    expect(getComputedStyle(root.querySelector('.line')!).direction).toBe('ltr');
  });

  it('bears the marks of synthetic and of old data', async () => {
    const { root, pass, element } = await setup(said('一', { synthetic: true }));
    expect([...root.querySelectorAll('.mark')].map((mark) => mark.textContent?.trim())).toEqual(['演示']);
    pass(12_000);
    await settled(element);
    expect([...root.querySelectorAll('.mark')].map((mark) => mark.textContent?.trim())).toEqual([
      '数据 12 秒前',
      '演示',
    ]);
  });
});
