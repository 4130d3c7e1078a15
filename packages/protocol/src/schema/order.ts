import * as v from 'valibot';
import { priceSchema } from './money.js';
import { idSchema, integerSchema, syntheticSchema, textSchema, timeSchema, titleSchema } from './text.js';

/** How many lines an order may have. */
export const MAX_LINES = 500;

export const orderStatusSchema = v.picklist(['placed', 'paid', 'partially-refunded', 'refunded', 'cancelled']);

export const cancelReasonSchema = v.picklist([
  'unpaid-timeout',
  'buyer',
  'oversell',
  'capacity',
  'quality',
  'weather',
  'other',
]);

export const qtySchema = integerSchema(1, 1_000_000);
export const maskSchema = titleSchema(64);
export const regionSchema = v.object({ level: v.picklist(['country', 'province']), name: textSchema(100) });

export const orderLinesSchema = v.pipe(
  v.array(v.object({ productId: v.nullable(idSchema), qty: qtySchema, amount: v.exactOptional(priceSchema) })),
  v.maxLength(MAX_LINES),
);

export const orderSchema = v.object({
  // The source's name, a colon and the shop's id.
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(257)),
  orderId: idSchema,
  lines: orderLinesSchema,
  room: idSchema,
  status: orderStatusSchema,
  reason: v.exactOptional(cancelReasonSchema),
  buyer: v.object({ mask: maskSchema }),
  region: v.exactOptional(regionSchema),
  total: v.exactOptional(priceSchema),
  refunded: v.exactOptional(priceSchema),
  occurredAt: timeSchema,
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  operatorOnly: v.exactOptional(v.picklist(['unlisted', 'currency'])),
  synthetic: syntheticSchema,
});
