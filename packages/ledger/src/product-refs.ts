import type { Product, ProductRef, ProductSource } from '@stallcast/protocol';
import type { Model } from './model.js';
import type { ListedRef } from './records.js';

/** What a shop's reference points at: a listed product, and the name of the very thing in that shop. */
export interface FoundRef {
  productId: string;
  /** The same for every way of naming this thing, so that figures of one thing are not added up twice. */
  thing: string;
}

/**
 * Finds the product that a shop means.
 *
 * The narrowest name wins: inventory item, then variant, then product, then SKU. A variant that is not listed is not taken for
 * its product, unless the product is listed whole. Null where nothing, or nothing certain, is found.
 */
export function findProduct(model: Model, source: string, ref: ProductRef): FoundRef | null {
  const refs = (model.indexes.refs ??= indexRefs(model));
  const named = (what: NameKind, name: string | undefined) =>
    name === undefined ? [] : (refs.get(keyOf(source, what, name)) ?? []);

  const byItem = named('item', ref.inventoryItemId);
  if (byItem.length > 0) return found(byItem);

  const byVariant = named('variant', ref.variantId).filter(({ entry }) => ref.id === undefined || entry.id === ref.id);
  if (byVariant.length > 0) return found(byVariant);

  const byId = named('id', ref.id);
  const whole = byId.filter(({ entry }) => entry.variantId === undefined);
  if (whole.length > 0) return found(whole);
  if (ref.variantId === undefined && new Set(byId.map(({ productId }) => productId)).size === 1) return found(byId);

  return found(named('sku', ref.sku));
}

/** A product that is already listed under one of these names; two would take each other's orders. */
export function findRival(model: Model, product: Product): { productId: string; entry: ProductSource } | null {
  for (const { id, sources } of [...model.tables.product.values()].map(({ value }) => value)) {
    if (id === product.id) continue;
    const rival = sources.find((theirs) => product.sources.some((ours) => clash(ours, theirs)));
    if (rival) return { productId: id, entry: rival };
  }
  return null;
}

type NameKind = 'item' | 'variant' | 'id' | 'sku';

function keyOf(source: string, what: NameKind, name: string): string {
  return JSON.stringify([source, what, name]);
}

function indexRefs(model: Model): Map<string, ListedRef[]> {
  const refs = new Map<string, ListedRef[]>();
  for (const { value } of model.tables.product.values()) {
    for (const entry of value.sources) {
      const names: [NameKind, string | undefined][] = [
        ['item', entry.inventoryItemId],
        ['variant', entry.variantId],
        ['id', entry.id],
        ['sku', entry.sku],
      ];
      for (const [what, name] of names) {
        if (name === undefined) continue;
        const key = keyOf(entry.source, what, name);
        refs.set(key, [...(refs.get(key) ?? []), { productId: value.id, entry }]);
      }
    }
  }
  return refs;
}

function found([first]: readonly ListedRef[]): FoundRef | null {
  if (!first) return null;
  const { id, variantId, inventoryItemId } = first.entry;
  return { productId: first.productId, thing: JSON.stringify([id, variantId ?? null, inventoryItemId ?? null]) };
}

function clash(a: ProductSource, b: ProductSource): boolean {
  if (a.source !== b.source) return false;
  if (a.inventoryItemId !== undefined && a.inventoryItemId === b.inventoryItemId) return true;
  return a.id === b.id && a.variantId === b.variantId;
}
