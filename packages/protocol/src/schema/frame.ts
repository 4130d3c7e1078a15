import * as v from 'valibot';
import { KEPT_ORDERS } from '../state.js';
import { alertSchema } from './alert.js';
import { offerSchema } from './offer.js';
import { orderSchema } from './order.js';
import { productSchema } from './product.js';
import { announcementSchema, featuredSchema, roomSchema, sessionSchema, totalsSchema } from './session.js';
import { stockSchema } from './stock.js';
import { idSchema, timeSchema } from './text.js';

/** The value of each kind of put. */
export const KIND_SCHEMAS = {
  session: sessionSchema,
  room: roomSchema,
  product: productSchema,
  offer: offerSchema,
  stock: stockSchema,
  order: orderSchema,
  totals: totalsSchema,
  featured: featuredSchema,
  announcement: announcementSchema,
  alert: alertSchema,
} as const;

const offsetSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** An order's id is its source and its number there, an alert's may be longer still. */
const keySchema = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

const headEntries = {
  v: v.literal(1),
  stall: idSchema,
  epoch: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{1,64}$/, 'a ULID')),
  offset: offsetSchema,
  at: timeSchema,
};

function putSchema<const K extends string, const S extends v.GenericSchema>(kind: K, value: S) {
  return v.object({ kind: v.literal(kind), id: keySchema, version: offsetSchema, value });
}

const removalSchema = v.object({
  kind: v.picklist(Object.keys(KIND_SCHEMAS)),
  id: keySchema,
  version: offsetSchema,
  removed: v.literal(true),
});

const putsSchema = v.array(
  v.union([
    removalSchema,
    ...Object.entries(KIND_SCHEMAS).map(([kind, value]) => putSchema(kind, value as v.GenericSchema)),
  ]),
);

function scoped<const S extends v.GenericSchema>(value: S) {
  return v.object({ stall: v.nullable(value), rooms: v.record(idSchema, value) });
}

export const stateSchema = v.object({
  session: v.nullable(sessionSchema),
  rooms: v.array(roomSchema),
  products: v.array(productSchema),
  offers: v.array(offerSchema),
  stocks: v.array(stockSchema),
  orders: v.pipe(v.array(orderSchema), v.maxLength(KEPT_ORDERS)),
  totals: scoped(totalsSchema),
  featured: scoped(featuredSchema),
  announcements: scoped(announcementSchema),
  alerts: v.exactOptional(v.array(alertSchema)),
});

const singleFrames = [
  v.object({ ...headEntries, type: v.literal('snapshot'), state: stateSchema }),
  v.object({ ...headEntries, type: v.literal('change'), prev: offsetSchema, puts: putsSchema }),
  v.object({ ...headEntries, type: v.literal('ping'), prev: offsetSchema }),
] as const;

/** What goes over a wire as one message. What a reader has to leave alone, kinds and types of the future, is not in it. */
export const frameSchema = v.variant('type', [
  ...singleFrames,
  v.object({ v: v.literal(1), type: v.literal('batch'), frames: v.array(v.variant('type', [...singleFrames])) }),
]);
