import type { Offer, Product, ProductSource } from '@stallcast/protocol';
import type { Sentence } from '../../words/language.js';
import { sentenceOf } from '../words/sentence-of.js';
import { parseCount, parseJin, parseLinkNo, parsePrice } from './parse-fields.js';

/** What the operator typed. */
export type ProductFields = Readonly<Record<'title' | 'linkNo' | 'price' | 'weight' | 'stock', string>>;

/** What is wrong with a field, in one sentence. */
export type FieldErrors = { [F in keyof ProductFields]?: Sentence | undefined };

/** `stock` is null where a shop counts it. */
export type NewProduct =
  { ok: true; product: Product; offer: Offer; stock: number | null } | { ok: false; errors: FieldErrors };

/** Makes a product, its offer and its stock of what was typed, or says what to change. */
export function checkNewProduct(
  fields: ProductFields,
  known: {
    id: string;
    currency: string;
    products: readonly Product[];
    picture: string | null;
    link: { sources: ProductSource[]; stockFrom: string };
  },
): NewProduct {
  const title = fields.title.trim();
  const linkNo = fields.linkNo.trim() ? parseLinkNo(fields.linkNo) : undefined;
  const price = parsePrice(fields.price, known.currency);
  const net = fields.weight.trim() ? parseJin(fields.weight) : undefined;
  const isCounted = known.link.stockFrom === 'ledger';
  const stock = isCounted ? parseCount(fields.stock) : null;
  const sameLink = known.products.find((product) => linkNo !== undefined && product.linkNo === linkNo);

  if (title && linkNo !== null && !sameLink && price && net !== null && (stock !== null || !isCounted)) {
    return {
      ok: true,
      stock,
      product: {
        id: known.id,
        kind: 'goods',
        title,
        media: known.picture ? [{ kind: 'image', url: known.picture }] : [],
        promises: [],
        ...known.link,
        ...(linkNo === undefined ? {} : { linkNo }),
        ...(net ? { net } : {}),
      },
      offer: { id: known.id, productId: known.id, price },
    };
  }
  return {
    ok: false,
    errors: {
      title: title ? undefined : sentenceOf(({ add }) => add.errors.title),
      price: price ? undefined : sentenceOf(({ add }) => add.errors.price),
      stock: isCounted && stock === null ? sentenceOf(({ add }) => add.errors.stock) : undefined,
      weight: net === null ? sentenceOf(({ add }) => add.errors.weight) : undefined,
      linkNo:
        linkNo === null
          ? sentenceOf(({ add }) => add.errors.linkNo)
          : sameLink && sentenceOf(({ add }) => add.errors.linkNoTaken(linkNo ?? 0, sameLink.title)),
    },
  };
}
