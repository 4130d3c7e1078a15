import type { Product, ProductSource } from '@stallcast/protocol';
import type { Sentence } from '../../words/language.js';
import { sentenceOf } from '../words/sentence-of.js';
import { countersOf, isNamed, readId, sourcesOf, type ShopIdName, type ShopLinkDraft } from './shop-link-draft.js';

/** What is wrong with a shop's ids, and with which. */
export interface ShopLinkErrors {
  shop: string;
  fields: { [N in ShopIdName]?: Sentence };
}

export type ShopLink =
  { ok: true; sources: ProductSource[]; stockFrom: string } | { ok: false; errors: ShopLinkErrors };

/** Makes a product's sources of what was typed, or says what to change. */
export function checkShopLink(
  draft: ShopLinkDraft,
  known: { before: readonly ProductSource[]; others: readonly Product[] },
): ShopLink {
  // The shop that is looked at comes first: what is wrong there is seen at once.
  const shops = [draft.shop, ...Object.keys(draft.ids).filter((shop) => shop !== draft.shop)];
  for (const shop of shops) {
    const fields = errorsOf(shop, draft, known.others);
    if (Object.keys(fields).length > 0) return { ok: false, errors: { shop, fields } };
  }
  const stockFrom = countersOf(draft).includes(draft.stockFrom) ? draft.stockFrom : 'ledger';
  return { ok: true, sources: sourcesOf(draft, known.before), stockFrom };
}

function errorsOf(shop: string, draft: ShopLinkDraft, others: readonly Product[]): ShopLinkErrors['fields'] {
  const ids = draft.ids[shop];
  if (!ids || !isNamed(ids)) return {};
  const id = readId(ids.id);
  const variantId = readId(ids.variantId);
  const inventoryItemId = readId(ids.inventoryItemId);
  if (id === '') return { id: sentenceOf(({ shop: words }) => words.errors.id) };
  if (shop === 'shopify' && draft.stockFrom === shop && inventoryItemId === '') {
    return { inventoryItemId: sentenceOf(({ shop: words }) => words.errors.inventoryItem) };
  }
  for (const { title, sources } of others) {
    for (const theirs of sources.filter(({ source }) => source === shop)) {
      if (inventoryItemId !== '' && theirs.inventoryItemId === inventoryItemId) {
        return { inventoryItemId: sentenceOf(({ shop: words }) => words.errors.taken(inventoryItemId, title)) };
      }
      if (theirs.id === id && (theirs.variantId ?? '') === variantId) {
        return { id: sentenceOf(({ shop: words }) => words.errors.taken(id, title)) };
      }
    }
  }
  return {};
}
