import type { CommandFields, CommandType, Money, StallState } from '@stallcast/protocol';

/** What the studio can let happen on its own stage, to see how a scene takes it. */
export const STAGE_EVENTS = [
  ...(['order', 'surge', 'presale', 'refund', 'low-stock', 'sold-out', 'restock'] as const),
  ...(['price-change', 'countdown', 'flash-end', 'announcement', 'announcement-end'] as const),
  ...(['goal-reached', 'goal-fallen', 'one-product', 'two-products', 'three-products'] as const),
] as const;

/** One of them. */
export type StageEvent = (typeof STAGE_EVENTS)[number];

/** A command without what every command of the stage bears. */
export type StageCommand = { [T in CommandType]: { type: T } & CommandFields[T] }[CommandType];

/** Orders of a surge. */
const SURGE = 37;

/** So few are left when stock is low. */
const FEW = 4;

/** How long the test's flash sale lasts, ms: its last ten seconds, its end, and a little before. */
const FLASH_MS = 15_000;

const BUYERS = [
  ['王**', '浙江'],
  ['李*', '江苏'],
  ['欧阳**', '黑龙江'],
  ['阿**', '新疆'],
] as const;

/**
 * Writes the commands of one event, from what the stage's stall is like.
 *
 * @param now Ms since 1970.
 * @param turn How many events there were before: names and amounts differ from one to the next.
 */
export function eventCommands(
  event: StageEvent,
  state: StallState,
  words: { announcement: string },
  now: number,
  turn: number,
): StageCommand[] {
  const [productId = ''] = shownOf(state);
  const price = priceOf(state, productId);
  const goal = state.session?.goals?.[0];
  switch (event) {
    case 'order':
      return [order(productId, price, turn, 0)];
    case 'surge':
      return Array.from({ length: SURGE }, (_, index) => order(productId, price, turn, index));
    case 'presale': {
      const made = state.products.find(({ presale }) => presale);
      return made ? [{ type: 'feature', productIds: [made.id] }, order(made.id, priceOf(state, made.id), turn, 0)] : [];
    }
    case 'refund': {
      const paid = lastPaid(state);
      return paid ? [{ type: 'cancel-order', orderId: paid.orderId, reason: 'buyer' }] : [];
    }
    case 'low-stock':
      return [
        { type: 'bring-back', productId },
        { type: 'set-stock', productId, onHand: FEW },
      ];
    case 'sold-out':
      return [{ type: 'sold-out', productId }];
    case 'restock':
      return [
        { type: 'bring-back', productId },
        { type: 'adjust-stock', productId, delta: 40, reason: 'restock' },
      ];
    case 'announcement':
      return [{ type: 'announce', text: words.announcement }];
    case 'announcement-end':
      return [{ type: 'clear-announcement' }];
    case 'price-change':
      return [{ type: 'open-price', productId, price: times(price, turn % 2 ? 1 / 0.9 : 0.9) }];
    case 'countdown': {
      const endsAt = new Date(now + FLASH_MS).toISOString();
      return [{ type: 'start-flash', productId, price: times(price, 0.8), endsAt }];
    }
    case 'flash-end':
      return state.offers
        .filter(({ flash }) => flash)
        .map((offer) => ({ type: 'end-flash', productId: offer.productId }));
    case 'goal-reached':
      // The mark is moved to what was sold: no sale is made up for it.
      return goal
        ? [{ type: 'set-goal', goal: { ...goal, target: Math.max(1, state.totals.stall?.net.minor ?? 1) } }]
        : [];
    case 'goal-fallen': {
      const paid = lastPaid(state);
      const reached = eventCommands('goal-reached', state, words, now, turn);
      return paid ? [...reached, { type: 'cancel-order', orderId: paid.orderId, reason: 'buyer' }] : reached;
    }
    case 'one-product':
    case 'two-products':
    case 'three-products': {
      const count = { 'one-product': 1, 'two-products': 2, 'three-products': 3 }[event];
      const goods = state.products.filter(({ kind }) => kind === 'goods').map(({ id }) => id);
      return [{ type: 'feature', productIds: goods.slice(0, count) }];
    }
  }
}

function lastPaid({ orders }: StallState): StallState['orders'][number] | undefined {
  return orders.filter(({ status }) => status === 'paid').sort((a, b) => b.seq - a.seq)[0];
}

function shownOf({ featured, products }: StallState): readonly string[] {
  const shown = [...(featured.stall ?? []), ...Object.values(featured.rooms).flat()];
  return shown.length > 0 ? shown : products.map(({ id }) => id);
}

function priceOf({ offers }: StallState, productId: string): Money {
  return offers.find((offer) => offer.productId === productId)?.price ?? { minor: 3_990, currency: 'CNY', exponent: 2 };
}

function times(price: Money, factor: number): Money {
  return { ...price, minor: Math.max(10, Math.round((price.minor * factor) / 10) * 10) };
}

function order(productId: string, price: Money, turn: number, index: number): StageCommand {
  const qty = 1 + ((turn + index) % 2);
  const amount = { ...price, minor: price.minor * qty };
  const [mask, name] = BUYERS[(turn + index) % BUYERS.length] ?? BUYERS[0];
  return {
    type: 'record-order',
    order: {
      orderId: `test-${turn}-${index}`,
      status: 'paid',
      lines: [{ productId, qty, amount }],
      total: amount,
      buyer: { mask },
      region: { level: 'province', name },
    },
  };
}
