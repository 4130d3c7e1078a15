import type { Offer, Product } from '@stallcast/protocol';
import type { Sentence } from '../../words/language.js';
import type { DeckWords } from '../words/deck-words.js';
import { pickWords } from '../words/pick-words.js';
import { parseCount, parseJin, parseLinkNo, parsePrice } from './parse-fields.js';

/** What the operator typed. */
export type ProductFields = Readonly<Record<'title' | 'linkNo' | 'price' | 'weight' | 'stock', string>>;

/** What is wrong with a field, in one sentence. */
export type FieldErrors = { [F in keyof ProductFields]?: Sentence | undefined };

export type NewProduct =
  { ok: true; product: Product; offer: Offer; stock: number } | { ok: false; errors: FieldErrors };

/** Makes a product, its offer and its stock of what was typed, or says what to change. */
export function checkNewProduct(
  fields: ProductFields,
  known: { id: string; currency: string; products: readonly Product[]; picture: string | null },
): NewProduct {
  const title = fields.title.trim();
  const linkNo = fields.linkNo.trim() ? parseLinkNo(fields.linkNo) : undefined;
  const price = parsePrice(fields.price, known.currency);
  const net = fields.weight.trim() ? parseJin(fields.weight) : undefined;
  const stock = parseCount(fields.stock);
  const sameLink = known.products.find((product) => linkNo !== undefined && product.linkNo === linkNo);

  if (title && linkNo !== null && !sameLink && price && net !== null && stock !== null) {
    return {
      ok: true,
      stock,
      product: {
        id: known.id,
        kind: 'goods',
        title,
        media: known.picture ? [{ kind: 'image', url: known.picture }] : [],
        promises: [],
        sources: [],
        stockFrom: 'ledger',
        ...(linkNo === undefined ? {} : { linkNo }),
        ...(net ? { net } : {}),
      },
      offer: { id: known.id, productId: known.id, price },
    };
  }
  return {
    ok: false,
    errors: {
      title: title ? undefined : sentence(({ errors }) => errors.title),
      price: price ? undefined : sentence(({ errors }) => errors.price),
      stock: stock === null ? sentence(({ errors }) => errors.stock) : undefined,
      weight: net === null ? sentence(({ errors }) => errors.weight) : undefined,
      linkNo:
        linkNo === null
          ? sentence(({ errors }) => errors.linkNo)
          : sameLink && sentence(({ errors }) => errors.linkNoTaken(linkNo ?? 0, sameLink.title)),
    },
  };
}

function sentence(pick: (words: DeckWords['add']) => string): Sentence {
  return { 'zh-CN': pick(pickWords('zh-CN').add), en: pick(pickWords('en').add) };
}
