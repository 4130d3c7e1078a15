import { AdapterError, parseMoney, type Money, type Offer, type Product } from '@stallcast/protocol';
import { oneLine } from '../polled/one-line.js';
import { pickFeatured, type Featurable } from '../polled/pick-featured.js';
import type { Read } from '../polled/polled-adapter.js';
import { readStock, type ReadStock } from '../polled/stall-reading.js';
import type { StorefrontAddress } from './storefront-address.js';
import { readStorefrontStock } from './storefront-stock.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads what the Storefront interface answered. Each variant is a product of its own, since each has its price and stock.
 *
 * Throws an `AdapterError` for an answer without products in it; what is wrong with one of them costs it alone.
 */
export function readStorefront(text: string, address: StorefrontAddress): Read {
  const json = parseAnswer(text);
  const data = fieldsOf(json['data']);
  const errors = Array.isArray(json['errors']) ? json['errors'].map(fieldsOf) : [];
  const found = data ? productsOf(data, address) : null;
  if (!found) throw refusalOf(errors);

  const faults = errors.length > 0 ? [refusalOf(errors).message] : [];
  // Where the address lists products, their order there is the numbering of the links.
  const isListed = address.ids.length + address.handles.length > 0;
  const reading = { products: [] as Product[], offers: [] as Offer[], stocks: [] as ReadStock[] };
  const all: Featurable[] = [];
  let currency = '';

  found.forEach((product, index) => {
    if (!product) {
      const name = (address.ids[index] ?? address.handles[index] ?? address.collection) || '?';
      faults.push(
        `Shopify 里没有“${name}”，或没有发布到这个渠道。 / Expected “${name}” in the shop, got nothing: publish it to the channel of the token.`,
      );
      return;
    }
    for (const variant of nodesOf(product['variants'])) {
      const read = readVariant(product, variant, isListed ? index + 1 : undefined, faults);
      if (!read || all.some(({ id }) => id === read.product.id)) continue;
      const { offer } = read;
      if (offer?.price && currency === '') currency = offer.price.currency;
      if (offer?.price && offer.price.currency !== currency) {
        faults.push(
          `“${read.product.title}”的货币和别的商品不同，价格没有采用。 / Expected ${currency} for “${read.product.title}”, got ${offer.price.currency}: its price was left out.`,
        );
      } else if (offer) reading.offers.push(offer);
      reading.products.push(read.product);
      reading.stocks.push(read.stock);
      all.push({ id: read.product.id, names: [gidTail(product['id']), textOf(product['handle']), String(index + 1)] });
    }
  });
  const featured = pickFeatured(all, address.feature);
  return { reading: { currency: currency || 'CNY', ...reading, featured }, faults };
}

function parseAnswer(text: string): Fields {
  try {
    const json = fieldsOf(JSON.parse(text));
    if (json) return json;
  } catch {
    // What is no JSON is told below, like JSON that is no answer.
  }
  throw new AdapterError(
    'bad-answer',
    'Shopify 的回答读不懂，没有采用：检查商店域名。 / Expected an answer of Shopify as JSON, got something else: check the shop’s domain.',
  );
}

/** The products, null for each that was asked for and is not there; null where the answer has no such part. */
function productsOf(data: Fields, { ids, handles, collection }: StorefrontAddress): (Fields | null)[] | null {
  if (ids.length > 0) return Array.isArray(data['nodes']) ? data['nodes'].map(fieldsOf) : null;
  if (handles.length > 0) {
    const named = handles.map((_, index) => data[`p${index}`]);
    return named.every((one) => one === undefined) ? null : named.map(fieldsOf);
  }
  if (!collection) return fieldsOf(data['products']) ? nodesOf(data['products']) : null;
  const found = fieldsOf(data['collection']);
  return found ? nodesOf(found['products']) : data['collection'] === null ? [null] : null;
}

function readVariant(
  product: Fields,
  variant: Fields,
  linkNo: number | undefined,
  faults: string[],
): { product: Product; offer: Offer | null; stock: ReadStock } | null {
  const [productId, id, title] = [gidTail(product['id']), gidTail(variant['id']), oneLine(textOf(product['title']))];
  if (!id || !productId || !title) return null;
  const name = oneLine(textOf(variant['title']), 100);
  // Shopify's name for the one variant of a product without any.
  const spec = name === 'Default Title' ? '' : name;
  const sku = textOf(variant['sku']).slice(0, 128);
  const image = fieldsOf(variant['image']) ?? fieldsOf(product['featuredImage']);
  const url = textOf(image?.['url']);
  const alt = oneLine(textOf(image?.['altText']));

  const price = moneyOf(variant['price']);
  if (!price)
    faults.push(
      `“${title}”的价格读不懂，没有采用。 / Expected a price for “${title}”, got something else: it was left out.`,
    );
  const compare = moneyOf(variant['compareAtPrice']);
  const isHigher = price && compare && compare.currency === price.currency && compare.minor > price.minor;
  const quantity = variant['quantityAvailable'];
  return {
    product: {
      id,
      kind: 'goods',
      title,
      ...(linkNo === undefined ? {} : { linkNo }),
      media: /^https:\/\/\S{1,4000}$/.test(url) ? [{ kind: 'image', url, ...(alt ? { alt } : {}) }] : [],
      ...(spec ? { spec } : {}),
      promises: [],
      sources: [{ source: 'shopify', id: productId, variantId: id, ...(sku ? { sku } : {}) }],
      stockFrom: 'shopify',
    },
    offer: price && {
      id,
      productId: id,
      price,
      ...(isHigher ? { compareAt: { price: compare, basis: 'list' } } : {}),
    },
    stock: readStock(
      id,
      'shopify',
      readStorefrontStock({
        availableForSale: variant['availableForSale'] === true,
        currentlyNotInStock: variant['currentlyNotInStock'] === true,
        quantityAvailable: isQuantity(quantity) ? quantity : null,
      }),
    ),
  };
}

function isQuantity(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(value as number) <= 1_000_000_000;
}

/** Amounts are decimal text: `"39.9"`, `"1000.0"`. */
function moneyOf(value: unknown): Money | null {
  const { amount, currencyCode } = fieldsOf(value) ?? {};
  const money = parseMoney(textOf(amount), textOf(currencyCode));
  return money && money.minor >= 0 ? money : null;
}

/** What stands behind the last slash of `gid://shopify/Product/1`. Ids are text, always. */
function gidTail(value: unknown): string {
  return /^gid:\/\/shopify\/\w+\/(\w{1,64})/.exec(textOf(value))?.[1] ?? '';
}

/** What a refusal means, in a sentence. */
function refusalOf(errors: readonly (Fields | null)[]): AdapterError {
  const codes = errors.map((error) => textOf(fieldsOf(error?.['extensions'])?.['code']));
  if (codes.includes('ACCESS_DENIED') || codes.includes('UNAUTHORIZED')) {
    return new AdapterError(
      'refused-key',
      '这个令牌看不到库存：在 Shopify 里给它勾选 unauthenticated_read_product_inventory。 / ' +
        'Expected to read the stock, was refused: give the token the scope unauthenticated_read_product_inventory.',
    );
  }
  const word = oneLine(textOf(errors[0]?.['message']), 100).replace(/[.!?。]+$/, '');
  return new AdapterError(
    'bad-answer',
    `Shopify 没有给出商品${word ? `（${word}）` : ''}：检查链接里的 version 和商品。 / ` +
      `Expected products of Shopify, got ${word ? `“${word}”` : 'none'}: check version and products in the link.`,
  );
}

function nodesOf(connection: unknown): Fields[] {
  const nodes = fieldsOf(connection)?.['nodes'];
  return Array.isArray(nodes) ? nodes.map(fieldsOf).filter((node) => node !== null) : [];
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
