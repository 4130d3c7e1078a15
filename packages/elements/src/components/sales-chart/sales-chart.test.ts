import { put } from '@stallcast/testing';
import type { StallState } from '@stallcast/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { chartStall } from './sales-chart.states.js';
import './define.js';

async function setup(stall: StallState | null = chartStall([4, 9, 6]), attributes: Record<string, string> = {}) {
  const stage = setStage('stall-sales-chart', { name: 'test', en: '', 'zh-CN': '', stall, attributes }, 'zh-CN');
  const root = await raise(stage);
  const told = () =>
    [...root.querySelectorAll('tr')].map((row) => row.textContent?.replaceAll(/\s+/g, ' ').trim()).join(' | ');
  const heights = () => [...root.querySelectorAll('.wood[height]')].map((box) => Number(box.getAttribute('height')));
  return { ...stage, root, told, heights };
}

describe('<stall-sales-chart>', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows nothing before the first snapshot, then all at once', async () => {
    const { root, fake, element, told } = await setup(null);
    expect(root.querySelector('.chart')).toBeNull();
    fake.snapshot(chartStall([4, 9]));
    await settled(element);
    expect(told()).toBe('19:27–19:37 4 单 | 19:37–19:47 9 单');
    expect(root.getAnimations()).toEqual([]);
  });

  it('tells the eye what it tells the ear', async () => {
    const { root, heights } = await setup();
    expect(root.querySelector('.spoken')?.textContent?.trim()).toMatch(/^19:17–19:42，共 19 单，净额 ¥758\.10。/);
    const [four = 0, nine = 0, six = 0] = heights();
    expect(nine / four).toBeCloseTo(9 / 4);
    expect(six / four).toBeCloseTo(6 / 4);
    for (const part of root.querySelectorAll('.head, .bench, .axis, .legend'))
      expect(part.getAttribute('aria-hidden')).toBe('true');
  });

  it('lowers the stack that lost orders, and says what was taken back', async () => {
    const { root, fake, element, heights } = await setup(chartStall([4, 8, 6]));
    const before = heights();
    fake.change([put('totals', chartStall([4, 4, 6], { taken: 4 }).totals.stall!)]);
    await settled(element);
    const after = heights();
    expect(after[1]! / after[0]!).toBeCloseTo(1);
    expect(before[1]! / before[0]!).toBeCloseTo(2);
    expect(root.querySelector('.lost')?.textContent).toBe('退款 −4 单');
  });

  it('moves the stack that changed alone, by transform and opacity, and is still at rest', async () => {
    const { root, fake, element } = await setup(chartStall([40, 8, 6]));
    expect(root.getAnimations()).toEqual([]);
    fake.change([put('totals', chartStall([40, 8, 7]).totals.stall!)]);
    await settled(element);
    const moving = [...root.querySelectorAll('.stack')].map((stack) => stack.getAnimations().length);
    expect(moving).toEqual([0, 0, 1]);
    const frames = root.getAnimations().flatMap(({ effect }) => (effect as KeyframeEffect).getKeyframes());
    const properties = new Set(frames.flatMap((frame) => Object.keys(frame)));
    for (const word of ['offset', 'computedOffset', 'easing', 'composite']) properties.delete(word);
    expect([...properties].sort()).toEqual(['opacity', 'transform']);
  });

  it('says that there are no orders yet, after the first snapshot', async () => {
    const { root } = await setup(chartStall([]));
    expect(root.querySelector('.empty')?.textContent).toBe('还没有订单');
    expect(root.querySelector('.stack')).toBeNull();
  });

  it.each(['wide', 'side'])('keeps every label on its bench in the look %s', async (look) => {
    const { root } = await setup(chartStall([4, 9, 6, 2, 5, 8, 1, 3, 9, 9, 2, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7]), {
      look,
    });
    const bench = root.querySelector('.plot')!.getBoundingClientRect();
    const labels = [...root.querySelectorAll('.tick b')].map((label) => {
      const range = document.createRange();
      range.selectNodeContents(label);
      return range.getBoundingClientRect();
    });
    expect(labels.length).toBeGreaterThan(1);
    labels.forEach(({ left, right }, index) => {
      expect(left).toBeGreaterThanOrEqual(bench.left - 1);
      expect(right).toBeLessThanOrEqual(bench.right + 1);
      if (index > 0) expect(left).toBeGreaterThan(labels[index - 1]!.right + 8);
    });
  });

  it('shows nothing in a room that does not sell', async () => {
    const stall = chartStall([4]);
    const { root } = await setup({ ...stall, rooms: stall.rooms.map((room) => ({ ...room, commerce: false })) });
    expect(root.querySelector('.chart')).toBeNull();
  });

  it('bears the marks of synthetic and of old data', async () => {
    const { root, pass, element } = await setup(chartStall([4], { synthetic: true }));
    expect([...root.querySelectorAll('.mark')].map((mark) => mark.textContent?.trim())).toEqual(['演示']);
    pass(12_000);
    await settled(element);
    expect(root.querySelectorAll('.mark')).toHaveLength(2);
  });
});
