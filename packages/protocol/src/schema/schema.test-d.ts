import type * as v from 'valibot';
import type { Command, CommandOf, CommandType, KindValues, OrderEvent, SourceEvent, StockEvent } from '../index.js';
import type {
  alertSchema,
  announcementSchema,
  commandSchema,
  featuredSchema,
  offerSchema,
  orderEventSchema,
  orderSchema,
  productSchema,
  roomSchema,
  sessionSchema,
  sourceEventSchema,
  stockEventSchema,
  stockSchema,
  totalsSchema,
} from './index.js';

/** True when both types take exactly the same values. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Holds<T extends true> = T;
type Parsed<S extends v.GenericSchema> = v.InferOutput<S>;

interface Values {
  session: Parsed<typeof sessionSchema>;
  room: Parsed<typeof roomSchema>;
  product: Parsed<typeof productSchema>;
  offer: Parsed<typeof offerSchema>;
  stock: Parsed<typeof stockSchema>;
  order: Parsed<typeof orderSchema>;
  totals: Parsed<typeof totalsSchema>;
  featured: Parsed<typeof featuredSchema>;
  announcement: Parsed<typeof announcementSchema>;
  alert: Parsed<typeof alertSchema>;
}

type ParsedCommand<T extends CommandType> = Extract<Parsed<typeof commandSchema>, { type: T }>;

/** The keys at which two tables of types differ. */
type Differing<A extends Record<keyof B, unknown>, B> = {
  [K in keyof B]: Same<A[K], B[K]> extends true ? never : K;
}[keyof B];

type ParsedCommands = { [T in CommandType]: ParsedCommand<T> };
type Commands = { [T in CommandType]: CommandOf<T> };

/** The schemas and the types written by hand say the same; an error names the key at which they do not. */
export type SchemasAgree = [
  Holds<Same<Differing<Values, KindValues>, never>>,
  Holds<Same<Differing<ParsedCommands, Commands>, never>>,
  Holds<Same<Parsed<typeof commandSchema>['type'], Command['type']>>,
  Holds<Same<Parsed<typeof orderEventSchema>, OrderEvent>>,
  Holds<Same<Parsed<typeof stockEventSchema>, StockEvent>>,
  Holds<Same<Parsed<typeof sourceEventSchema>, SourceEvent>>,
];
