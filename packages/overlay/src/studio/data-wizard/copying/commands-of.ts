import type { CommandFields, CommandType, StallState } from '@stallcast/protocol';
import type { Comparison } from './compare-products.js';
import type { Field } from './differences.js';

/** A command before it has an id. */
export type Draft = { [T in CommandType]: { type: T } & CommandFields[T] }[CommandType];

const OF_PRODUCT: readonly Field[] = ['title', 'linkNo', 'spec', 'net', 'picture', 'unit', 'low'];
const OF_OFFER: readonly Field[] = ['price', 'compareAt', 'limit'];

/** The commands that bring one row into the stall: of a product that is there, only what differs. */
export function commandsOf({ standing, product, offer, onHand, isPaused, differences }: Comparison): Draft[] {
  if (standing === 'same' || standing === 'unclear') return [];
  const isDue = (fields: readonly Field[]): boolean =>
    standing === 'new' || differences.some(({ field }) => fields.includes(field));
  const drafts: Draft[] = [];
  if (isDue(OF_PRODUCT)) drafts.push({ type: 'put-product', product });
  if (offer && isDue(OF_OFFER)) drafts.push({ type: 'put-offer', offer });
  if (onHand !== null && isDue(['stock'])) drafts.push({ type: 'set-stock', productId: product.id, onHand });
  if (isPaused && isDue(['hold'])) drafts.push({ type: 'pause', productId: product.id });
  return drafts;
}

/** The commands that end the example: its products go, a real session begins, its rooms lose their mark. Products of one's own stay. */
export function endExample({ products, rooms }: Pick<StallState, 'products' | 'rooms'>): Draft[] {
  return [
    ...products.flatMap(({ id, synthetic }): Draft[] => (synthetic ? [{ type: 'remove-product', productId: id }] : [])),
    { type: 'start-session', session: {} },
    ...rooms.flatMap(({ id, title, commerce, synthetic }): Draft[] =>
      synthetic ? [{ type: 'put-room', room: { id, title, commerce } }] : [],
    ),
  ];
}
