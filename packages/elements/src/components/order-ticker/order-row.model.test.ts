import type { Order, Product, Stock } from '@stallcast/protocol';
import { exampleOrder, exampleProduct, exampleStock } from '@stallcast/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tickerWords } from '../../words/index.js';
import { deriveOrderRow, returnedUnits, untilAgeRepaint } from './order-row.js';
import { parseStatuses } from './order-ticker.pace.js';
import type { Row } from './order-ticker.state.js';

const AT = Date.parse('2026-07-01T11:00:00.000Z');
const zh = tickerWords('zh-CN');
const en = tickerWords('en');

const row = (overrides: Partial<Order> = {}, rest: Partial<Row> = {}): Row => ({
  key: 1,
  order: exampleOrder(overrides),
  struckAt: null,
  returned: 0,
  since: 0,
  ...rest,
});
const goods: Record<string, Product> = {
  peach: exampleProduct({ saleUnit: 'box' }),
  pepper: exampleProduct({ id: 'pepper', saleUnit: 'bag' }),
};
const productOf = (id: string) => goods[id] ?? null;
const derive = (one: Row, words = zh, wall = AT) => deriveOrderRow(one, words, wall, productOf);
const lines = (...parts: [string | null, number][]) => ({
  lines: parts.map(([productId, qty]) => ({ productId, qty })),
});

describe('what a row says', () => {
  it.each<[string, [string | null, number][], string, string]>([
    ['one line', [['peach', 2]], '2 箱', '2'],
    [
      'two lines of one unit',
      [
        ['peach', 2],
        ['peach', 3],
      ],
      '5 箱',
      '5',
    ],
    [
      'two units',
      [
        ['peach', 2],
        ['pepper', 1],
      ],
      '3 件',
      '3',
    ],
    ['a product that is not known', [['plum', 2]], '2 件', '2'],
    [
      'a line that is not listed',
      [
        ['peach', 2],
        [null, 7],
      ],
      '2 箱',
      '2',
    ],
    ['no lines yet', [], '', ''],
  ])('counts units over %s', (_, parts, chinese, english) => {
    expect(derive(row(lines(...parts))).qty).toBe(chinese);
    expect(derive(row(lines(...parts)), en).qty).toBe(english);
  });

  it.each<[number, string, string]>([
    [0, '刚刚拍下', ''],
    [59_999, '刚刚拍下', ''],
    [60_000, '拍下', '1 分钟前'],
    [3_599_999, '拍下', '59 分钟前'],
    [3_600_000, '拍下', '1 小时前'],
    [-5_000, '刚刚拍下', ''],
  ])('after %i ms says %s %s', (age, verb, ago) => {
    expect(derive(row(), zh, AT + age)).toMatchObject({ verb, age: ago });
  });

  it('takes an order without a readable time for one of now', () => {
    expect(derive(row({ occurredAt: 'yesterday' }))).toMatchObject({ verb: '刚刚拍下', age: '' });
  });

  it.each<[string, string, string]>([
    ['浙江省', '浙江', 'Zhejiang'],
    ['新疆维吾尔自治区', '新疆', 'Xinjiang'],
    ['香港特别行政区', '香港', 'Hong Kong'],
    ['市', '市', '市'],
    ['Bavaria', 'Bavaria', 'Bavaria'],
  ])('writes the region %s as %s and %s', (name, chinese, english) => {
    const one = row({ region: { level: 'province', name } });
    expect(derive(one).region).toBe(chinese);
    expect(derive(one, en).region).toBe(english);
  });

  it('says why it is struck', () => {
    expect(derive(row({ status: 'cancelled' }, { struckAt: 5, returned: 2 }))).toMatchObject({
      struck: '已取消',
      returned: 2,
    });
    expect(derive(row({ status: 'refunded' }, { struckAt: 5 })).struck).toBe('已退款');
  });

  it('never lets a name turn the line around, run on or fall apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (mask) => {
        const { buyer } = derive(row({ buyer: { mask } }));
        expect([...buyer].length).toBeLessThanOrEqual(24);
        expect(buyer).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        expect(buyer).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('untilAgeRepaint', () => {
  it('is the time to the next full minute, then to the next full hour', () => {
    expect(untilAgeRepaint([row()], AT + 10_000)).toBe(50_000);
    expect(untilAgeRepaint([row()], AT + 60_000)).toBe(60_000);
    expect(untilAgeRepaint([row()], AT + 5_400_000)).toBe(1_800_000);
    expect(untilAgeRepaint([], AT)).toBe(Infinity);
  });
});

describe('returnedUnits', () => {
  const cancelled = (qty: number, status: Order['status'] = 'cancelled') =>
    exampleOrder({ ...lines(['peach', qty]), status });
  const given = (stock: Partial<Stock>) => () => exampleStock(stock);

  it.each<[string, number, Partial<Stock>, number]>([
    ['all of what the ledger has free', 2, { sellable: 186 }, 2],
    ['only what is free, of stock that was oversold', 5, { sellable: 3 }, 3],
    ['nothing of stock that is still oversold', 2, { sellable: 0, oversold: 2 }, 0],
    ['nothing of a shop’s own figure', 2, { stockFrom: 'woocommerce' }, 0],
    ['nothing of stock that is paused', 2, { hold: 'paused' }, 0],
    ['nothing of stock without a count', 2, { basis: 'threshold' }, 0],
    ['nothing of stock shared out to rooms', 2, { quotas: [{ room: 'main', quantity: 9, sellable: 9 }] }, 0],
  ])('tells %s', (_, qty, stock, units) => {
    expect(returnedUnits(cancelled(qty), given(stock))).toBe(units);
  });

  it('tells nothing of a refund: what was sent is not on the shelf again', () => {
    expect(returnedUnits(cancelled(2, 'refunded'), given({}))).toBe(0);
  });
});

describe('parseStatuses', () => {
  it.each<[string, string[]]>([
    ['paid', ['paid']],
    ['placed paid', ['placed', 'paid']],
    ['placed,paid', ['placed', 'paid']],
    ['', ['paid']],
    ['everything', ['paid']],
  ])('reads "%s" as %j', (text, statuses) => {
    expect([...parseStatuses(text)]).toEqual(statuses);
  });
});
