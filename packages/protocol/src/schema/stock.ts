import * as v from 'valibot';
import { idSchema, integerSchema, syntheticSchema, timeSchema } from './text.js';

/** The largest count of pieces. */
export const MAX_COUNT = 1_000_000_000;

const countSchema = integerSchema(0, MAX_COUNT);

export const stockBasisSchema = v.picklist(['exact', 'at-least', 'threshold', 'boolean', 'manual']);
export const stockPolicySchema = v.picklist(['deny', 'backorder', 'presale']);

/** What a workshop makes a day. */
export const perDaySchema = integerSchema(1, 1_000_000);

export const stockSchema = v.object({
  productId: idSchema,
  stockFrom: idSchema,
  onHand: v.nullable(integerSchema(-MAX_COUNT, MAX_COUNT)),
  reserved: v.nullable(countSchema),
  sold: v.nullable(countSchema),
  sellable: v.nullable(countSchema),
  oversold: countSchema,
  quotas: v.array(v.object({ room: idSchema, quantity: countSchema, sellable: countSchema })),
  hold: v.picklist(['none', 'paused', 'sold-out']),
  basis: stockBasisSchema,
  policy: stockPolicySchema,
  capacity: v.exactOptional(v.object({ perDay: perDaySchema, queue: countSchema, promisedBy: timeSchema })),
  observedAt: timeSchema,
  ttlMs: v.nullable(countSchema),
  synthetic: syntheticSchema,
});
