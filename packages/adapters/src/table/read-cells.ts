import { currencySymbol, parseMoney, type Measure, type Money, type SaleUnit } from '@stallcast/protocol';
import type { StockFigures } from '../polled/stall-reading.js';

/** A cell that says something else than its column asks for. */
export type Unreadable = 'unreadable';

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+|\d{1,15}`;
const PRICE = new RegExp(String.raw`^([^\d\s.,-]{0,4})\s*((?:${NUMBER})(?:\.\d+)?)\s*([^\d\s.,/-]{0,4})(?:/.{1,8})?$`);
const KEPT_BACK = /^(?:待开价|待定|敬请期待|[¥$]?\?+|-+|tba|hidden)?$/;
const COUNTED = new RegExp(
  String.raw`^(-?)(${NUMBER})(?:\.0+)?(\+?)\s?(?:件|份|箱|盒|罐|瓶|包|袋|张|个|只|斤|单|pcs|pieces)?(\+?)$`,
);

/** The same text with full-width digits and signs made plain, in lower case. */
function plain(cell: string): string {
  return cell.normalize('NFKC').trim().toLowerCase();
}

/** Reads a price: `39.9`, `¥39.90`, `39.9元`, `１，２９９`; null for one that is kept back (待开价). */
export function readPrice(cell: string, currency: string): Money | null | Unreadable {
  const text = plain(cell);
  if (KEPT_BACK.test(text)) return null;
  const [, before = '', digits = '', after = ''] = PRICE.exec(text) ?? [];
  if (digits === '' || ![before, after].every((sign) => isSignOf(sign, currency))) return 'unreadable';
  const money = parseMoney(digits.replaceAll(',', ''), currency);
  return money && money.minor >= 0 ? money : 'unreadable';
}

function isSignOf(sign: string, currency: string): boolean {
  if (sign === '') return true;
  const own = [currency.toLowerCase(), currencySymbol(currency).trim().toLowerCase()];
  if (currency === 'CNY') own.push('¥', '元', '块', '块钱', 'rmb');
  if (currency === 'JPY') own.push('¥', '円', '日元');
  return own.includes(sign);
}

const STOCK_WORDS: readonly (readonly [RegExp, StockFigures])[] = [
  [/^(?:售罄|售完|卖完|抢光|已抢光|无货|没货|没有|无|sold ?out|out of stock|none)$/, { sellable: 0, basis: 'manual' }],
  [/^(?:有货|充足|有|不限|in stock|available|unlimited|yes)$/, { sellable: null, basis: 'boolean' }],
  [/^(?:暂停|暂停销售|停售|paused)$/, { sellable: null, basis: 'manual', hold: 'paused' }],
  [/^(?:预售|presale|pre-order)$/, { sellable: null, basis: 'boolean', policy: 'presale' }],
];

/** Reads a stock: `186`, `186件`, `100+`, 售罄, 有货, 暂停, 预售; null for an empty cell: nothing is known. */
export function readStockCell(cell: string): StockFigures | null | Unreadable {
  const text = plain(cell);
  if (text === '') return null;
  for (const [words, figures] of STOCK_WORDS) if (words.test(text)) return figures;
  const [match, minus = '', digits = '', more = '', moreBehind = ''] = COUNTED.exec(text) ?? [];
  const count = Number(digits.replaceAll(',', ''));
  if (match === undefined || count > 1_000_000_000) return 'unreadable';
  if (minus === '-' && count > 0) return { sellable: 0, basis: 'manual', oversold: count };
  return { sellable: count, basis: more || moreBehind ? 'at-least' : 'manual' };
}

const MEASURES: readonly (readonly [RegExp, Measure['unit'], number])[] = [
  [/^(?:g|克|gram|grams)$/, 'g', 1],
  [/^(?:kg|公斤|千克|kilo)$/, 'g', 1_000],
  [/^(?:斤|市斤)$/, 'g', 500],
  [/^两$/, 'g', 50],
  [/^(?:ml|毫升)$/, 'ml', 1],
  [/^(?:l|升)$/, 'ml', 1_000],
  [/^(?:个|只|枚|粒|颗|条|根|片|pcs|pieces?)$/, 'piece', 1],
];
const NET =
  /^(?:净重|净含量|约|≈|~)*\s*(?:(\d{1,4})\s*[x*×]\s*)?(\d{1,9})(?:\.(\d{1,6}))?\s*([^\d\s.*×]*?)(?:\s*[x*×]\s*(\d{1,4}))?(?:左右|装)?$/;

/** Reads a net content: `5斤`, `2.5kg`, `500g`, `12个`, `500g×3`; null for an empty cell. `unit` is for a bare number. */
export function readNet(cell: string, unit = ''): Measure | null | Unreadable {
  const text = plain(cell);
  if (text === '') return null;
  const [match, before, whole = '', fraction = '', written, behind] = NET.exec(text) ?? [];
  if (match === undefined || (before !== undefined && behind !== undefined)) return 'unreadable';
  const found = MEASURES.find(([names]) => names.test(written || unit));
  if (!found) return 'unreadable';
  const [, base, factor] = found;
  // In whole numbers throughout: 2.3 kg is 2300 g, not a little less.
  const scaled = Number(whole + fraction) * factor * Number(before ?? behind ?? 1);
  const value = scaled / 10 ** fraction.length;
  return Number.isSafeInteger(scaled) && Number.isInteger(value) && value > 0 && value <= 1_000_000_000
    ? { value, unit: base }
    : 'unreadable';
}

/** Reads a link number: `1`, `1号`, `3号链接`, `No.3`; null for an empty cell or the address of a page. */
export function readLinkNo(cell: string): number | null | Unreadable {
  const text = plain(cell);
  if (text === '' || /^https?:/.test(text)) return null;
  const number = Number(/^(?:no\.?|#)?\s*(\d{1,4})(?:\.0+)?(?:号|号链接)?$/.exec(text)?.[1]);
  return number >= 1 ? number : 'unreadable';
}

/** Reads a whole number of at least 1, such as a limit per buyer; null for an empty cell. */
export function readCount(cell: string): number | null | Unreadable {
  const text = plain(cell);
  if (text === '') return null;
  const number = Number(/^(\d{1,7})(?:\.0+)?(?:件|份|箱|单|个)?$/.exec(text)?.[1]);
  return number >= 1 && number <= 1_000_000 ? number : 'unreadable';
}

const UNITS: Readonly<Record<string, SaleUnit>> = {
  件: 'piece',
  个: 'piece',
  份: 'portion',
  箱: 'box',
  盒: 'box',
  罐: 'jar',
  瓶: 'jar',
  包: 'bag',
  袋: 'bag',
  张: 'ticket',
  piece: 'piece',
  portion: 'portion',
  box: 'box',
  jar: 'jar',
  bag: 'bag',
  ticket: 'ticket',
};

/** Reads what one of it is called; null for a word that there is no sign for. */
export function readSaleUnit(cell: string): SaleUnit | null {
  const text = plain(cell);
  return Object.hasOwn(UNITS, text) ? (UNITS[text] ?? null) : null;
}

/** Reads whether a product is being shown: its place where a number says one, 9 for any other yes, 0 for no. */
export function readFeatured(cell: string): number {
  const text = plain(cell);
  if (/^[1-9]$/.test(text)) return Number(text);
  return /^(?:是|对|√|✓|✔|☑|y|yes|true|x|on|讲解|讲解中)$/.test(text) ? 9 : 0;
}

/** Reads a picture's address, a path being meant from the table's own; null for an empty cell. */
export function readPicture(cell: string, base: string): { url: string } | null | Unreadable {
  const text = cell.trim();
  if (text === '') return null;
  if (text.length > 4_000 || [...text].some((character) => character <= ' ')) return 'unreadable';
  try {
    const { protocol, href } = new URL(text, base);
    return protocol === 'https:' ||
      protocol === 'http:' ||
      /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(href)
      ? { url: href }
      : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
