import type { Language, Sentence } from '../../../words/language.js';
import sheet from './widget-sheet.json?raw';

/** An attribute as the widgets' own comments tell of it. */
export interface SheetField extends Sentence {
  name: string;
  kind: 'choice' | 'flag' | 'number' | 'text';
  of?: readonly string[];
  /** What holds without it. */
  without?: string;
}

/** A widget with the attributes that a scene may set. */
export interface SheetWidget extends Sentence {
  fields: readonly SheetField[];
}

/** Every widget that a scene may hold, from the custom elements manifest. */
export const WIDGET_SHEET = JSON.parse(sheet) as Readonly<Record<string, SheetWidget>>;

/** What people call a widget; its tag where nobody has said. */
export function widgetName(tag: string, language: Language): string {
  return NAMES[tag]?.[language] ?? tag;
}

/** What people call an attribute, or one of the words that it takes. */
export function fieldWord(word: string, language: Language): string {
  return FIELD_WORDS[word]?.[language] ?? word;
}

const both = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en });

/** By tag. */
export const NAMES: Readonly<Record<string, Sentence>> = {
  'stall-announcement': both('公告', 'Announcement'),
  'stall-countdown': both('倒计时', 'Countdown'),
  'stall-goal': both('今晚目标', 'Goal'),
  'stall-legal': both('经营者信息', 'Legal line'),
  'stall-order-ticker': both('订单播报', 'Order ticker'),
  'stall-origin': both('产地印章', 'Origin'),
  'stall-presale': both('预售日历', 'Presale'),
  'stall-price': both('价格牌', 'Price'),
  'stall-product-card': both('商品卡', 'Product card'),
  'stall-promises': both('承诺', 'Promises'),
  'stall-qr': both('二维码', 'QR code'),
  'stall-sales-chart': both('销售走势', 'Sales chart'),
  'stall-share': both('分成', 'Farmers’ share'),
  'stall-shelf': both('货架', 'Shelf'),
  'stall-stock-counter': both('库存', 'Stock counter'),
  'stall-tickets': both('采摘门票', 'Tickets'),
};

/** Names of attributes, and the words of their choices. */
export const FIELD_WORDS: Readonly<Record<string, Sentence>> = {
  look: both('样式', 'Look'),
  'product-id': both('商品编号', 'Product id'),
  'product-ids': both('门票编号', 'Ticket ids'),
  until: both('截止时刻', 'Until'),
  'goal-id': both('目标编号', 'Goal id'),
  seller: both('经营者', 'Seller'),
  licence: both('执照号', 'Licence'),
  rows: both('行数', 'Rows'),
  'with-amount': both('写上金额', 'With amount'),
  per: both('单价按', 'Unit price per'),
  compact: both('小一号', 'Compact'),
  featured: both('第几款', 'Which one'),
  href: both('网址', 'Address'),
  caption: both('一行字', 'Caption'),
  profile: both('平台', 'Platform'),
  metric: both('画什么', 'Shows'),
  page: both('第几页', 'Page'),
  'low-at': both('紧张线', 'Low at'),
  heading: both('标题', 'Heading'),
  'lower-third': both('下三分之一', 'Lower third'),
  strip: both('横条', 'Strip'),
  tab: both('标签', 'Tab'),
  band: both('横带', 'Band'),
  small: both('小', 'Small'),
  bar: both('长条', 'Bar'),
  slim: both('细条', 'Slim'),
  column: both('竖条', 'Column'),
  ticker: both('逐行滚动', 'Running rows'),
  toast: both('一次一单', 'One at a time'),
  list: both('列表', 'List'),
  seal: both('印章', 'Seal'),
  slip: both('签条', 'Slip'),
  leaf: both('日历页', 'Calendar leaf'),
  jin: both('斤', '斤 (500 g)'),
  kg: both('公斤', 'kg'),
  tag: both('标签', 'Tag'),
  wide: both('宽', 'Wide'),
  tall: both('高', 'Tall'),
  line: both('一行字', 'Line'),
  slips: both('几张签条', 'Slips'),
  orders: both('订单数', 'Orders'),
  net: both('净销售额', 'Net money'),
  side: both('侧边', 'Side'),
  grid: both('格子', 'Grid'),
  number: both('数字', 'Number'),
  row: both('一行', 'Row'),
  ring: both('圆环', 'Ring'),
};
