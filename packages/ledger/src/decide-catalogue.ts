import { STALL_SCOPE, type CommandOf } from '@stallcast/protocol';
import { messageId } from './alerts.js';
import type { Edit } from './edit.js';
import { currentSession, stockKey } from './model.js';
import { refuse, unknownProduct, unknownRoom, type Refusal } from './outcome.js';
import { refusalOfCurrency } from './decide-price.js';
import { findOffer, writeOffer } from './offers.js';
import { findRival } from './product-refs.js';
import { reopenOrders } from './reopen-orders.js';

export function putRoom(edit: Edit, { room, synthetic }: CommandOf<'put-room'>): Refusal | null {
  const { panic, ...value } = room;
  const existing = edit.model.tables.room.get(room.id);
  edit.write(['room', room.id], {
    rank: existing?.rank ?? edit.turn.offset,
    value: { ...value, ...(synthetic && { synthetic }) },
    panic: panic ?? existing?.panic ?? false,
  });
  if (existing && panic !== undefined && panic !== existing.panic) edit.write(['panic', room.id], panic);
  return null;
}

/** Removes a room and what it had of its own. Its orders stay in the stall's totals. */
export function removeRoom(edit: Edit, { roomId }: CommandOf<'remove-room'>): Refusal | null {
  const { tables } = edit.model;
  if (!tables.room.has(roomId)) return unknownRoom(roomId);
  if (tables.room.size === 1) {
    return refuse(
      409,
      'last-room',
      `"${roomId}" is the stall's only room and a stall has at least one: put another room first.`,
      '这是唯一的直播间，至少要保留一个，请先添加另一个。',
    );
  }
  for (const [id, { value }] of [...tables.offer]) if (value.room === roomId) edit.write(['offer', id], null);
  if (tables.featured.has(roomId)) edit.write(['featured', roomId], null);
  if (tables.announcement.has(roomId)) edit.write(['announcement', roomId], null);
  if (tables.alert.has(messageId(roomId))) edit.write(['message', roomId], null);
  const session = currentSession(edit.model);
  for (const { productId, quotas } of [...tables.stock.values()]) {
    const key = stockKey(session, productId);
    if (tables.stock.has(key) && quotas.some(({ room }) => room === roomId)) edit.write(['quota', key, roomId], null);
  }
  edit.write(['room', roomId], null);
  return null;
}

export function putProduct(edit: Edit, { product, synthetic }: CommandOf<'put-product'>): Refusal | null {
  if (product.presale && product.stockFrom !== 'ledger') {
    return refuse(
      409,
      'presale-of-a-source',
      `The stock of "${product.id}" is counted by ${product.stockFrom}, which has its own presale: put the product with stockFrom "ledger", or without presale.`,
      `这个商品的库存以 ${product.stockFrom} 为准，预售请到那边设置，或把库存改为由本摊位管理。`,
    );
  }
  const rival = findRival(edit.model, product);
  if (rival) {
    const { source, id, variantId } = rival.entry;
    const name = `${source} ${id}${variantId === undefined ? '' : `/${variantId}`}`;
    return refuse(
      409,
      'source-taken',
      `The product "${rival.productId}" is already listed as ${name}: take that source away from one of the two.`,
      `${name} 已经对应商品“${rival.productId}”，一个店铺商品只能对应一个，请先改掉其中一个。`,
    );
  }
  const rank = edit.model.tables.product.get(product.id)?.rank ?? edit.turn.offset;
  edit.write(['product', product.id], { rank, value: { ...product, ...(synthetic && { synthetic }) } });
  reopenOrders(edit);
  return null;
}

/** Removes a product with its offers. Orders and the stock's figures are kept, in case it comes back. */
export function removeProduct(edit: Edit, { productId }: CommandOf<'remove-product'>): Refusal | null {
  const { tables } = edit.model;
  if (!tables.product.has(productId)) return unknownProduct(productId);
  for (const [scope, ids] of [...tables.featured]) {
    if (!ids.includes(productId)) continue;
    const others = ids.filter((id) => id !== productId);
    edit.write(['featured', scope], others.length > 0 ? others : null);
  }
  for (const [id, { value }] of [...tables.offer]) {
    if (value.productId === productId) edit.write(['offer', id], null);
  }
  edit.write(['product', productId], null);
  return null;
}

/** Puts an offer. A product has one offer for the stall and one for each room, so an earlier one makes way. */
export function putOffer(edit: Edit, { offer, synthetic }: CommandOf<'put-offer'>): Refusal | null {
  const { tables } = edit.model;
  if (!tables.product.has(offer.productId)) return unknownProduct(offer.productId);
  if (offer.room !== undefined && !tables.room.has(offer.room)) return unknownRoom(offer.room);
  if (offer.flash && Date.parse(offer.flash.endsAt) <= Date.parse(offer.flash.startsAt)) {
    return refuse(
      422,
      'flash-without-time',
      `The flash sale ends at ${offer.flash.endsAt}, not after its start: choose a later end.`,
      '秒杀的结束时间不晚于开始时间，请改一个更晚的时间。',
    );
  }
  const refusal = refusalOfCurrency(edit.model, offer.price, offer.compareAt?.price, offer.flash?.price);
  if (refusal) return refusal;

  const earlier = findOffer(edit.model, offer.productId, offer.room);
  if (earlier && earlier.id !== offer.id) edit.write(['offer', earlier.id], null);
  writeOffer(edit, { ...offer, ...(synthetic && { synthetic }) });
  return null;
}

/** The scope of a command: a room that is there, or the stall. */
export function scopeOf(edit: Edit, room: string | undefined): { scope: string } | { refusal: Refusal } {
  if (room === undefined) return { scope: STALL_SCOPE };
  return edit.model.tables.room.has(room) ? { scope: room } : { refusal: unknownRoom(room) };
}
