import * as v from 'valibot';
import { MAX_OWN } from '../command.js';
import { parsePosition } from '../position.js';
import { priceSchema } from './money.js';
import { offerSchema } from './offer.js';
import { cancelReasonSchema, maskSchema, orderLinesSchema, orderStatusSchema, regionSchema } from './order.js';
import { productSchema } from './product.js';
import { announcementTextSchema, goalSchema, roomIdSchema, sessionEntries } from './session.js';
import { stockBasisSchema } from './stock.js';
import { idSchema, integerSchema, syntheticSchema, timeSchema, textSchema, titleSchema } from './text.js';

const MAX_QUANTITY = 1_000_000;
const WEEK_MS = 604_800_000;

const positionTextSchema = v.pipe(
  v.string(),
  v.check((text) => parsePosition(text) !== null, 'a position such as 01JZZZZZZZZZZZZZZZZZZZZZZZ.42'),
);

const inRoom = { room: v.exactOptional(idSchema) };
const ofProduct = { productId: idSchema };

/** A command of one type with its fields. */
function command<const T extends string, const E extends v.ObjectEntries>(type: T, entries: E) {
  const head = {
    id: idSchema,
    type: v.literal(type),
    by: v.exactOptional(idSchema),
    seen: v.exactOptional(positionTextSchema),
    own: v.exactOptional(v.pipe(v.array(idSchema), v.maxLength(MAX_OWN))),
    synthetic: syntheticSchema,
  };
  return v.object({ ...head, ...entries });
}

const recordedOrderSchema = v.object({
  orderId: idSchema,
  lines: orderLinesSchema,
  status: orderStatusSchema,
  room: v.exactOptional(idSchema),
  reason: v.exactOptional(cancelReasonSchema),
  region: v.exactOptional(regionSchema),
  total: v.exactOptional(priceSchema),
  refunded: v.exactOptional(priceSchema),
  occurredAt: v.exactOptional(timeSchema),
  buyer: v.exactOptional(v.object({ name: v.exactOptional(textSchema(200)), mask: v.exactOptional(maskSchema) })),
});

const newSessionSchema = v.object({
  id: v.exactOptional(sessionEntries.id),
  tz: v.exactOptional(sessionEntries.tz),
  currency: sessionEntries.currency,
  title: sessionEntries.title,
  startsAt: v.exactOptional(sessionEntries.startsAt),
  // Accepted, since a session is often copied from an earlier one, and left to the ledger.
  sinceSeq: v.exactOptional(sessionEntries.sinceSeq),
  goals: v.exactOptional(sessionEntries.goals),
  share: sessionEntries.share,
  seller: sessionEntries.seller,
  synthetic: syntheticSchema,
});

/** A command of the operator, by its type. */
export const commandSchema = v.variant('type', [
  command('put-room', {
    room: v.object({
      id: roomIdSchema,
      title: titleSchema(200),
      commerce: v.boolean(),
      panic: v.exactOptional(v.boolean()),
      synthetic: syntheticSchema,
    }),
  }),
  command('remove-room', { roomId: idSchema }),
  command('put-product', { product: productSchema }),
  command('remove-product', ofProduct),
  command('put-offer', { offer: offerSchema }),
  command('feature', { ...inRoom, productIds: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(3)) }),
  command('unfeature', inRoom),
  command('hide-price', { ...inRoom, ...ofProduct }),
  command('open-price', { ...inRoom, ...ofProduct, price: priceSchema }),
  command('start-flash', {
    ...inRoom,
    ...ofProduct,
    price: priceSchema,
    endsAt: timeSchema,
    allocated: v.exactOptional(integerSchema(1, MAX_QUANTITY)),
  }),
  command('end-flash', { ...inRoom, ...ofProduct }),
  command('set-stock', {
    ...ofProduct,
    onHand: integerSchema(0, MAX_QUANTITY),
    basis: v.exactOptional(stockBasisSchema),
  }),
  command('adjust-stock', {
    ...ofProduct,
    delta: v.pipe(
      integerSchema(-MAX_QUANTITY, MAX_QUANTITY),
      v.check((delta) => delta !== 0, 'another number than 0'),
    ),
    reason: v.picklist(['recount', 'damaged', 'restock', 'sold-elsewhere', 'gift', 'other']),
  }),
  command('sold-out', ofProduct),
  command('pause', ofProduct),
  command('resume', ofProduct),
  command('bring-back', { ...inRoom, ...ofProduct }),
  command('allocate', { ...ofProduct, room: idSchema, quantity: integerSchema(0, MAX_QUANTITY) }),
  command('record-order', { order: recordedOrderSchema }),
  command('cancel-order', {
    orderId: v.pipe(v.string(), v.minLength(1), v.maxLength(257)),
    reason: cancelReasonSchema,
  }),
  command('set-goal', { ...inRoom, goal: goalSchema }),
  command('announce', {
    ...inRoom,
    text: announcementTextSchema,
    ttlMs: v.exactOptional(integerSchema(1, WEEK_MS)),
  }),
  command('clear-announcement', inRoom),
  command('message', {
    ...inRoom,
    text: announcementTextSchema,
    ttlMs: v.exactOptional(integerSchema(1, WEEK_MS)),
  }),
  command('clear-message', inRoom),
  command('next-in-run', inRoom),
  command('panic', { ...inRoom, on: v.boolean() }),
  command('start-session', { ...inRoom, session: newSessionSchema }),
  command('end-session', inRoom),
  command('undo', { commandId: idSchema }),
]);

/** The types of command that there are. */
export const COMMAND_TYPES: readonly string[] = commandSchema.options.map(({ entries }) => entries.type.literal);
