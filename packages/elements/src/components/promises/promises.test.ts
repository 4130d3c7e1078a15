import type { Product } from '@stallcast/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { sampleStall } from '../../internal/sample-stall.js';
import './define.js';

const REFUND = { kind: 'bad-fruit', windowHours: 24, ratioBps: 10_000 } as const;

/** It is 19:42 in Shanghai. */
async function setup(promises: Product['promises'] | null, attributes: Record<string, string> = {}) {
  const stall = promises && sampleStall('peach', { product: { promises } });
  const state = { name: 'test', en: '', 'zh-CN': '', stall, attributes: { 'product-id': 'peach', ...attributes } };
  const stage = setStage('stall-promises', state, 'zh-CN');
  const root = await raise(stage);
  const read = () => [...root.querySelectorAll('[role=listitem]')].map((item) => item.textContent?.trim());
  const tick = async (ms: number) => {
    stage.pass(ms);
    vi.advanceTimersByTime(ms);
    await settled(stage.element);
  };
  return { ...stage, root, read, tick };
}

describe('<stall-promises>', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  afterEach(() => {
    document.body.replaceChildren();
    vi.useRealTimers();
  });

  it('shows nothing before the first snapshot, nor where nothing is promised', async () => {
    expect((await setup(null)).root.querySelector('.promises')).toBeNull();
    expect((await setup([])).root.querySelector('.promises')).toBeNull();
  });

  it.each(['line', 'slips'])('is a list of promises as %s', async (look) => {
    const { root, read } = await setup([{ kind: 'ship-within', hours: 48 }, REFUND], { look });
    expect(root.querySelector('[role=list]')).not.toBeNull();
    expect(read()).toEqual(['48小时发货', '坏果包赔']);
  });

  it('counts the last minutes to the cut-off, then tells tomorrow’s, with one timer', async () => {
    const { element, read, tick } = await setup([{ kind: 'ship-within', hours: 48, cutOff: '20:13' }, REFUND]);
    expect(read()).toEqual(['48小时发货', '坏果包赔', '20:13前拍，今天发']);
    expect(vi.getTimerCount()).toBe(1);
    await tick(60_000);
    expect(element.getAttribute('state')).toBe('cut-off-near');
    expect(read()).toEqual(['30分钟内拍，今天发', '48小时发货', '坏果包赔']);
    for (let i = 0; i < 29; i++) await tick(60_000);
    expect(read()[0]).toBe('1分钟内拍，今天发');
    await tick(60_000);
    expect(read()).toEqual(['48小时发货', '坏果包赔', '现在拍，明天发']);
  });
});
