import type { Offer, Product, ProductSource } from '@stallcast/protocol';
import type { Sentence } from '../../words/language.js';
import { parseLinkNo, parsePrice } from '../add-sheet/parse-fields.js';
import { sentenceOf } from '../words/sentence-of.js';

/** What the operator typed. An empty price leaves the price as it is kept back. */
export type EditedFields = Readonly<Record<'title' | 'linkNo' | 'price', string>>;

/** What is wrong with a field, in one sentence. */
export type EditErrors = { [F in keyof EditedFields]?: Sentence | undefined };

export interface Edited {
  product: Product;
  offer: Offer | null;
  /** The product's shops, as they are to be. */
  link: { sources: ProductSource[]; stockFrom: string };
}

/** What to put; null where nothing of it is changed. */
export type EditedProduct =
  { ok: true; product: Product | null; offer: Offer | null } | { ok: false; errors: EditErrors };

/** Makes a changed product and offer of what was typed, with all else as it was, or says what to change. */
export function checkEditedProduct(
  fields: EditedFields,
  { product, offer, link }: Edited,
  known: { currency: string; others: readonly Product[] },
): EditedProduct {
  const title = fields.title.trim();
  const linkNo = fields.linkNo.trim() ? parseLinkNo(fields.linkNo) : undefined;
  const isKeptBack = !offer?.price && fields.price.trim() === '';
  const price = isKeptBack ? null : parsePrice(fields.price, known.currency);
  const sameLink = known.others.find((other) => linkNo !== undefined && other.linkNo === linkNo);

  if (!title || linkNo === null || sameLink || (!price && !isKeptBack)) {
    return {
      ok: false,
      errors: {
        title: title ? undefined : sentenceOf(({ add }) => add.errors.title),
        price: price || isKeptBack ? undefined : sentenceOf(({ add }) => add.errors.price),
        linkNo:
          linkNo === null
            ? sentenceOf(({ add }) => add.errors.linkNo)
            : sameLink && sentenceOf(({ add }) => add.errors.linkNoTaken(linkNo ?? 0, sameLink.title)),
      },
    };
  }
  const { linkNo: _, ...rest } = product;
  const wished: Product = { ...rest, title, ...link, ...(linkNo === undefined ? {} : { linkNo }) };
  return {
    ok: true,
    product: isSame(product, wished) ? null : wished,
    offer:
      price && price.minor !== offer?.price?.minor
        ? { ...(offer ?? { id: product.id, productId: product.id }), price }
        : null,
  };
}

function isSame(a: Product, b: Product): boolean {
  return (
    a.title === b.title &&
    a.linkNo === b.linkNo &&
    a.stockFrom === b.stockFrom &&
    namesOf(a.sources) === namesOf(b.sources)
  );
}

/** The names of a product's sources, whatever the order of their members. */
function namesOf(sources: readonly ProductSource[]): string {
  return JSON.stringify(
    sources.map(({ source, id, variantId, inventoryItemId, sku }) => [source, id, variantId, inventoryItemId, sku]),
  );
}
