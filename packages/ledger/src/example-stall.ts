import type { Command, Money, Product, ProductSource, Provenance, SaleUnit } from '@stallcast/protocol';
import type { Ledger } from './ledger.js';

/** Where the example's pictures are. */
export interface ExampleOptions {
  /** The folder of the drawings, without a slash at its end. @default '/pictures' */
  pictureBase?: string;
}

/**
 * Sets up the example stall: six products, offers, stocks, an evening's session with its goal and a few orders, all synthetic.
 *
 * Its commands have ids of their own, so that doing it again does nothing. A refusal is thrown: the stall is not an empty one.
 */
export async function setUpExampleStall(ledger: Ledger, options: ExampleOptions = {}): Promise<void> {
  const outcomes = await Promise.all(exampleCommands(options).map((command) => ledger.command(command)));
  for (const outcome of outcomes) {
    if (!outcome.ok) throw new Error(`The example stall could not be set up: ${outcome.refusal.message.en}`);
  }
}

/** The commands that make the example stall, in their order. */
export function exampleCommands({ pictureBase = '/pictures' }: ExampleOptions = {}): Command[] {
  return [
    {
      id: 'example-session',
      type: 'start-session',
      synthetic: true,
      session: {
        id: 'example',
        title: '果园夜场',
        tz: 'Asia/Shanghai',
        currency: 'CNY',
        goals: [{ id: 'tonight', metric: 'net-amount', target: 1_000_000, scope: 'stall', title: '今晚目标' }],
        share: { to: '果农', basis: 'profit', bps: 8_000, evidence: { issuer: '示例合作社公示', asOf: '2026-07-01' } },
        seller: { name: '示例果农合作社', licence: '示例 000000' },
        synthetic: true,
      },
    },
    {
      id: 'example-room',
      type: 'put-room',
      synthetic: true,
      room: { id: 'main', title: '果园直播间', commerce: true },
    },
    ...GOODS.flatMap((goods) => goodsCommands(goods, pictureBase)),
    ...ORDERS.map(orderCommand),
    ...GOODS.map(({ id, stock }): Command => ({
      id: `example-stock-${id}`,
      type: 'set-stock',
      synthetic: true,
      productId: id,
      onHand: stock,
    })),
    { id: 'example-feature', type: 'feature', synthetic: true, productIds: ['peach'] },
  ];
}

interface Goods {
  id: string;
  linkNo: number;
  title: string;
  spec: string;
  en: { title: string; spec: string };
  alt: string;
  /** In fen. */
  price: number;
  usual?: number;
  stock: number;
  grams?: number;
  saleUnit: SaleUnit;
  fresh: boolean;
  provenance?: Provenance;
  sources: ProductSource[];
}

/** The shops' ids are those of the samples that WooCommerce and Shopify publish, so that these find their product. */
const GOODS: readonly Goods[] = [
  {
    id: 'peach',
    linkNo: 1,
    title: '阳山水蜜桃 5斤装',
    spec: '5斤装',
    en: { title: 'Yangshan peaches, 2.5 kg', spec: '2.5 kg box' },
    alt: '水蜜桃',
    price: 3_990,
    usual: 4_990,
    stock: 186,
    grams: 2_500,
    saleUnit: 'box',
    fresh: true,
    provenance: {
      origin: '无锡阳山产地',
      farmer: '湖边老园',
      lot: '0214',
      harvestedAt: '2026-07-01',
      certificates: [{ kind: 'compliance-pledge', no: '示例 0214', issuer: '示例果农合作社' }],
      inspections: [{ at: '2026-07-01T06:30:00.000Z', by: '示例检测站', sample: 12, result: 'pass' }],
    },
    sources: [
      { source: 'woocommerce', id: '93' },
      { source: 'shopify', id: '632910392', variantId: '808950810', inventoryItemId: '271878346596884015' },
    ],
  },
  {
    id: 'pepper',
    linkNo: 2,
    title: '青花椒 鲜采 1斤',
    spec: '鲜采 1斤',
    en: { title: 'Fresh green Sichuan pepper, 500 g', spec: '500 g bag' },
    alt: '青花椒',
    price: 5_800,
    usual: 6_800,
    stock: 8,
    grams: 500,
    saleUnit: 'bag',
    fresh: false,
    sources: [{ source: 'woocommerce', id: '24' }],
  },
  {
    id: 'watermelon',
    linkNo: 3,
    title: '沙地西瓜 约8斤',
    spec: '单果约8斤',
    en: { title: 'Sand-field watermelon, about 4 kg', spec: 'one of about 4 kg' },
    alt: '西瓜',
    price: 1_990,
    usual: 2_590,
    stock: 96,
    grams: 4_000,
    saleUnit: 'piece',
    fresh: true,
    sources: [{ source: 'woocommerce', id: '22', variantId: '23', sku: 'Bar3' }],
  },
  {
    id: 'noodles',
    linkNo: 4,
    title: '农家玉米面条 4斤',
    spec: '4斤装',
    en: { title: 'Farmhouse corn noodles, 2 kg', spec: '2 kg bag' },
    alt: '玉米面条',
    price: 2_680,
    usual: 3_200,
    stock: 64,
    grams: 2_000,
    saleUnit: 'bag',
    fresh: false,
    sources: [{ source: 'woocommerce', id: '25' }],
  },
  {
    id: 'cabbage',
    linkNo: 6,
    title: '辣白菜 现腌 2斤',
    spec: '现腌 2斤',
    en: { title: 'Spicy cabbage, freshly pickled, 1 kg', spec: '1 kg portion' },
    alt: '辣白菜',
    price: 2_200,
    stock: 120,
    grams: 1_000,
    saleUnit: 'portion',
    fresh: false,
    sources: [{ source: 'woocommerce', id: '23' }],
  },
  {
    id: 'ginseng',
    linkNo: 8,
    title: '长白山人参礼盒',
    spec: '礼盒',
    en: { title: 'Changbai ginseng gift box', spec: 'gift box' },
    alt: '人参',
    price: 29_800,
    stock: 28,
    saleUnit: 'box',
    fresh: false,
    sources: [{ source: 'woocommerce', id: '26' }],
  },
];

/** Product, pieces, mask and province of each order before the show. */
const ORDERS: readonly (readonly [string, number, string, string])[] = [
  ['peach', 2, '王**', '江苏'],
  ['watermelon', 1, '李*', '浙江'],
  ['noodles', 1, '欧**', '湖北'],
  ['peach', 1, '阿**', '新疆'],
  ['cabbage', 3, '朴*', '吉林'],
];

function goodsCommands(goods: Goods, pictureBase: string): Command[] {
  const product: Product = {
    id: goods.id,
    kind: 'goods',
    title: goods.title,
    linkNo: goods.linkNo,
    media: [{ kind: 'image', url: `${pictureBase}/${goods.id}.svg`, alt: goods.alt }],
    ...(goods.grams !== undefined && { net: { value: goods.grams, unit: 'g' } }),
    spec: goods.spec,
    saleUnit: goods.saleUnit,
    promises: [
      { kind: 'ship-within', hours: 48 },
      ...(goods.fresh ? [{ kind: 'bad-fruit', windowHours: 48, ratioBps: 10_000 } as const] : []),
    ],
    sources: goods.sources,
    stockFrom: 'ledger',
    run: { order: goods.linkNo },
    ...(goods.provenance && { provenance: goods.provenance }),
    translations: { en: goods.en },
    synthetic: true,
  };
  return [
    { id: `example-product-${goods.id}`, type: 'put-product', synthetic: true, product },
    {
      id: `example-offer-${goods.id}`,
      type: 'put-offer',
      synthetic: true,
      offer: {
        id: goods.id,
        productId: goods.id,
        price: yuan(goods.price),
        ...(goods.usual !== undefined && { compareAt: { price: yuan(goods.usual), basis: 'usual' } }),
        synthetic: true,
      },
    },
  ];
}

function orderCommand([productId, qty, mask, province]: (typeof ORDERS)[number], index: number): Command {
  const price = GOODS.find(({ id }) => id === productId)!.price;
  const orderId = `example-${index + 1}`;
  return {
    id: `example-order-${index + 1}`,
    type: 'record-order',
    synthetic: true,
    order: {
      orderId,
      status: 'paid',
      lines: [{ productId, qty, amount: yuan(price * qty) }],
      total: yuan(price * qty),
      buyer: { mask },
      region: { level: 'province', name: province },
    },
  };
}

function yuan(minor: number): Money {
  return { minor, currency: 'CNY', exponent: 2 };
}
