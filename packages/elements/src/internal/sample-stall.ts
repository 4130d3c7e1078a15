import type { Measure, Money, Offer, Product, Stock, StallState } from '@stallcast/protocol';
import { STATES_AT } from './widget-state.js';

const PICTURES = `${new URL('../../pictures', import.meta.url).href}/`;

const yuan = (minor: number): Money => ({ minor, currency: 'CNY', exponent: 2 });
const grams = (value: number): Measure => ({ value, unit: 'g' });

function goods(id: string, linkNo: number, zh: string, en: string, rest: Partial<Product> = {}): Product {
  return {
    id,
    kind: 'goods',
    title: zh,
    linkNo,
    media: [{ kind: 'image', url: `${PICTURES}${id}.svg`, alt: '' }],
    promises: [{ kind: 'ship-within', hours: 48 }],
    sources: [],
    stockFrom: 'ledger',
    translations: { en: { title: en } },
    ...rest,
  };
}

const SHIPS_AND_REFUNDS: Product['promises'] = [
  { kind: 'ship-within', hours: 48 },
  { kind: 'bad-fruit', windowHours: 24, ratioBps: 10_000 },
];

/** The goods of the sample stall, with price and usual price in fen. */
export const SAMPLES = {
  peach: {
    product: goods('peach', 1, '阳山水蜜桃 5斤装', 'Yangshan peaches', {
      net: grams(2500),
      promises: SHIPS_AND_REFUNDS,
      translations: { en: { title: 'Yangshan peaches', spec: '2.5 kg box' } },
    }),
    price: 3990,
    usual: 4990,
  },
  pepper: {
    product: goods('pepper', 2, '青花椒 鲜采 1斤', 'Green Sichuan pepper, fresh', {
      net: grams(500),
      saleUnit: 'bag',
      promises: [{ kind: 'ship-within', hours: 24 }],
      translations: { en: { title: 'Green Sichuan pepper, fresh', spec: '500 g bag' } },
    }),
    price: 5800,
    usual: 6800,
  },
  watermelon: {
    product: goods('watermelon', 3, '沙地西瓜 约8斤', 'Sand-grown watermelon', {
      net: grams(4000),
      promises: [{ kind: 'bad-fruit', windowHours: 24, ratioBps: 10_000 }],
      translations: { en: { title: 'Sand-grown watermelon', spec: 'about 4 kg' } },
    }),
    price: 1990,
    usual: 2590,
  },
  noodles: {
    product: goods('noodles', 4, '农家玉米面条 4斤', 'Farmhouse corn noodles, 2 kg', {
      net: grams(2000),
      saleUnit: 'bag',
    }),
    price: 2680,
    usual: 3200,
  },
  cabbage: {
    product: goods('cabbage', 6, '辣白菜 现腌 2斤', 'Spicy cabbage, made today, 1 kg', {
      net: grams(1000),
      saleUnit: 'portion',
    }),
    price: 2200,
    usual: undefined,
  },
  ginseng: {
    product: goods('ginseng', 8, '长白山人参礼盒', 'Changbai ginseng gift box', {
      saleUnit: 'box',
      promises: [
        { kind: 'ship-within', hours: 48 },
        { kind: 'return', days: 7 },
      ],
    }),
    price: 29_800,
    usual: undefined,
  },
} as const satisfies Record<string, { product: Product; price: number; usual: number | undefined }>;

/** The id of a product of the sample stall. */
export type SampleId = keyof typeof SAMPLES;

/** What a named state changes of the sample stall. */
export interface SampleChanges {
  product?: Partial<Product>;
  /** What the product lacks. */
  without?: readonly ('linkNo' | 'promises')[];
  offer?: Partial<Offer> | null;
  stock?: Partial<Stock> | null;
  featured?: string[];
  synthetic?: boolean;
}

/** A stall that sells one of the sample goods, with the changes that a named state is about. */
export function sampleStall(id: SampleId, changes: SampleChanges = {}): StallState {
  const { product, price, usual } = SAMPLES[id];
  const mark = changes.synthetic ? ({ synthetic: true } as const) : {};
  const stock: Stock = {
    productId: id,
    stockFrom: 'ledger',
    onHand: 300,
    reserved: 0,
    sold: 114,
    sellable: 186,
    oversold: 0,
    quotas: [],
    hold: 'none',
    basis: 'exact',
    policy: 'deny',
    observedAt: STATES_AT,
    ttlMs: null,
    ...changes.stock,
    ...mark,
  };
  const offer: Offer = {
    id: `${id}-offer`,
    productId: id,
    price: yuan(price),
    ...(usual ? { compareAt: { price: yuan(usual), basis: 'usual' } } : {}),
    ...changes.offer,
    ...mark,
  };
  const { linkNo, ...unnumbered }: Product = { ...product, ...changes.product, ...mark };
  const listed: Product = {
    ...unnumbered,
    ...(linkNo === undefined || changes.without?.includes('linkNo') ? {} : { linkNo }),
    ...(changes.without?.includes('promises') ? { promises: [] } : {}),
  };
  return {
    session: { id: 'evening', tz: 'Asia/Shanghai', currency: 'CNY', startsAt: STATES_AT, sinceSeq: 0, goals: [] },
    rooms: [{ id: 'main', title: '果园直播间', commerce: true, panic: false }],
    products: [listed],
    offers: changes.offer === null ? [] : [offer],
    stocks: changes.stock === null ? [] : [stock],
    orders: [],
    totals: { stall: null, rooms: {} },
    featured: { stall: changes.featured ?? [], rooms: {} },
    announcements: { stall: null, rooms: {} },
  };
}
