import * as v from 'valibot';
import { priceSchema } from './money.js';
import { perDaySchema } from './stock.js';
import {
  daySchema,
  idSchema,
  integerSchema,
  pageUrlSchema,
  pictureUrlSchema,
  syntheticSchema,
  textSchema,
  timeSchema,
  titleSchema,
} from './text.js';

const hoursSchema = integerSchema(1, 8_760);

export const measureSchema = v.object({
  value: integerSchema(1, 1_000_000_000),
  unit: v.picklist(['g', 'ml', 'piece', 'slot']),
});

const mediaSchema = v.object({
  kind: v.literal('image'),
  url: pictureUrlSchema,
  alt: v.exactOptional(textSchema(200)),
});

const productSourceSchema = v.object({
  source: idSchema,
  id: idSchema,
  variantId: v.exactOptional(idSchema),
  inventoryItemId: v.exactOptional(idSchema),
  sku: v.exactOptional(idSchema),
});

const promiseSchema = v.variant('kind', [
  v.object({ kind: v.literal('ship-within'), hours: hoursSchema, cutOff: v.exactOptional(textSchema(40)) }),
  v.object({
    kind: v.literal('bad-fruit'),
    windowHours: hoursSchema,
    ratioBps: integerSchema(0, 10_000),
    cap: v.exactOptional(priceSchema),
  }),
  v.object({ kind: v.literal('return'), days: integerSchema(1, 365) }),
  v.object({ kind: v.literal('presale-ship'), by: timeSchema }),
]);

const translationsSchema = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a language tag such as en')),
    v.object({ title: v.exactOptional(textSchema(200)), spec: v.exactOptional(textSchema(100)) }),
  ),
  v.maxEntries(20),
);

const provenanceSchema = v.object({
  origin: titleSchema(100),
  farmer: v.exactOptional(textSchema(100)),
  lot: v.exactOptional(textSchema(60)),
  harvestedAt: v.exactOptional(daySchema),
  certificates: v.pipe(
    v.array(
      v.object({
        kind: v.pipe(idSchema, v.maxLength(60)),
        no: v.exactOptional(textSchema(80)),
        issuer: titleSchema(100),
        url: v.exactOptional(pageUrlSchema),
        validUntil: v.exactOptional(daySchema),
      }),
    ),
    v.maxLength(12),
  ),
  inspections: v.pipe(
    v.array(
      v.object({
        at: timeSchema,
        by: titleSchema(100),
        sample: integerSchema(1, 1_000_000),
        result: v.picklist(['pass', 'fail']),
        note: v.exactOptional(textSchema(200)),
      }),
    ),
    v.maxLength(12),
  ),
});

export const productSchema = v.object({
  id: idSchema,
  kind: v.picklist(['goods', 'ticket']),
  title: titleSchema(200),
  linkNo: v.exactOptional(integerSchema(1, 9_999)),
  media: v.pipe(v.array(mediaSchema), v.maxLength(20)),
  net: v.exactOptional(measureSchema),
  spec: v.exactOptional(textSchema(100)),
  saleUnit: v.exactOptional(v.picklist(['piece', 'portion', 'box', 'jar', 'bag', 'ticket'])),
  lowAt: v.exactOptional(integerSchema(0, 1_000_000)),
  promises: v.pipe(v.array(promiseSchema), v.maxLength(20)),
  sources: v.pipe(v.array(productSourceSchema), v.maxLength(100)),
  stockFrom: idSchema,
  presale: v.exactOptional(v.object({ perDay: perDaySchema, startsOn: v.exactOptional(daySchema) })),
  run: v.exactOptional(v.object({ order: integerSchema(0, 1_000_000) })),
  provenance: v.exactOptional(provenanceSchema),
  day: v.exactOptional(daySchema),
  translations: v.exactOptional(translationsSchema),
  synthetic: syntheticSchema,
});
