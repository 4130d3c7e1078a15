import type { Session } from '@stallcast/protocol';
import { put } from '@stallcast/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { sampleStall } from '../../internal/sample-stall.js';
import { HOSTILE } from '../product-card/product-card.states.js';
import './define.js';

const session = (rest: Partial<Session>): Session => ({ ...sampleStall('peach').session!, ...rest });

async function setup(told: Partial<Session> | null, attributes: Record<string, string> = {}, commerce = true) {
  const sample = sampleStall('peach');
  const rooms = sample.rooms.map((room) => ({ ...room, commerce }));
  const stall = told && { ...sample, rooms, session: session(told) };
  const stage = setStage('stall-legal', { name: 'test', en: '', 'zh-CN': '', stall, attributes }, 'zh-CN');
  const root = await raise(stage);
  const items = () => [...root.querySelectorAll('.item')].map((item) => item.textContent?.trim());
  return { ...stage, root, items };
}

describe('<stall-legal>', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says who sells, by which licence, and that the page counts', async () => {
    const { items } = await setup({ seller: { name: '阳山果农合作社', licence: '93320206MA1XK5TH4W' } });
    expect(items()).toEqual(['经营者 阳山果农合作社', '执照 93320206MA1XK5TH4W', '价格库存以商品页为准']);
  });

  it('stands without any data where it has a seller of its own', async () => {
    const { items } = await setup(null, { seller: '阿婆的店', licence: '1' });
    expect(items()).toEqual(['经营者 阿婆的店', '执照 1', '价格库存以商品页为准']);
  });

  it('shows nothing before the first snapshot, and follows the session afterwards', async () => {
    const { items, fake, element } = await setup(null);
    expect(items()).toEqual([]);
    fake.snapshot(sampleStall('peach'));
    await settled(element);
    expect(items()).toEqual(['价格库存以商品页为准']);
    fake.change([put('session', session({ seller: { name: '阿婆的店' } }))]);
    await settled(element);
    expect(items()).toEqual(['经营者 阿婆的店', '执照见店铺页', '价格库存以商品页为准']);
  });

  it('shows nothing in a room that does not sell', async () => {
    const { items } = await setup({ seller: { name: '阿婆的店' } }, {}, false);
    expect(items()).toEqual([]);
  });

  it('bears the mark of a synthetic seller', async () => {
    const { root } = await setup({ seller: { name: '阿婆的店' }, synthetic: true });
    expect(root.querySelector('.mark')?.textContent).toBe('演示');
  });

  it.each(Object.entries(HOSTILE))('keeps %s on its slip, and its last sentence whole', async (_kind, name) => {
    const { root } = await setup({ seller: { name, licence: name } });
    expect(root.querySelectorAll('img, script')).toHaveLength(0);
    const slip = root.querySelector('.slip')!.getBoundingClientRect();
    expect(slip.width).toBeLessThanOrEqual(1000);
    const last = [...root.querySelectorAll('.item')].at(-1)!.getBoundingClientRect();
    expect(last.right).toBeLessThanOrEqual(slip.right + 34);
    expect(last.bottom).toBeLessThanOrEqual(slip.bottom);
  });

  it('begins no line with a dot', async () => {
    const { root } = await setup({ seller: { name: '阳山果农合作社', licence: '93320206MA1XK5TH4W' } });
    const line = root.querySelector('.line')!.getBoundingClientRect();
    const [seller] = root.querySelectorAll('.item');
    const { left, width } = getComputedStyle(seller!, '::before');
    expect(seller!.getBoundingClientRect().left + parseFloat(left) + parseFloat(width)).toBeLessThanOrEqual(line.left);
  });
});
