import { AdapterError, type Money, type Offer, type Product } from '@stallcast/protocol';
import { oneLine } from '../polled/one-line.js';
import { pickFeatured, type Featurable } from '../polled/pick-featured.js';
import type { Read } from '../polled/polled-adapter.js';
import { readStock, type ReadStock } from '../polled/stall-reading.js';
import { decodeEntities } from './decode-entities.js';
import type { StoreAddress } from './store-address.js';
import { readStoreStock } from './store-stock.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the list of products of the Store API. Amounts are minor units as text here, unlike those of its webhooks.
 *
 * Throws an `AdapterError` for an answer that is no list; what is wrong with one product costs it alone.
 */
export function readStore(text: string, address: Pick<StoreAddress, 'include' | 'feature'>): Read {
  const list = parseList(text);
  const faults: string[] = [];
  const reading = { products: [] as Product[], offers: [] as Offer[], stocks: [] as ReadStock[] };
  const all: Featurable[] = [];
  let currency = '';

  for (const fields of list) {
    const id = idOf(fields['id']);
    const title = oneLine(decodeEntities(textOf(fields['name'])));
    if (!id || !title || all.some((one) => one.id === id)) continue;
    const place = address.include.indexOf(id);
    const linkNo = place < 0 ? undefined : place + 1;
    const product = readProduct(fields, id, title, linkNo);
    const offer = readOffer(fieldsOf(fields['prices']) ?? {}, id);
    if (offer === 'range' || offer === 'unreadable') {
      faults.push(
        offer === 'range'
          ? `“${title}”的规格价格不同，不显示价格：在链接里写规格的编号和 type=variation。 / Expected one price for “${title}”, got a range: name its variations in the link, with type=variation.`
          : `“${title}”的价格读不懂，没有采用。 / Expected a price for “${title}”, got something else: it was left out.`,
      );
    } else if (offer?.price) {
      currency ||= offer.price.currency;
      if (offer.price.currency === currency) reading.offers.push(offer);
    }
    reading.products.push(product);
    reading.stocks.push(readStock(id, 'woocommerce', readStoreStock(stockOf(fields))));
    all.push({ id, names: [textOf(fields['slug']), textOf(fields['sku']), String(linkNo ?? '')] });
  }
  for (const id of address.include) {
    if (!all.some((one) => one.id === id))
      faults.push(
        `商店里没有编号 ${id} 的商品，或没有公开。 / Expected a product ${id} in the shop, got none: publish it, or check the link.`,
      );
  }
  return { reading: { currency: currency || 'CNY', ...reading, featured: pickFeatured(all, address.feature) }, faults };
}

function parseList(text: string): Fields[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Told below, like JSON that is no list.
  }
  if (Array.isArray(json)) return json.map(fieldsOf).filter((fields) => fields !== null);
  throw new AdapterError(
    'bad-answer',
    '商店没有给出商品列表，没有采用：检查网址，WooCommerce 要在 8.0 以上，固定链接不能是“朴素”。 / ' +
      'Expected the products of a WooCommerce shop, got something else: check its address, and that its permalinks are not “plain”.',
  );
}

function readProduct(fields: Fields, id: string, title: string, linkNo: number | undefined): Product {
  const parent = idOf(fields['parent']);
  const sku = textOf(fields['sku']).slice(0, 128);
  const spec = oneLine(decodeEntities(textOf(fields['variation'])), 100);
  const image = fieldsOf(Array.isArray(fields['images']) ? fields['images'][0] : null);
  const url = textOf(image?.['src']);
  const alt = oneLine(decodeEntities(textOf(image?.['alt'])));
  return {
    id,
    kind: 'goods',
    title,
    ...(linkNo === undefined ? {} : { linkNo }),
    media: /^https?:\/\/\S{1,4000}$/.test(url) ? [{ kind: 'image', url, ...(alt ? { alt } : {}) }] : [],
    ...(spec ? { spec } : {}),
    promises: [],
    sources: [{ source: 'woocommerce', ...(parent ? { id: parent, variantId: id } : { id }), ...(sku ? { sku } : {}) }],
    stockFrom: 'woocommerce',
  };
}

/** An offer; null for a product without a price. */
function readOffer(prices: Fields, productId: string): Offer | null | 'range' | 'unreadable' {
  const range = fieldsOf(prices['price_range']);
  if (range && range['min_amount'] !== range['max_amount']) return 'range';
  if (textOf(prices['price']) === '') return null;
  const price = moneyOf(prices, 'price');
  if (!price) return 'unreadable';
  const usual = moneyOf(prices, 'regular_price');
  return {
    id: productId,
    productId,
    price,
    ...(usual && usual.minor > price.minor ? { compareAt: { price: usual, basis: 'usual' } } : {}),
  };
}

/** `"1105"` with `currency_minor_unit: 2` is 11.05. */
function moneyOf(prices: Fields, name: string): Money | null {
  const [text, currency, digits] = [
    textOf(prices[name]),
    textOf(prices['currency_code']),
    prices['currency_minor_unit'],
  ];
  if (!/^\d{1,15}$/.test(text) || !/^[A-Z]{3}$/.test(currency)) return null;
  const minor = Number(text);
  if (digits === 0 || digits === 2 || digits === 3) return { minor, currency, exponent: digits };
  // A shop may show one digit, or more than there are: the amount is the same with two, if those are zeros.
  if (digits === 1 && Number.isSafeInteger(minor * 10)) return { minor: minor * 10, currency, exponent: 2 };
  if (digits === 4 && minor % 100 === 0) return { minor: minor / 100, currency, exponent: 2 };
  return null;
}

function stockOf(fields: Fields) {
  const cart = fieldsOf(fields['add_to_cart']) ?? {};
  const availability = fieldsOf(fields['stock_availability']);
  return {
    type: textOf(fields['type']),
    isInStock: fields['is_in_stock'] === true,
    isOnBackorder: fields['is_on_backorder'] === true,
    soldIndividually: fields['sold_individually'] === true,
    lowStockRemaining: integerOf(fields['low_stock_remaining']),
    maximum: integerOf(cart['maximum']),
    minimum: integerOf(cart['minimum']) ?? 1,
    multiple: integerOf(cart['multiple_of']) ?? 1,
    availabilityText: availability && typeof availability['text'] === 'string' ? availability['text'].trim() : null,
  };
}

function integerOf(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}

/** WordPress numbers its posts; 0 stands for none. */
function idOf(value: unknown): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : textOf(value);
  return /^[1-9]\d{0,18}$/.test(text) ? text : '';
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
