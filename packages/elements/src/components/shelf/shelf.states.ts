import type { Offer, Product, StallState, Stock } from '@stallcast/protocol';
import { SAMPLES, sampleStall, type SampleId } from '../../internal/sample-stall.js';
import { STATES_AT, type WidgetEntry, type WidgetState } from '../../internal/widget-state.js';
import { HOSTILE } from '../product-card/product-card.states.js';

/** What a state changes of one of the goods. */
interface Changes {
  product?: Partial<Product>;
  offer?: Partial<Offer> | null;
  stock?: Partial<Stock> | null;
}

const IDS = Object.keys(SAMPLES) as SampleId[];

/** A stall with all the sample goods. Every state of a stock is on it that reads differently. */
export function shelfStall(
  changes: Partial<Record<SampleId, Changes>> = {},
  featured: string[] = ['peach'],
  synthetic = false,
): StallState {
  const usual: Partial<Record<SampleId, Changes>> = {
    pepper: { stock: { onHand: 8, sold: 0, sellable: 8 } },
    noodles: { stock: { basis: 'at-least', sellable: 60 } },
    cabbage: { stock: { policy: 'presale', capacity: { perDay: 120, queue: 80, promisedBy: '2026-07-03' } } },
  };
  const goods = IDS.map((id) => sampleStall(id, { ...usual[id], ...changes[id], synthetic }));
  return {
    ...sampleStall('peach'),
    products: goods.flatMap(({ products }) => products),
    offers: goods.flatMap(({ offers }) => offers),
    stocks: goods.flatMap(({ stocks }) => stocks),
    featured: { stall: featured, rooms: {} },
  };
}

function named(name: string, zh: string, en: string, stall: StallState, rest: Partial<WidgetState> = {}): WidgetState {
  return { name, 'zh-CN': zh, en, stall, ...rest };
}

const GONE = { onHand: 420, sold: 420, sellable: 0 };
const FLASH = {
  price: { minor: 3490, currency: 'CNY', exponent: 2 },
  startsAt: '2026-07-01T11:30:00.000Z',
  endsAt: new Date(Date.parse(STATES_AT) + 277_000).toISOString(),
} as const;
const LONG: Changes = {
  product: {
    title: '无锡阳山湖边老园凌晨四点现摘水蜜桃特级大果礼盒装 5斤装，江浙沪次日达，坏果包赔',
    translations: { en: { title: 'Yangshan lakeside old-orchard peaches, picked at four in the morning' } },
  },
};
const GERMAN: Changes = { product: { title: 'Pfirsichverkostungsanmeldeformular', translations: {} } };

const STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('running', '讲解中和接下来', 'On now, and next', shelfStall()),
  named('further-on', '讲到后面', 'Further on in the run', shelfStall({}, ['noodles'])),
  named('at-the-end', '最后一款', 'The last of the run', shelfStall({}, ['ginseng'])),
  named('none-shown', '没有讲解中', 'Nothing on now', shelfStall({}, [])),
  named(
    'sold-out',
    '已抢光的退后',
    'Sold out steps back',
    shelfStall({ peach: { stock: GONE }, watermelon: { stock: GONE } }),
  ),
  named('paused', '暂停的退后', 'Paused steps back', shelfStall({ pepper: { stock: { hold: 'paused' } } })),
  named('price-hidden', '待开价', 'Price kept back', shelfStall({ pepper: { offer: { price: null } } })),
  named('flash', '限时价', 'A flash price', shelfStall({ peach: { offer: { flash: FLASH } } })),
  named('unknown', '库存读取中：不显示数字', 'Stock not known yet: no figure', shelfStall({ peach: { stock: null } })),
  named('few', '只有两款', 'Two products', {
    ...shelfStall(),
    products: shelfStall().products.slice(0, 2),
  }),
  named('stale', '数据旧了', 'Old data', shelfStall(), { silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', shelfStall(), { silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', shelfStall({}, ['peach'], true)),
  named('crowded', '旧数据和演示', 'Old and synthetic', shelfStall({}, ['peach'], true), { silentMs: 12_000 }),
  named(
    'large-figures',
    '大数字',
    'Large figures',
    shelfStall(
      {
        peach: {
          product: { linkNo: 128 },
          offer: {
            price: { minor: 129_999_00, currency: 'CNY', exponent: 2 },
            flash: { ...FLASH, price: { minor: 119_999_00, currency: 'CNY', exponent: 2 } },
          },
          stock: { onHand: 1_284_000, sold: 0, sellable: 1_284_000 },
        },
      },
      ['pepper', 'peach'],
    ),
    { attributes: { rows: '6' } },
  ),
  named(
    'without-picture',
    '没有图片',
    'Without pictures',
    shelfStall({
      peach: { product: { media: [] } },
      pepper: { product: { media: [{ kind: 'image', url: 'data:image/png;base64,broken' }] } },
    }),
  ),
  named('long-text', '长标题', 'Long titles', shelfStall({ peach: LONG, pepper: GERMAN })),
  named(
    'rtl',
    '从右到左',
    'From right to left',
    shelfStall({ peach: { product: { title: 'خوخ يانغشان الطازج ٢٫٥ كغ', translations: {} } } }),
  ),
  named(
    'hostile-text',
    '恶意文字',
    'Hostile text',
    shelfStall(
      Object.fromEntries(
        IDS.map((id, index) => [
          id,
          {
            product: {
              title: Object.values(HOSTILE)[index] ?? '',
              media: [{ kind: 'image', url: 'javascript:alert(1)', alt: HOSTILE['markup'] ?? '' }],
              translations: {},
            },
          } satisfies Changes,
        ]),
      ),
    ),
    { attributes: { rows: '6' } },
  ),
];

/** The shelf in every named state. */
export const widget: WidgetEntry = { tag: 'stall-shelf', looks: ['list', 'strip', 'grid'], states: STATES };
