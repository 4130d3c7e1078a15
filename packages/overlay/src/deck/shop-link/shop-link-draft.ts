import type { Product, ProductSource } from '@stallcast/protocol';

/** The shops that a product can be connected to, those with a stock message first. */
export const SHOPS = ['woocommerce', 'shopify', 'stripe', 'doudian', 'douyin-life', 'weixin-shop', 'kuaishou'] as const;

/** The shops that tell how much they have. */
export const SHOPS_WITH_STOCK: readonly string[] = ['woocommerce', 'shopify'];

/** By what a shop knows a product, as the operator typed it. */
export type ShopIds = Readonly<Record<ShopIdName, string>>;
export type ShopIdName = 'id' | 'variantId' | 'sku' | 'inventoryItemId';

/** What the operator says of a product and its shops. */
export interface ShopLinkDraft {
  /** The shop whose ids are being looked at. */
  readonly shop: string;
  readonly ids: Readonly<Record<string, ShopIds>>;
  /** Who counts the stock: `ledger`, or a shop. */
  readonly stockFrom: string;
}

export const NO_IDS: ShopIds = { id: '', variantId: '', sku: '', inventoryItemId: '' };

/** A product that is in no shop. */
export const NO_SHOP: ShopLinkDraft = { shop: 'woocommerce', ids: {}, stockFrom: 'ledger' };

/** What is known of a product, ready to be changed. Of several entries for one shop the first is shown. */
export function draftOf({ sources, stockFrom }: Pick<Product, 'sources' | 'stockFrom'>): ShopLinkDraft {
  const ids: Record<string, ShopIds> = {};
  for (const { source, id, variantId = '', sku = '', inventoryItemId = '' } of sources) {
    ids[source] ??= { id, variantId, sku, inventoryItemId };
  }
  return { shop: sources[0]?.source ?? NO_SHOP.shop, ids, stockFrom };
}

/** Whether anything is typed for a shop. */
export function isNamed(ids: ShopIds | undefined): boolean {
  return ids !== undefined && Object.values(ids).some((text) => text.trim() !== '');
}

/** Who may count the stock: this deck, a connected shop that tells its stock, and whoever does so at present. */
export function countersOf({ ids, stockFrom }: ShopLinkDraft): string[] {
  const shops = SHOPS_WITH_STOCK.filter((shop) => isNamed(ids[shop]));
  return [...new Set(['ledger', ...shops, stockFrom])];
}

/** Puts what was typed for each shop in the place of the first entry for it; all other entries stay as they are. */
export function sourcesOf(draft: ShopLinkDraft, before: readonly ProductSource[]): ProductSource[] {
  const firsts = new Map<string, ProductSource>();
  for (const entry of before) if (!firsts.has(entry.source)) firsts.set(entry.source, entry);

  const kept = before.flatMap((entry) => {
    if (firsts.get(entry.source) !== entry) return [entry];
    const ids = draft.ids[entry.source];
    return isNamed(ids) ? [entryOf(entry.source, ids ?? NO_IDS)] : [];
  });
  const added = Object.entries(draft.ids)
    .filter(([shop, ids]) => !firsts.has(shop) && isNamed(ids))
    .map(([shop, ids]) => entryOf(shop, ids));
  return [...kept, ...added];
}

function entryOf(source: string, ids: ShopIds): ProductSource {
  const names = (['variantId', 'inventoryItemId', 'sku'] as const).map((name) => [name, readId(ids[name])] as const);
  return { source, id: readId(ids.id), ...Object.fromEntries(names.filter(([, text]) => text !== '')) };
}

/** Reads an id as it may have been copied: with spaces around it, in full-width digits, or as `gid://shopify/Product/1`. */
export function readId(text: string): string {
  const plain = text.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return /^gid:\/\/shopify\/\w+\/(\d+)$/.exec(plain)?.[1] ?? plain;
}
