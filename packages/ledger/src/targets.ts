import { STALL_SCOPE, type Command, type CommandOf, type CommandType } from '@stallcast/protocol';
import { messageId } from './alerts.js';
import type { Cell } from './cell.js';
import { ownOffer } from './decide-price.js';
import { currentSession, stockKey, type Model } from './model.js';
import { findOffer } from './offers.js';
import { roomsOf } from './rooms.js';
import { isSame } from './same.js';

/** One cell that a command sets. */
export interface Target {
  cell: Cell;
  /** What stands is what the command wants, or the command is refused for a reason of its own. */
  isMet(): boolean;
}

type Targets<T extends CommandType> = (model: Model, command: CommandOf<T>) => Target[];

/** The session that was on says which goals and stocks a command means. */
const SESSION: Target = { cell: ['session'], isMet: () => false };
const NONE = (): Target[] => [];

const TARGETS: { [T in CommandType]: Targets<T> } = {
  'put-room': ({ tables }, { room: { panic, ...room }, synthetic }) => {
    // What goes off the air goes off the air.
    if (panic) return [];
    const wanted = { ...room, ...(synthetic && { synthetic }) };
    const value = (): Target[] => [
      { cell: ['room', room.id], isMet: () => isSame(tables.room.get(room.id)?.value, wanted) },
    ];
    return panic === undefined ? value() : [...value(), offAir(room.id, tables.room.get(room.id)?.panic)];
  },
  'remove-room': ({ tables }, { roomId }) => [{ cell: ['room', roomId], isMet: () => !tables.room.has(roomId) }],
  'put-product': ({ tables }, { product, synthetic }) => {
    const wanted = { ...product, ...(synthetic && { synthetic }) };
    return [{ cell: ['product', product.id], isMet: () => isSame(tables.product.get(product.id)?.value, wanted) }];
  },
  'remove-product': ({ tables }, { productId }) => [
    { cell: ['product', productId], isMet: () => !tables.product.has(productId) },
  ],
  'put-offer': (model, { offer, synthetic }) => {
    const wanted = { ...offer, ...(synthetic && { synthetic }) };
    // The offer that the place has makes way, whatever its id.
    const ids = new Set([offer.id, findOffer(model, offer.productId, offer.room)?.id ?? offer.id]);
    return [...ids].map((id) => ({
      cell: ['offer', id],
      isMet: () => isSame(model.tables.offer.get(id)?.value, wanted),
    }));
  },
  feature: (model, { productIds, room }) => featured(model, room, (ids) => isSame(ids, [...new Set(productIds)])),
  unfeature: (model, { room }) => featured(model, room, (ids) => ids.length === 0),
  'next-in-run': (model, { room }) => featured(model, room, () => false),
  'bring-back': (model, { productId, room }) => [
    hold(model, productId),
    ...featured(model, room, (ids) => isSame(ids, [productId])),
  ],
  'hide-price': (model, { productId, room }) =>
    prices(model, productId, room, (offer) => !offer || (offer.price === null && !offer.flash)),
  'open-price': (model, { productId, room, price }) =>
    prices(model, productId, room, (offer) => isSame(offer?.price, price)),
  // A flash sale that runs, or that is over, is a reason of its own.
  'start-flash': (model, { productId, room }) => prices(model, productId, room, (offer) => Boolean(offer?.flash)),
  'end-flash': (model, { productId, room }) => prices(model, productId, room, (offer) => !offer?.flash),
  'set-stock': (model, { productId, onHand, basis }) => {
    const key = stockKey(currentSession(model), productId);
    const isMet = (): boolean => {
      const record = model.tables.stock.get(key);
      if (!record || record.onHand === null) return false;
      const isBasis = basis === undefined || basis === record.basis;
      return isBasis && record.onHand - record.reserved - record.sold === onHand;
    };
    return [SESSION, { cell: ['on-hand', key], isMet }];
  },
  allocate: (model, { productId, room, quantity }) => {
    const key = stockKey(currentSession(model), productId);
    const standing = () => model.tables.stock.get(key)?.quotas.find((quota) => quota.room === room)?.quantity ?? 0;
    return [SESSION, { cell: ['quota', key, room], isMet: () => standing() === quantity }];
  },
  resume: (model, { productId }) => [SESSION, hold(model, productId)],
  'set-goal': (model, { goal, room }) => {
    const { id, goals } = currentSession(model).value;
    const wanted = { ...goal, scope: room ?? goal.scope };
    const isMet = () =>
      isSame(
        goals.find((one) => one.id === goal.id),
        wanted,
      );
    return [SESSION, { cell: ['goal', id, goal.id], isMet }];
  },
  announce: ({ tables }, { room = STALL_SCOPE, text }) => [
    { cell: ['announcement', room], isMet: () => tables.announcement.get(room)?.text === text },
  ],
  'clear-announcement': ({ tables }, { room = STALL_SCOPE }) => [
    { cell: ['announcement', room], isMet: () => !tables.announcement.has(room) },
  ],
  message: ({ tables }, { room = STALL_SCOPE, text }) => [
    { cell: ['message', room], isMet: () => tables.alert.get(messageId(room))?.value.detail['text'] === text },
  ],
  'clear-message': ({ tables }, { room = STALL_SCOPE }) => [
    { cell: ['message', room], isMet: () => !tables.alert.has(messageId(room)) },
  ],
  panic: (model, { on, room }) => (on ? [] : roomsOf(model, room).map(({ value, panic }) => offAir(value.id, panic))),
  'start-session': () => [SESSION],
  'end-session': () => [SESSION],
  // What makes safe is never refused: whoever presses it is right, whatever they have seen.
  'sold-out': NONE,
  pause: NONE,
  // It adds to whatever stands.
  'adjust-stock': NONE,
  // Facts about an order, which the ledger weighs by their versions.
  'record-order': NONE,
  'cancel-order': NONE,
  // It is done only while what it takes back stands.
  undo: NONE,
};

/** The cells that a command sets, with whether it would change them. */
export function targetsOf(model: Model, command: Command): Target[] {
  return (TARGETS[command.type] as Targets<CommandType>)(model, command);
}

function offAir(room: string, panic: boolean | undefined): Target {
  return { cell: ['panic', room], isMet: () => panic !== true };
}

function hold(model: Model, productId: string): Target {
  const key = stockKey(currentSession(model), productId);
  return { cell: ['hold', key], isMet: () => (model.tables.stock.get(key)?.hold ?? 'none') === 'none' };
}

/**
 * What a room features of its own, and where it has nothing of its own, what it shows of the stall's; of the stall also the
 * rooms that have put it away, where it would be shown again.
 */
function featured(
  { tables }: Model,
  room: string | undefined,
  isWanted: (ids: readonly string[]) => boolean,
): Target[] {
  const shown = tables.featured.get(room ?? STALL_SCOPE) ?? tables.featured.get(STALL_SCOPE) ?? [];
  const target = (scope: string, ids: readonly string[]): Target => ({
    cell: ['featured', scope],
    isMet: () => isWanted(ids),
  });
  if (room !== undefined) {
    const scopes = tables.featured.has(room) ? [room] : [room, STALL_SCOPE];
    return scopes.map((scope) => target(scope, shown));
  }
  const putAway = [...tables.featured].filter(([scope, ids]) => scope !== STALL_SCOPE && ids.length === 0);
  return [target(STALL_SCOPE, shown), ...putAway.map(([scope, ids]) => target(scope, ids))];
}

/** A place's own offer, and where it has none, the stall's, after which one is made. A price and its flash sale belong together. */
function prices(
  model: Model,
  productId: string,
  room: string | undefined,
  isWanted: (offer: ReturnType<typeof findOffer>) => boolean,
): Target[] {
  const own = findOffer(model, productId, room);
  const stalls = findOffer(model, productId, undefined);
  const shown = own ?? stalls;
  const ids = [ownOffer(model, productId, room).id, ...(own || !stalls ? [] : [stalls.id])];
  return ids.map((id) => ({ cell: ['offer', id], isMet: () => isWanted(shown) }));
}
