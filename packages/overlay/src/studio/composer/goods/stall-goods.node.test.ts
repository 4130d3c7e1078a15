import type { Product, StallState } from '@stallcast/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchGoods, goodsOf } from './stall-goods.js';

const product = (id: string, more: Partial<Product> = {}): Product => ({
  id,
  kind: 'goods',
  title: `名 ${id}`,
  media: [],
  net: { value: 500, unit: 'g' },
  saleUnit: 'piece',
  promises: [],
  sources: [],
  stockFrom: 'ledger',
  ...more,
});
const image = (url: string) => ({ kind: 'image' as const, url });
const STATE = {
  products: [
    product('peach', {
      media: [image('javascript:alert(1)'), image('http://a.example/x.png'), image('/pictures/peach.svg')],
    }),
    product('visit', { kind: 'ticket', day: '2026-07-04' }),
  ],
  rooms: [{ id: 'north', title: '北边直播间', commerce: true, panic: false }],
  session: {
    ...{ id: 's', tz: 'Asia/Shanghai', startsAt: '2026-07-01T11:00:00.000Z', sinceSeq: 0 },
    goals: [
      { id: 'g1', metric: 'orders', target: 5, scope: 'north', title: '五单' },
      { id: 'g2', metric: 'orders', target: 5, scope: 'stall' },
    ],
  },
} satisfies Partial<StallState>;

describe('what a stall has to choose from', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is told by name, with a picture that the page may load', () => {
    const goods = goodsOf(STATE, 'http://127.0.0.1:7788');
    expect(goods['product-id']).toEqual([
      { id: 'peach', title: '名 peach', picture: 'http://127.0.0.1:7788/pictures/peach.svg' },
      { id: 'visit', title: '名 visit · 2026-07-04', picture: null },
    ]);
    expect(goods['product-ids'].map(({ id }) => id)).toEqual(['visit']);
    expect(goods['goal-id'].map(({ title }) => title)).toEqual(['五单 · 北边直播间', 'g2']);
  });

  it('is what the relay answers', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ state: { ...STATE, offers: [] } })));
    expect((await fetchGoods('http://127.0.0.1:7788', 'orchard', 'key'))?.goods['goal-id']).toHaveLength(2);
  });

  it.each([
    ['no answer', () => Promise.reject(new TypeError('down'))],
    ['no JSON', () => Promise.resolve(new Response('<html>'))],
    ['other words', () => Promise.resolve(Response.json({ state: { products: 7 } }))],
    ['half of it', () => Promise.resolve(Response.json({ state: { ...STATE, offers: null } }))],
    ['null', () => Promise.resolve(Response.json(null))],
    ['a refusal', () => Promise.resolve(Response.json({ state: { ...STATE, offers: [] } }, { status: 401 }))],
  ])('is unknown after %s', async (_, answer) => {
    vi.stubGlobal('fetch', answer);
    expect(await fetchGoods('http://127.0.0.1:7788', 'orchard', 'key')).toBeNull();
  });
});
