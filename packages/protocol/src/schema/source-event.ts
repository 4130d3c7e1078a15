import * as v from 'valibot';
import { priceSchema } from './money.js';
import { cancelReasonSchema, MAX_LINES, maskSchema, orderStatusSchema, qtySchema, regionSchema } from './order.js';
import { MAX_COUNT, stockBasisSchema, stockPolicySchema } from './stock.js';
import { idSchema, integerSchema, syntheticSchema, timeSchema } from './text.js';

const refSchema = v.object({
  id: v.exactOptional(idSchema),
  variantId: v.exactOptional(idSchema),
  inventoryItemId: v.exactOptional(idSchema),
  sku: v.exactOptional(idSchema),
});

const headEntries = {
  eventId: idSchema,
  source: idSchema,
  sourceVersion: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  room: v.exactOptional(idSchema),
  synthetic: syntheticSchema,
};

export const orderEventSchema = v.object({
  ...headEntries,
  type: v.literal('order'),
  orderId: idSchema,
  status: v.exactOptional(orderStatusSchema),
  reason: v.exactOptional(cancelReasonSchema),
  lines: v.exactOptional(
    v.pipe(
      v.array(v.object({ ref: refSchema, qty: qtySchema, amount: v.exactOptional(priceSchema) })),
      v.maxLength(MAX_LINES),
    ),
  ),
  total: v.exactOptional(priceSchema),
  refunded: v.exactOptional(priceSchema),
  buyer: v.exactOptional(v.object({ mask: maskSchema })),
  region: v.exactOptional(regionSchema),
  occurredAt: v.exactOptional(timeSchema),
});

export const stockEventSchema = v.object({
  ...headEntries,
  type: v.literal('stock'),
  ref: refSchema,
  location: v.exactOptional(idSchema),
  available: v.nullable(integerSchema(-MAX_COUNT, MAX_COUNT)),
  basis: stockBasisSchema,
  policy: v.exactOptional(stockPolicySchema),
  observedAt: timeSchema,
  ttlMs: integerSchema(1, 31_536_000_000),
});

/** A shop's message in Stallcast's words. */
export const sourceEventSchema = v.variant('type', [orderEventSchema, stockEventSchema]);
