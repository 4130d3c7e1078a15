import type { Kind, KindValues, Put, PutOf, Removal } from '@stallcast/protocol';

/** A put that waits for its version: the fake adapter fills in the offset of its change. */
export type UnversionedPut = { [K in Kind]: Omit<PutOf<K>, 'version'> }[Kind] | Omit<Removal, 'version'>;

/** Kinds whose key is not in the value: it is the scope. */
type ScopedKind = 'totals' | 'featured' | 'announcement';

/**
 * Makes a put of a value under its own key.
 *
 * `put('stock', exampleStock({ sellable: 3 }))`, `put('featured', ['peach'], 'main')`; the scope is `stall` unless given.
 */
export function put<K extends Kind>(kind: K, value: KindValues[K], scope = 'stall'): UnversionedPut {
  return { kind, id: keyOf(kind, value, scope), value } as UnversionedPut; // The union of all kinds does not follow K.
}

/** Makes a put that takes the value of a key away. */
export function removal(kind: Kind, id: string): UnversionedPut {
  return { kind, id, removed: true };
}

/** Gives every put of a change its version. */
export function withVersion(puts: readonly UnversionedPut[], version: number): Put[] {
  return puts.map((one) => ({ ...one, version }) as Put); // A spread over a union widens it.
}

function keyOf<K extends Kind>(kind: K, value: KindValues[K], scope: string): string {
  const scoped: Record<ScopedKind, true> = { totals: true, featured: true, announcement: true };
  if (kind === 'session') return 'stall';
  if (kind in scoped) return scope;
  if (kind === 'stock') return (value as KindValues['stock']).productId;
  return (value as { id: string }).id;
}
