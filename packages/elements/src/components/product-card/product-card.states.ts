import { sampleStall, SAMPLES, type SampleChanges, type SampleId } from '../../internal/sample-stall.js';
import { STATES_AT, type WidgetEntry, type WidgetState } from '../../internal/widget-state.js';

const ENDS_AT = new Date(Date.parse(STATES_AT) + 277_000).toISOString();
const ON = { featured: ['peach'] };
const FLASH = {
  price: { minor: 3490, currency: 'CNY', exponent: 2 },
  startsAt: '2026-07-01T11:30:00.000Z',
  endsAt: ENDS_AT,
} as const;
const LOW = { onHand: 12, sold: 0, sellable: 12 };

function named(
  name: string,
  zh: string,
  en: string,
  changes: SampleChanges,
  rest: Partial<WidgetState> & { sample?: SampleId } = {},
): WidgetState {
  const { sample = 'peach', ...more } = rest;
  const stall = sampleStall(sample, changes);
  return { name, 'zh-CN': zh, en, stall, attributes: { 'product-id': sample }, ...more };
}

/** Text that tries to break out of the plate: it is data, and stays text. */
export const HOSTILE: Readonly<Record<string, string>> = {
  markup: '<img src=x onerror=alert(1)><script>alert(2)</script> 桃',
  'bidi-override': 'safe\u202Egnp.live\u2066 桃 \u202D9.93¥',
  zalgo: '水\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030d\u030e\u030f'.repeat(
    12,
  ),
  endless: '桃'.repeat(10_000),
  'one-word': 'W'.repeat(400),
  emoji: '👩‍🌾👨‍👩‍👧‍👦🍑🏳️‍🌈🇨🇳👩🏽‍🚀'.repeat(8),
};

/** Every named state of the product card. */
export const PRODUCT_CARD_STATES: readonly WidgetState[] = [
  { name: 'loading', 'zh-CN': '第一份快照之前：什么都不显示', en: 'Before the first snapshot: nothing', stall: null },
  named('unknown', '读取中：绝不先显示 0', 'Stock not known yet: never a zero', { stock: null }),
  named('ample', '充足', 'Plenty', ON),
  named('featured', '讲解中', 'Being shown', ON),
  named('low', '紧张', 'Running low', { ...ON, stock: LOW }),
  named('flash', '限时价，库存紧张', 'Flash sale, running low', { ...ON, offer: { flash: FLASH }, stock: LOW }),
  named('last', '最后一件', 'The last one', { ...ON, stock: { onHand: 1, sold: 0, sellable: 1 } }),
  named('reserved-out', '拍完待付：可能放出', 'All reserved: may come back', {
    stock: { onHand: 117, reserved: 3, sold: 114, sellable: 0 },
  }),
  named('sold-out', '已抢光', 'Sold out', { ...ON, stock: { onHand: 420, sold: 420, sellable: 0 } }),
  named('oversold', '超卖：播出时只说已抢光', 'Oversold: on air it reads as sold out', {
    stock: { onHand: 200, sold: 204, sellable: 0, oversold: 4 },
  }),
  named(
    'presale',
    '预售：产能和日期',
    'Presale: a day’s making, and a date',
    { stock: { policy: 'presale', capacity: { perDay: 120, queue: 80, promisedBy: '2026-07-03' } } },
    { sample: 'cabbage' },
  ),
  named('paused', '暂停', 'Paused', { ...ON, stock: { ...LOW, hold: 'paused' } }),
  named('price-hidden', '待开价', 'Price kept back', { ...ON, offer: { price: null } }),
  named('stale', '数据旧了', 'Old data', { ...ON, stock: LOW }, { silentMs: 12_000 }),
  named('offline', '断线', 'The line is down', { ...ON, stock: LOW }, { silentMs: 92_000 }),
  named('demo', '演示数据', 'Synthetic data', { ...ON, synthetic: true }),
  named(
    'crowded-rail',
    '讲解中、限时价、旧数据、演示同时出现',
    'Everything on the rail at once',
    { ...ON, offer: { flash: FLASH }, stock: LOW, synthetic: true },
    { silentMs: 12_000 },
  ),
  named('basis-at-least', '依据：至少', 'Basis: at least', { stock: { basis: 'at-least', sellable: 12 } }),
  named('basis-threshold', '依据：阈值', 'Basis: a threshold', { stock: { basis: 'threshold', sellable: null } }),
  named('basis-boolean', '依据：有无', 'Basis: yes or no', { stock: { basis: 'boolean', sellable: null } }),
  named('basis-manual', '依据：主播报数', 'Basis: called out by the host', { stock: { ...LOW, basis: 'manual' } }),
  named('pepper', '青花椒', 'Pepper', { stock: { onHand: 8, sold: 0, sellable: 8 } }, { sample: 'pepper' }),
  named(
    'watermelon',
    '西瓜',
    'Watermelon',
    { stock: { onHand: 160, sold: 64, sellable: 96 } },
    { sample: 'watermelon' },
  ),
  named(
    'noodles',
    '玉米面条',
    'Corn noodles',
    { stock: { onHand: 100, sold: 36, sellable: 64 } },
    { sample: 'noodles' },
  ),
  named('ginseng', '人参礼盒', 'Ginseng', { stock: { onHand: 40, sold: 12, sellable: 28 } }, { sample: 'ginseng' }),
  named('large-figures', '大数字', 'Large figures', {
    product: { linkNo: 128 },
    offer: { price: { minor: 129_999_00, currency: 'CNY', exponent: 2 } },
    stock: { onHand: 1_284_000, sold: 0, sellable: 1_284_000 },
  }),
  named('dollars', '美元', 'Dollars', {
    offer: {
      price: { minor: 1299, currency: 'USD', exponent: 2 },
      compareAt: { price: { minor: 1599, currency: 'USD', exponent: 2 }, basis: 'lowest-30d' },
    },
  }),
  {
    ...named('details', '网页上：带“产品详情”按钮', 'On a page: with the button for the details', ON),
    attributes: { 'product-id': 'peach', details: '' },
  },
  named('without-picture', '没有图片', 'Without a picture', { ...ON, product: { media: [] } }),
  named('broken-picture', '图片打不开', 'A picture that does not load', {
    product: { media: [{ kind: 'image', url: 'data:image/png;base64,broken' }] },
  }),
  named('bare', '没有链接号、没有报价', 'Without link number and offer', {
    without: ['linkNo', 'promises'],
    offer: null,
  }),
  named('long-text', '长标题', 'A long title', {
    ...ON,
    product: {
      title: '无锡阳山湖边老园凌晨四点现摘水蜜桃特级大果礼盒装 5斤装',
      spec: '单果 5 两以上',
      translations: {
        en: {
          title: 'Yangshan lakeside old-orchard peaches, picked at four in the morning, large',
          spec: '2.5 kg gift box',
        },
      },
    },
  }),
  named('rtl-title', '从右到左的标题', 'A title from right to left', {
    product: { title: 'خوخ يانغشان الطازج ٢٫٥ كغ', translations: {} },
  }),
  ...Object.entries(HOSTILE).map(([kind, text]) =>
    named(`hostile-${kind}`, '恶意文字', 'Hostile text', {
      ...ON,
      product: {
        title: text,
        spec: text,
        media: [{ kind: 'image', url: 'javascript:alert(1)', alt: text }],
        translations: {},
      },
    }),
  ),
];

/** The widget shows one to three products at once, one card each. */
export const SAMPLE_IDS = Object.keys(SAMPLES) as SampleId[];

/** What the gallery and the checks walk. */
export const widget: WidgetEntry = {
  tag: 'stall-product-card',
  looks: ['wide', 'tall', 'slim'],
  states: PRODUCT_CARD_STATES,
};
