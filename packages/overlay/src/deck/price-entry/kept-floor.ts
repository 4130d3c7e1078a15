import { parsePrice } from '../add-sheet/parse-fields.js';
import type { Money } from '@stallcast/protocol';
import { keepText, keptText } from '../../keeping/kept-text.js';

const nameOf = (stall: string, productId: string): string => `stallcast.floor.${stall}.${productId}`;

/** The price below which this device asks once more, as it was typed; empty where none was given. */
export function keptFloorText(stall: string, productId: string): string {
  return keptText(nameOf(stall, productId)) ?? '';
}

/** Keeps a product's floor on this device; an empty text forgets it. */
export function keepFloorText(stall: string, productId: string, text: string): void {
  keepText(nameOf(stall, productId), text.trim() || null);
}

/** The floor as an amount; null where none is kept, or where what was typed is none. */
export function keptFloor(stall: string, productId: string, currency: string): Money | null {
  return parsePrice(keptFloorText(stall, productId), currency);
}
