import type { Product, Stock } from '@stallcast/protocol';
import type { Freshness } from '@stallcast/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stockWords } from '../../words/index.js';
import { deriveStockView, type StockSource } from './stock-counter.model.js';

const zh = stockWords('zh-CN');
const en = stockWords('en');
const LIVE: Freshness = { level: 'live', heardAt: 0, ageMs: 0 };
/** 11:42 UTC, 19:42 in Shanghai. */
const HEARD_AT = Date.parse('2026-07-01T11:42:00.000Z');
const stale = (ageMs: number): Freshness => ({ level: 'stale', heardAt: HEARD_AT, ageMs });
const offline = (ageMs: number): Freshness => ({ level: 'offline', heardAt: HEARD_AT, ageMs });

const PRODUCT: Product = {
  id: 'peach',
  kind: 'goods',
  title: '水蜜桃',
  media: [],
  promises: [],
  sources: [],
  stockFrom: 'ledger',
};

function stockOf(changes: Partial<Stock> = {}): Stock {
  return {
    productId: 'peach',
    stockFrom: 'ledger',
    onHand: 200,
    reserved: 0,
    sold: 14,
    sellable: 186,
    oversold: 0,
    quotas: [],
    hold: 'none',
    basis: 'exact',
    policy: 'deny',
    observedAt: '2026-07-01T11:42:00.000Z',
    ttlMs: null,
    ...changes,
  };
}

function view(stock: Stock | null, rest: Partial<StockSource> = {}) {
  return deriveStockView({ stock, product: PRODUCT, freshness: LIVE, words: zh, timeZone: 'Asia/Shanghai', ...rest });
}

/** What a viewer reads, in one line. */
function says(stock: Stock | null, rest: Partial<StockSource> = {}): string {
  const { caption, figures, word, unit, notes } = view(stock, rest);
  return [caption, figures || word, unit, ...notes].filter(Boolean).join(' ');
}

describe('deriveStockView', () => {
  it.each<[string, Partial<Stock> | null, string, string]>([
    ['a stock that is not known', null, '库存 –– 正在读取', 'In stock –– reading …'],
    ['plenty', {}, '还有 186 件', 'In stock 186'],
    ['few', { sellable: 12 }, '仅剩 12 件', 'Only 12 left'],
    ['the last one', { sellable: 1 }, '最后 1 件', 'Just 1 left'],
    ['all reserved', { sellable: 0, reserved: 3 }, '可拍 0 件 3 件待付款 可能放出', 'Available 0 3 unpaid, may return'],
    ['reserved by a figure that is no count', { sellable: 0, reserved: 5e-324 }, '可拍 0 件', 'Available 0'],
    ['sold out', { sellable: 0, sold: 200 }, '已售 200 件', 'Sold 200'],
    ['marked as sold out', { hold: 'sold-out', sold: 5 }, '已售 5 件', 'Sold 5'],
    ['sold out of a source that tells no sales', { sellable: 0, sold: null, reserved: null }, '已抢光', 'Sold out'],
    ['oversold: what was promised twice is no sale', { sellable: 0, sold: 204, oversold: 4 }, '已抢光', 'Sold out'],
    ['paused', { sellable: 12, hold: 'paused' }, '暂停拍下 12 件 等主播恢复', 'Paused 12 left by the host'],
    ['at least', { basis: 'at-least', sellable: 12 }, '可拍 12+ 件', 'Available 12+'],
    ['a threshold', { basis: 'threshold', sellable: null }, '库存 紧张 店铺未报数', 'In stock Low not counted'],
    [
      'a threshold with a figure that is none',
      { basis: 'threshold', sellable: 3 },
      '库存 紧张 店铺未报数',
      'In stock Low not counted',
    ],
    ['yes or no', { basis: 'boolean', sellable: null }, '库存 有货 店铺未报数', 'In stock Yes not counted'],
    ['the host’s count', { basis: 'manual', sellable: 12 }, '主播报数 12 件', 'Host count 12 left'],
    ['a backorder', { policy: 'backorder', sellable: 0 }, '预售 可预订', 'Pre-order Open'],
    [
      'a presale',
      { policy: 'presale', capacity: { perDay: 120, queue: 80, promisedBy: '2026-07-03' } },
      '每日产能 120 件 已订 80 件',
      'Made a day 120 80 in line',
    ],
    ['very many, rounded down', { sellable: 1_289_999, onHand: null }, '还有 128 万+件', 'In stock 1289 k+'],
  ])('tells %s', (_, changes, chinese, english) => {
    const stock = changes && stockOf(changes);
    expect([says(stock), says(stock, { words: en })]).toEqual([chinese, english]);
  });

  it('says in the caption how old an old figure is, and lets it step back', () => {
    const stock = stockOf({ sellable: 12 });
    expect(view(stock, { freshness: stale(12_400) })).toMatchObject({
      caption: '12 秒前剩',
      figures: '12',
      tone: 'quiet',
    });
    expect(view(stock, { freshness: offline(92_000) })).toMatchObject({ caption: '19:42 时剩', tone: 'quiet' });
    expect(view(stock, { freshness: offline(92_000), words: en })).toMatchObject({ caption: 'At 19:42' });
  });

  it('keeps saying that the host called the figure out when it is old', () => {
    expect(view(stockOf({ basis: 'manual', sellable: 12 }), { freshness: stale(12_000) })).toMatchObject({
      caption: '主播报数',
      tone: 'quiet',
    });
  });

  it('is unmoved by a time zone that the engine does not know', () => {
    const unknown = { freshness: offline(92_000), timeZone: 'Mars/Olympus' };
    expect(view(stockOf({ sellable: 12 }), unknown).caption).toMatch(/^\d\d:\d\d 时剩$/);
  });

  it('counts by the product’s own unit and limit, unless told otherwise', () => {
    const product: Product = { ...PRODUCT, saleUnit: 'box', lowAt: 3 };
    expect(says(stockOf({ sellable: 12 }), { product })).toBe('还有 12 箱');
    expect(says(stockOf({ sellable: 12 }), { product, lowAt: 12 })).toBe('仅剩 12 箱');
  });

  it('draws a tally for few, never for many', () => {
    expect(view(stockOf({ sellable: 20 })).tally).toBe(20);
    expect(view(stockOf({ sellable: 21 }), { lowAt: 50 })).toMatchObject({ state: 'low', tally: 0 });
  });

  it('knows a share only where the whole is known', () => {
    expect(view(stockOf({ onHand: 200, sellable: 50 })).share).toBe(0.25);
    expect(view(stockOf({ onHand: null })).share).toBeNull();
    expect(view(stockOf({ onHand: 10, sellable: 50 })).share).toBe(1);
  });

  it('tells a room no more than its quota', () => {
    const stock = stockOf({ quotas: [{ room: 'north', quantity: 40, sellable: 10 }] });
    expect(says(stock, { room: 'north' })).toBe('仅剩 10 件');
    expect(says(stock, { room: 'south' })).toBe('还有 176 件');
    expect(says(stockOf({ sellable: 4, quotas: stock.quotas }), { room: 'north' })).toBe('仅剩 4 件');
  });
});

const anyNumber = fc.oneof(
  fc.integer({ min: -5, max: 30 }),
  fc.double(),
  fc.constantFrom(null, 0, 9999, -1, Number.NaN, Infinity, 2 ** 53, 1e21),
);
const anyStock = fc.record({
  productId: fc.constant('peach'),
  stockFrom: fc.constantFrom('ledger', 'woocommerce'),
  onHand: anyNumber,
  reserved: anyNumber,
  sold: anyNumber,
  sellable: anyNumber,
  oversold: fc.nat(10),
  quotas: fc.array(fc.record({ room: fc.constant('main'), quantity: fc.integer(), sellable: fc.integer() }), {
    maxLength: 1,
  }),
  hold: fc.constantFrom('none', 'paused', 'sold-out'),
  basis: fc.constantFrom('exact', 'at-least', 'threshold', 'boolean', 'manual'),
  policy: fc.constantFrom('deny', 'backorder', 'presale'),
  capacity: fc.option(fc.record({ perDay: fc.double(), queue: fc.double(), promisedBy: fc.string() }), {
    nil: undefined,
  }),
  observedAt: fc.string(),
  ttlMs: fc.constant(null),
}) as fc.Arbitrary<Stock>;

const anySource = fc.record({
  stock: anyStock,
  freshness: fc.constantFrom(undefined, LIVE, stale(12_000), offline(92_000)),
  language: fc.constantFrom('zh-CN', 'en'),
  room: fc.constantFrom(undefined, 'main'),
});

describe('any stock whatever', () => {
  it('never becomes a number that is none', () => {
    fc.assert(
      fc.property(anySource, ({ stock, language, ...rest }) => {
        const shown = view(stock, { ...rest, words: stockWords(language) });
        expect(shown.figures).toMatch(/^(\d{1,5}\+?|––|\d{6,12})?$/);
        expect(says(stock, { ...rest, words: stockWords(language) })).not.toMatch(
          /NaN|Infinity|undefined|null|-\d|e\+/,
        );
        expect(shown.share === null || (shown.share >= 0 && shown.share <= 1)).toBe(true);
        expect(shown.tally).toBeLessThanOrEqual(20);
      }),
    );
  });

  it('is never told in figures where it rests on a threshold or a yes', () => {
    fc.assert(
      fc.property(
        anySource,
        fc.constantFrom('threshold' as const, 'boolean' as const),
        ({ stock, language: _, ...rest }, basis) => {
          const shown = view(
            { ...stock, oversold: 0, basis, hold: 'none', policy: 'deny', sellable: 9999, quotas: [] },
            rest,
          );
          expect(shown.figures).not.toContain('9999');
        },
      ),
    );
  });

  it('is never called left when nothing can be sold', () => {
    fc.assert(
      fc.property(anySource, ({ stock, language: _, ...rest }) => {
        const shown = view({ ...stock, sellable: 0, hold: 'none', policy: 'deny', quotas: [] }, rest);
        expect(['reserved-out', 'sold-out']).toContain(shown.state);
      }),
    );
  });
});
