import { STALL_SCOPE, type Change, type Kind, type Put, type Snapshot, type StallState } from '@stallcast/protocol';
import type { StallReading } from './stall-reading.js';

/** What a reading is to a store. */
export type Difference =
  { type: 'snapshot'; snapshot: Snapshot } | { type: 'change'; change: Change } | { type: 'none' };

/** Turns readings, each whole, into a snapshot and the changes after it. */
export interface Differ {
  /** `askedAt` is when it was asked for, ms since 1970: nothing older is in it. */
  take(reading: StallReading, askedAt: number, now: number): Difference;
}

export interface DifferOptions {
  stall: string;
  /** The life of the log that is numbered here, from 1. */
  epoch: string;
  /** The id of the one room. */
  room: string;
}

type Values = ReadonlyMap<string, { kind: Kind; id: string; value: unknown; text: string }>;

/**
 * Creates a differ that has read nothing.
 *
 * A stock keeps its time of observation while its figures stay, so that a reading that says nothing new is no change.
 */
export function createDiffer({ stall, epoch, room }: DifferOptions): Differ {
  let offset = 0;
  let state: StallState | null = null;
  let known: Values = new Map();

  return {
    take(reading, askedAt, now) {
      const at = new Date(now).toISOString();
      const before = state;
      const next = stateOf(reading, new Date(askedAt).toISOString(), before, { epoch, room });
      const values = valuesOf(next);
      if (!before) {
        [offset, state, known] = [1, next, values];
        return { type: 'snapshot', snapshot: { stall, epoch, offset, at, state: next } };
      }
      const version = offset + 1;
      const puts: Put[] = [];
      for (const [key, { kind, id, value, text }] of values) {
        // The kinds and their values belong together by construction; a union does not say so.
        if (known.get(key)?.text !== text) puts.push({ kind, id, version, value } as Put);
      }
      for (const [key, { kind, id }] of known) if (!values.has(key)) puts.push({ kind, id, version, removed: true });
      if (puts.length === 0) return { type: 'none' };
      const change: Change = { stall, epoch, prev: offset, offset: version, at, puts };
      [offset, state, known] = [version, next, values];
      return { type: 'change', change };
    },
  };
}

function stateOf(
  { currency, products, offers, stocks, featured }: StallReading,
  at: string,
  before: StallState | null,
  { epoch, room }: { epoch: string; room: string },
): StallState {
  const observed = new Map(before?.stocks.map((stock) => [stock.productId, stock]));
  return {
    session: {
      id: epoch,
      tz: 'Asia/Shanghai',
      currency,
      startsAt: before?.session?.startsAt ?? at,
      sinceSeq: 0,
      goals: [],
    },
    rooms: [{ id: room, title: room, commerce: true, panic: false }],
    products: [...products],
    offers: [...offers],
    stocks: stocks.map((stock) => {
      const last = observed.get(stock.productId);
      const observedAt = last && sameFigures({ ...stock, observedAt: last.observedAt }, last) ? last.observedAt : at;
      return { ...stock, observedAt };
    }),
    orders: [],
    totals: { stall: null, rooms: {} },
    featured: { stall: featured.length > 0 ? [...featured] : null, rooms: {} },
    announcements: { stall: null, rooms: {} },
  };
}

function sameFigures(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function valuesOf(state: StallState): Values {
  const values = new Map<string, { kind: Kind; id: string; value: unknown; text: string }>();
  const add = (kind: Kind, id: string, value: unknown) =>
    values.set(`${kind} ${id}`, { kind, id, value, text: JSON.stringify(value) });
  if (state.session) add('session', STALL_SCOPE, state.session);
  for (const room of state.rooms) add('room', room.id, room);
  for (const product of state.products) add('product', product.id, product);
  for (const offer of state.offers) add('offer', offer.id, offer);
  for (const stock of state.stocks) add('stock', stock.productId, stock);
  if (state.featured.stall) add('featured', STALL_SCOPE, state.featured.stall);
  return values;
}
