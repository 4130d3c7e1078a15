import { put } from '@stallcast/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { THREE, ticketStall, ticketStock, type SampleDay } from './tickets.states.js';
import './define.js';

async function setup(days: readonly SampleDay[], attributes: Record<string, string> = {}, synthetic = false) {
  const state = { name: 'test', en: '', 'zh-CN': '', stall: ticketStall(days, synthetic), attributes };
  const stage = setStage('stall-tickets', state, 'zh-CN');
  const root = await raise(stage);
  const sell = async (day: SampleDay) => {
    stage.fake.change([put('stock', ticketStock(day))]);
    await settled(stage.element);
  };
  const days_ = () => [...root.querySelectorAll('li')].map((day) => day.textContent?.replaceAll(/\s+/g, ' ').trim());
  return { ...stage, root, sell, days: days_ };
}

const left = (count: number): SampleDay => ({ day: '2026-07-04', left: count });

describe('<stall-tickets>', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('S9 shows the slots of each day', async () => {
    expect((await setup(THREE)).days()).toEqual(['7月4日周六3位可约', '7月5日周日12位可约', '7月11日周六20位可约']);
  });

  it('S9 is full with the last slot, and frees it again with a refund, each in its own direction', async () => {
    const { root, sell, days } = await setup([left(1), ...THREE.slice(1)]);
    const from = () => {
      const [animation] = root.querySelector('.left')?.getAnimations() ?? [];
      const move = (animation?.effect as KeyframeEffect | undefined)?.getKeyframes()[0]?.['transform'];
      animation?.finish();
      return move;
    };
    await sell(left(0));
    expect(days()[0]).toBe('7月4日周六约满');
    expect(from()).toBe('translateY(-12px)');
    await sell(left(1));
    expect(days()[0]).toBe('7月4日周六1位可约');
    expect(from()).toBe('translateY(12px)');
  });

  it('moves the day that changed, and no other', async () => {
    const { root, sell } = await setup(THREE);
    await sell(left(2));
    expect([...root.querySelectorAll('.left')].map((each) => each.getAnimations().length)).toEqual([1, 0, 0]);
  });

  it('has as many days as its look holds, and says how many more there are', async () => {
    const eight = Array.from({ length: 8 }, (_, i) => ({ day: `2026-07-0${i + 2}`, left: 4 }));
    const list = await setup(eight);
    expect([list.days().length, list.root.querySelector('.more')?.textContent]).toEqual([5, '还有 3 天可看']);
    const leaf = await setup(eight, { look: 'leaf' });
    expect([leaf.days().length, leaf.root.querySelector('.more')?.textContent]).toEqual([4, '还有 4 天可看']);
  });

  it('takes a heading as text, and never grows wider for it', async () => {
    const plain = await setup(THREE, { look: 'leaf' });
    const long = await setup(THREE, { look: 'leaf', heading: `<b>${'采摘'.repeat(30)}</b>` });
    expect(long.root.querySelector('.name b')).toBeNull();
    expect(long.element.offsetWidth).toBe(plain.element.offsetWidth);
  });

  it('shows nothing without tickets', async () => {
    expect((await setup([])).root.querySelector('.tickets')).toBeNull();
  });

  it('bears its marks', async () => {
    const { root, pass, element } = await setup(THREE, {}, true);
    pass(12_000);
    await settled(element);
    expect([...root.querySelectorAll('.mark')].map((mark) => mark.textContent?.trim())).toEqual([
      '数据 12 秒前',
      '演示',
    ]);
  });
});
