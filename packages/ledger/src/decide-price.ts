import type { CommandOf, Money, Offer } from '@stallcast/protocol';
import type { Edit } from './edit.js';
import { currentSession, type Model } from './model.js';
import { findOffer, writeOffer } from './offers.js';
import { refuse, unknownProduct, unknownRoom, type Refusal } from './outcome.js';

/** Keeps a price back (待开价). A flash price goes with it, since it would give the price away. */
export function hidePrice(edit: Edit, { productId, room }: CommandOf<'hide-price'>): Refusal | null {
  const refusal = refusalOfPlace(edit.model, productId, room);
  if (refusal) return refusal;
  const { flash: _, ...offer } = ownOffer(edit.model, productId, room);
  writeOffer(edit, { ...offer, price: null });
  return null;
}

export function openPrice(edit: Edit, { productId, room, price }: CommandOf<'open-price'>): Refusal | null {
  const refusal = refusalOfPlace(edit.model, productId, room) ?? refusalOfCurrency(edit.model, price);
  if (refusal) return refusal;
  writeOffer(edit, { ...ownOffer(edit.model, productId, room), price });
  return null;
}

/** Starts a flash sale. Its deadline does not move: a running one is ended first. */
export function startFlash(edit: Edit, command: CommandOf<'start-flash'>): Refusal | null {
  const { productId, room, price, endsAt, allocated } = command;
  const { at, now } = edit.turn;
  const refusal = refusalOfPlace(edit.model, productId, room) ?? refusalOfCurrency(edit.model, price);
  if (refusal) return refusal;

  const offer = ownOffer(edit.model, productId, room);
  if (offer.price === null) {
    return refuse(
      409,
      'price-hidden',
      `"${productId}" has no open price to be cheaper than: open the price first.`,
      '这个商品还没有开价，请先开价，再开始秒杀。',
    );
  }
  if (offer.flash && Date.parse(offer.flash.endsAt) > now) {
    return refuse(
      409,
      'flash-running',
      `A flash sale of "${productId}" runs until ${offer.flash.endsAt} and its deadline does not move: end it first.`,
      '秒杀正在进行，结束时间不能改，请先结束这一场。',
    );
  }
  if (Date.parse(endsAt) <= now) {
    return refuse(
      422,
      'flash-in-the-past',
      `The flash sale would end at ${endsAt}, which is past: choose a later end.`,
      '秒杀的结束时间已经过去，请改一个更晚的时间。',
    );
  }
  writeOffer(edit, { ...offer, flash: { price, startsAt: at, endsAt, ...(allocated !== undefined && { allocated }) } });
  return null;
}

export function endFlash(edit: Edit, { productId, room }: CommandOf<'end-flash'>): Refusal | null {
  const refusal = refusalOfPlace(edit.model, productId, room);
  if (refusal) return refusal;
  const { flash, ...offer } = ownOffer(edit.model, productId, room);
  if (!flash) {
    return refuse(
      409,
      'no-flash',
      `No flash sale of "${productId}" is on: there is nothing to end.`,
      '这个商品没有秒杀，无需结束。',
    );
  }
  writeOffer(edit, offer);
  return null;
}

/** A stall has one currency: an amount in another is refused. */
export function refusalOfCurrency(model: Model, ...amounts: (Money | null | undefined)[]): Refusal | null {
  const { currency } = currentSession(model);
  const told = amounts.filter((amount): amount is Money => Boolean(amount));
  const expected = currency ?? (told[0] && { code: told[0].currency, exponent: told[0].exponent });
  const foreign = told.find((amount) => amount.currency !== expected?.code || amount.exponent !== expected.exponent);
  if (!foreign || !expected) return null;
  return refuse(
    409,
    'foreign-currency',
    `This stall sells in ${expected.code} with ${expected.exponent} decimals, not in ${foreign.currency} with ${foreign.exponent}: give the amount in ${expected.code}.`,
    `本摊位以 ${expected.code} 计价，不能用 ${foreign.currency}，请改成 ${expected.code} 的金额。`,
  );
}

function refusalOfPlace(model: Model, productId: string, room: string | undefined): Refusal | null {
  if (!model.tables.product.has(productId)) return unknownProduct(productId);
  return room !== undefined && !model.tables.room.has(room) ? unknownRoom(room) : null;
}

/** The offer to change for a place: its own, else one made after the stall's, else a bare one. */
export function ownOffer(model: Model, productId: string, room: string | undefined): Offer {
  const own = findOffer(model, productId, room);
  if (own) return own;
  const synthetic = model.tables.product.get(productId)?.value.synthetic;
  const bare: Offer = { id: freeId(model, productId), productId, price: null, ...(synthetic && { synthetic }) };
  if (room === undefined) return bare;
  const stalls = findOffer(model, productId, undefined) ?? bare;
  return { ...stalls, id: freeId(model, `${productId}@${room}`), room };
}

function freeId(model: Model, wish: string): string {
  const start = wish.slice(0, 110);
  for (let i = 1; ; i++) {
    const id = i === 1 ? start : `${start}-${i}`;
    if (!model.tables.offer.has(id)) return id;
  }
}
