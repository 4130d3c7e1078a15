import * as v from 'valibot';
import { syntheticSchema, timeSchema } from './text.js';

const lineSchema = v.pipe(v.string(), v.maxLength(300));

export const alertSchema = v.object({
  id: v.pipe(lineSchema, v.minLength(1)),
  at: timeSchema,
  code: v.picklist([
    'oversold',
    'unlisted-product',
    'foreign-currency',
    'unusual-transition',
    'stock-from-wrong-side',
    'late-order',
    'message',
  ]),
  subject: lineSchema,
  detail: v.record(v.string(), v.union([lineSchema, v.pipe(v.number(), v.safeInteger())])),
  synthetic: syntheticSchema,
});
