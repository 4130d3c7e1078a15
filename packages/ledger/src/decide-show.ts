import { STALL_SCOPE, type CommandOf } from '@stallcast/protocol';
import { messageId } from './alerts.js';
import { scopeOf } from './decide-catalogue.js';
import { holdStock } from './decide-stock.js';
import type { Edit } from './edit.js';
import { currentSession, stockKey, syntheticMark } from './model.js';
import { refuse, unknownProduct, unknownRoom, type Refusal } from './outcome.js';
import { roomsOf } from './rooms.js';

export function feature(edit: Edit, { productIds, room }: CommandOf<'feature'>): Refusal | null {
  const stranger = productIds.find((id) => !edit.model.tables.product.has(id));
  if (stranger !== undefined) return unknownProduct(stranger);
  const refusal = refusalToSell(edit, room);
  if (refusal) return refusal;
  writeFeatured(edit, room ?? STALL_SCOPE, [...new Set(productIds)]);
  return null;
}

/** Features nothing any more. In a room that hides what the stall features, until the stall features again. */
export function unfeature(edit: Edit, { room }: CommandOf<'unfeature'>): Refusal | null {
  const place = scopeOf(edit, room);
  if ('refusal' in place) return place.refusal;
  const hides = room !== undefined && edit.model.tables.featured.has(STALL_SCOPE);
  edit.write(['featured', place.scope], hides ? [] : null);
  return null;
}

/** Ends a hold and features the product. */
export function bringBack(edit: Edit, { productId, room }: CommandOf<'bring-back'>): Refusal | null {
  if (!edit.model.tables.product.has(productId)) return unknownProduct(productId);
  const refusal = refusalToSell(edit, room) ?? holdStock(edit, productId, 'none');
  if (refusal) return refusal;
  writeFeatured(edit, room ?? STALL_SCOPE, [productId]);
  return null;
}

/** Features the next product of the run, and after the last the first. Products on hold are passed over. */
export function nextInRun(edit: Edit, { room }: CommandOf<'next-in-run'>): Refusal | null {
  const refusal = refusalToSell(edit, room);
  if (refusal) return refusal;
  const { tables } = edit.model;
  const session = currentSession(edit.model);
  const run = [...tables.product.values()]
    .map(({ value, rank }) => ({ id: value.id, order: value.run?.order, linkNo: value.linkNo ?? Infinity, rank }))
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || a.linkNo - b.linkNo || a.rank - b.rank);
  const planned = run.some(({ order }) => order !== undefined) ? run.filter(({ order }) => order !== undefined) : run;
  const shown = tables.featured.get(room ?? STALL_SCOPE) ?? tables.featured.get(STALL_SCOPE) ?? [];
  const last = planned.reduce((found, { id }, index) => (shown.includes(id) ? index : found), -1);
  const coming = [...planned.slice(last + 1), ...planned.slice(0, last + 1)];
  const next = coming.find(({ id }) => (tables.stock.get(stockKey(session, id))?.hold ?? 'none') === 'none');
  if (!next) {
    return refuse(
      409,
      'nothing-in-run',
      'Every product is paused or sold out, or there is none: put or resume one first.',
      '没有可讲解的商品，都已暂停、售罄或尚未添加，请先添加或恢复一个。',
    );
  }
  writeFeatured(edit, room ?? STALL_SCOPE, [next.id]);
  return null;
}

export function announce(edit: Edit, { text, ttlMs, room }: CommandOf<'announce'>): Refusal | null {
  const place = scopeOf(edit, room);
  if ('refusal' in place) return place.refusal;
  const { at, now } = edit.turn;
  const until = ttlMs === undefined ? {} : { until: new Date(now + ttlMs).toISOString() };
  edit.write(['announcement', place.scope], { text, at, ...until, ...syntheticMark(edit.model) });
  return null;
}

export function clearAnnouncement(edit: Edit, { room }: CommandOf<'clear-announcement'>): Refusal | null {
  const place = scopeOf(edit, room);
  if ('refusal' in place) return place.refusal;
  edit.write(['announcement', place.scope], null);
  return null;
}

/** Tells the host something that no viewer sees. A scope has one message: the next replaces it. */
export function message(edit: Edit, { text, ttlMs, room }: CommandOf<'message'>): Refusal | null {
  const place = scopeOf(edit, room);
  if ('refusal' in place) return place.refusal;
  const { scope } = place;
  const { at, now } = edit.turn;
  const until = ttlMs === undefined ? {} : { until: new Date(now + ttlMs).toISOString() };
  const mark = syntheticMark(edit.model);
  edit.write(['message', scope], {
    id: messageId(scope),
    at,
    code: 'message',
    subject: scope,
    detail: { text, ...until },
    ...mark,
  });
  return null;
}

export function clearMessage(edit: Edit, { room }: CommandOf<'clear-message'>): Refusal | null {
  const place = scopeOf(edit, room);
  if ('refusal' in place) return place.refusal;
  edit.write(['message', place.scope], null);
  return null;
}

/** Takes a room, or all, off the air and back on. */
export function panic(edit: Edit, { on, room }: CommandOf<'panic'>): Refusal | null {
  const rooms = roomsOf(edit.model, room);
  if (rooms.length === 0 && room !== undefined) return unknownRoom(room);
  for (const { value } of rooms) edit.write(['panic', value.id], on);
  return null;
}

function writeFeatured(edit: Edit, scope: string, ids: string[]): void {
  edit.write(['featured', scope], ids);
  if (scope !== STALL_SCOPE) return;
  // A room had put away what the stall featured before; this is something else.
  for (const [room, shown] of [...edit.model.tables.featured]) {
    if (room !== STALL_SCOPE && shown.length === 0) edit.write(['featured', room], null);
  }
}

function refusalToSell(edit: Edit, room: string | undefined): Refusal | null {
  if (room === undefined) return null;
  const there = edit.model.tables.room.get(room);
  if (!there) return unknownRoom(room);
  if (there.value.commerce) return null;
  return refuse(
    409,
    'room-without-commerce',
    `The room "${room}" sells nothing, so nothing can be featured there: choose a room with commerce.`,
    `直播间“${room}”不带货，不能讲解商品，请换一个带货的直播间。`,
  );
}
