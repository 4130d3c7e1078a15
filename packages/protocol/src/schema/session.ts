import * as v from 'valibot';
import { STALL_SCOPE } from '../state.js';
import { currencySchema, moneySchema } from './money.js';
import {
  idSchema,
  integerSchema,
  pageUrlSchema,
  syntheticSchema,
  textSchema,
  timeSchema,
  timeZoneSchema,
  titleSchema,
} from './text.js';

export const goalSchema = v.object({
  id: idSchema,
  metric: v.picklist(['orders', 'units', 'mass', 'net-amount']),
  target: integerSchema(1, 1_000_000_000_000_000),
  scope: idSchema,
  title: v.exactOptional(textSchema(100)),
});

const shareSchema = v.object({
  to: titleSchema(100),
  basis: v.picklist(['profit', 'revenue']),
  bps: integerSchema(0, 10_000),
  evidence: v.object({
    issuer: titleSchema(100),
    url: v.exactOptional(pageUrlSchema),
    asOf: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d/, 'a date such as 2026-07-01'), v.maxLength(40)),
  }),
});

const sellerSchema = v.object({ name: titleSchema(100), licence: v.exactOptional(textSchema(60)) });

/** The fields of a session, for the value and for the command that starts one. */
export const sessionEntries = {
  id: idSchema,
  tz: timeZoneSchema,
  currency: v.exactOptional(currencySchema),
  title: v.exactOptional(textSchema(200)),
  startsAt: timeSchema,
  sinceSeq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  goals: v.pipe(v.array(goalSchema), v.maxLength(50)),
  share: v.exactOptional(shareSchema),
  seller: v.exactOptional(sellerSchema),
  synthetic: syntheticSchema,
};

export const sessionSchema = v.object({ ...sessionEntries, endsAt: v.exactOptional(timeSchema) });

/** The id of a room; `stall` is the name of the scope above all rooms. */
export const roomIdSchema = v.pipe(
  idSchema,
  v.check((id) => id !== STALL_SCOPE, `another id than ${STALL_SCOPE}, which means the whole stall`),
  // Rooms are the keys of plain objects on the wire.
  v.check((id) => id !== '__proto__', 'another id than __proto__'),
);

export const roomSchema = v.object({
  id: roomIdSchema,
  title: titleSchema(200),
  commerce: v.boolean(),
  panic: v.boolean(),
  synthetic: syntheticSchema,
});

const sumSchema = v.pipe(v.number(), v.safeInteger());
const ordersSchema = v.pipe(sumSchema, v.minValue(0));

const MAX_STEPS = 24;

const timelineSchema = v.object({
  from: timeSchema,
  stepMs: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  orders: v.pipe(v.array(sumSchema), v.maxLength(MAX_STEPS)),
  net: v.pipe(v.array(sumSchema), v.maxLength(MAX_STEPS)),
});

export const totalsSchema = v.object({
  gross: moneySchema,
  cancelled: moneySchema,
  refunded: moneySchema,
  net: moneySchema,
  paidOrders: ordersSchema,
  netOrders: ordersSchema,
  units: sumSchema,
  massG: sumSchema,
  timeline: v.exactOptional(timelineSchema),
  synthetic: syntheticSchema,
});

export const announcementTextSchema = titleSchema(280);

export const announcementSchema = v.object({
  text: announcementTextSchema,
  at: timeSchema,
  until: v.exactOptional(timeSchema),
  synthetic: syntheticSchema,
});

export const featuredSchema = v.pipe(v.array(idSchema), v.maxLength(3));
