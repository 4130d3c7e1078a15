import * as v from 'valibot';
import { priceSchema } from './money.js';
import { idSchema, integerSchema, syntheticSchema, textSchema, timeSchema, titleSchema } from './text.js';

export const offerSchema = v.object({
  id: idSchema,
  productId: idSchema,
  room: v.exactOptional(idSchema),
  price: v.nullable(priceSchema),
  compareAt: v.exactOptional(
    v.object({
      price: priceSchema,
      basis: v.picklist(['lowest-30d', 'list', 'market', 'usual']),
      evidence: v.exactOptional(textSchema(500)),
    }),
  ),
  limitPerBuyer: v.exactOptional(integerSchema(1, 1_000_000)),
  flash: v.exactOptional(
    v.object({
      price: priceSchema,
      startsAt: timeSchema,
      endsAt: timeSchema,
      allocated: v.exactOptional(integerSchema(1, 1_000_000)),
    }),
  ),
  coupon: v.exactOptional(v.object({ text: titleSchema(100), until: v.exactOptional(timeSchema) })),
  synthetic: syntheticSchema,
});
