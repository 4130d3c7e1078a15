import type { Language } from '../../words/language.js';

/** The ways in which data comes. */
export type DoorName = 'type-in' | 'table' | 'shops' | 'relay';

/** Every string of the wizard before a door of it is opened. */
export interface DataWizardWords {
  title: string;
  lead: string;
  doors: Record<DoorName, { title: string; text: string }>;
  opening: string;
  failed: string;
  now: string;
  /** The stall's own data. */
  own: string;
  ownHint: string;
  followed: { table(place: string): string; shopify(place: string): string; relay(place: string): string };
  followedHint: string;
  back: string;
  /** What a changed source asks of a host whose OBS has the picture already. */
  again: string;
  close: string;
}

const ZH_CN: DataWizardWords = {
  title: '把商品放进来',
  lead: '商品、价格、库存从哪里来？选一个，这里会当场试给您看。',
  doors: {
    'type-in': { title: '自己填，或粘贴', text: '从 Excel、WPS、飞书复制过来也行' },
    table: { title: '在线表格', text: '一个网址：CSV、JSON、Google 表格' },
    shops: { title: '网店', text: '抖店、微信小店、快手、WooCommerce…' },
    relay: { title: '另一台 Stallcast', text: '用那边的商品和订单' },
  },
  opening: '正在打开…',
  failed: '没有打开：看看终端里的 Stallcast 是否还开着，再点一次。',
  now: '画面跟着：',
  own: '自己的摊位',
  ownHint: '商品、库存由控台说了算。',
  followed: {
    table: (place) => `表格 ${place}`,
    shopify: (place) => `Shopify 商店 ${place}`,
    relay: (place) => `${place} 的摊位`,
  },
  followedHint: '控台管不到这个画面。',
  back: '改回自己的摊位',
  again: 'OBS 里已经加过画面的，要用上面的牌子重新加一次。',
  close: '关闭',
};

const EN: DataWizardWords = {
  title: 'Bring the goods in',
  lead: 'Where do products, prices and stock come from? Choose, and see it tried at once.',
  doors: {
    'type-in': { title: 'Type or paste', text: 'from Excel, WPS or Feishu as well' },
    table: { title: 'A table online', text: 'an address: CSV, JSON, Google Sheets' },
    shops: { title: 'A shop', text: 'Shopify, WooCommerce, Stripe, Doudian…' },
    relay: { title: 'Another Stallcast', text: 'with its products and orders' },
  },
  opening: 'Opening…',
  failed: 'It did not open: is the relay still running in the terminal? Then press it again.',
  now: 'The picture follows: ',
  own: 'your own stall',
  ownHint: 'The deck decides on products and stock.',
  followed: {
    table: (place) => `the table at ${place}`,
    shopify: (place) => `the Shopify shop ${place}`,
    relay: (place) => `the stall at ${place}`,
  },
  followedHint: 'The deck has no say over this picture.',
  back: 'Back to your own stall',
  again: 'Where OBS has the picture already, add it again with the tags above.',
  close: 'Close',
};

/** The wizard's words in one language. */
export function dataWizardWords(language: Language): DataWizardWords {
  return language === 'en' ? EN : ZH_CN;
}
