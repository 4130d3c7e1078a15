import { put } from '@stallcast/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { sampleStall } from '../../internal/sample-stall.js';
import { presaleStock, WORKSHOP } from './presale.states.js';
import './define.js';

async function setup(capacity: Partial<typeof WORKSHOP> = {}, look = 'leaf', language = 'zh-CN') {
  const stall = sampleStall('cabbage', { stock: presaleStock(capacity), featured: ['cabbage'] });
  const stage = setStage('stall-presale', { name: 'test', en: '', 'zh-CN': '', stall, attributes: { look } }, language);
  const root = await raise(stage);
  const come = async (next: Partial<typeof WORKSHOP>, synthetic = false) => {
    const [stock] = sampleStall('cabbage', { stock: presaleStock(next), synthetic }).stocks;
    if (!stock) throw new Error('The sample stall has no stock.');
    stage.fake.change([put('stock', stock)]);
    await settled(stage.element);
  };
  const text = () => root.querySelector('.presale')?.textContent?.replaceAll(/\s+/g, ' ').trim();
  return { ...stage, root, come, text };
}

describe('<stall-presale>', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('S4 promises a day, against what waits', async () => {
    expect((await setup()).text()).toBe('预售7月 7月4日前发货 日前 发货 已订 300 份 日产 120 份');
    expect((await setup({}, 'leaf', 'en')).text()).toBe(
      'Pre-order ships by 4 July ships by July 300 in line 120 made a day',
    );
  });

  it('S4 moves when the capacity changes, and by nothing else', async () => {
    const { root, come, text } = await setup();
    await come({ queue: 310 });
    expect(root.getAnimations()).toEqual([]);
    await come({ perDay: 60, promisedBy: '2026-07-07T15:59:59.999Z' });
    expect(text()).toContain('7月7日前发货');
    const [animation] = root.querySelector('.day')?.getAnimations() ?? [];
    expect((animation?.effect as KeyframeEffect).getKeyframes()[0]?.['transform']).toBe('translateY(12px)');
  });

  it('fills its meter as that day fills', async () => {
    const { root } = await setup();
    const [track, fill] = ['.meter', '.fill'].map((name) => root.querySelector(name)?.getBoundingClientRect());
    expect(((fill?.right ?? 0) - (track?.left ?? 0)) / (track?.width ?? 1)).toBeCloseTo(0.5, 2);
  });

  it('promises nothing once the day is over', async () => {
    const { root, pass, fake, element } = await setup({ promisedBy: '2026-07-01T11:42:30.000Z' });
    expect(root.querySelector('.presale')).not.toBeNull();
    pass(31_000);
    fake.ping();
    (element as HTMLElement & { requestUpdate(): void }).requestUpdate();
    await settled(element);
    for (const animation of root.getAnimations()) animation.finish();
    await expect.poll(() => root.querySelector('.presale')).toBeNull();
  });

  it.each(['leaf', 'slim'])('stays in its box with the longest month: %s', async (look) => {
    const { root } = await setup({ queue: 128_400, promisedBy: '2026-09-28T15:59:59.999Z' }, look, 'en');
    const box = root.querySelector('.leaf')?.getBoundingClientRect();
    const insides = [...root.querySelectorAll('.head, .day > *, .note')].map((inside) =>
      inside.getBoundingClientRect(),
    );
    expect(insides.filter(({ left, right }) => left < (box?.left ?? 0) || right > (box?.right ?? 0))).toEqual([]);
  });

  it('bears its marks', async () => {
    const { root, come, pass, element } = await setup();
    await come({}, true);
    pass(12_000);
    await settled(element);
    expect([...root.querySelectorAll('.mark')].map((mark) => mark.textContent?.trim())).toEqual([
      '数据 12 秒前',
      '演示',
    ]);
  });
});
