import type { Money, OrderEvent, OrderStatus, Product } from '@stallcast/protocol';
import { SCENARIO_START, type ScenarioStep } from './scenario.js';

/** The shop of the scenarios: its products are known to it as `shop-<id>`. */
export const SCENARIO_SOURCE = 'scenario-shop';

export const yuan = (minor: number): Money => ({ minor, currency: 'CNY', exponent: 2 });

/** Puts a product that the stall counts by itself. */
export function putProduct(id: string, fields: Partial<Product> = {}): ScenarioStep {
  const product: Product = {
    id,
    kind: 'goods',
    title: id,
    media: [],
    promises: [],
    sources: [{ source: SCENARIO_SOURCE, id: `shop-${id}` }],
    stockFrom: 'ledger',
    ...fields,
  };
  return { command: { type: 'put-product', product } };
}

export function setStock(productId: string, onHand: number): ScenarioStep {
  return { command: { type: 'set-stock', productId, onHand } };
}

export function putRoom(id: string, commerce = true): ScenarioStep {
  return { command: { type: 'put-room', room: { id, title: id, commerce } } };
}

/** What a test needs to say of an order; one unit, paid, unless told otherwise. */
export interface OrderTold extends Partial<Pick<OrderEvent, 'room' | 'reason' | 'occurredAt' | 'refunded'>> {
  product: string;
  qty?: number;
  status?: OrderStatus;
  /** In fen; null leaves the amount for later. */
  total?: number | null;
  /** The shop's version: a later message is a higher one. */
  version?: number;
}

/** A shop's message about an order. */
export function told(
  orderId: string,
  { product, qty = 1, status = 'paid', total = 3_990, version = 1, ...rest }: OrderTold,
) {
  return {
    type: 'order',
    eventId: `${orderId}/${version}/${status}`,
    source: SCENARIO_SOURCE,
    sourceVersion: SCENARIO_START + version,
    orderId,
    status,
    lines: [{ ref: { id: `shop-${product}` }, qty }],
    ...(total !== null && { total: yuan(total) }),
    buyer: { mask: '王**' },
    occurredAt: new Date(SCENARIO_START).toISOString(),
    ...rest,
  } satisfies OrderEvent;
}

/** One delivery. */
export function tell(orderId: string, order: OrderTold): ScenarioStep {
  return { events: [told(orderId, order)] };
}

/** So many steps, made from their number. */
export function times(count: number, make: (i: number) => ScenarioStep | readonly ScenarioStep[]): ScenarioStep[] {
  return Array.from({ length: count }, (_, i) => make(i)).flat();
}
