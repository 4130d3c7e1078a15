import type {
  Change,
  CommandFields,
  CommandType,
  Money,
  Offer,
  OrderEvent,
  Product,
  StallState,
  StockEvent,
} from '@stallcast/protocol';
import { openLedger, type Ledger, type LedgerOptions } from './ledger.js';
import { createMemoryStorage } from './memory-storage.js';
import type { Outcome, Refusal } from './outcome.js';

/** 19:00 on the first of July in Wuxi. */
export const START = Date.parse('2026-07-01T11:00:00.000Z');

export function yuan(minor: number): Money {
  return { minor, currency: 'CNY', exponent: 2 };
}

export function product(id: string, overrides: Partial<Product> = {}): Product {
  return {
    id,
    kind: 'goods',
    title: id,
    media: [],
    net: { value: 2_500, unit: 'g' },
    promises: [],
    sources: [{ source: 'shop', id: `shop-${id}` }],
    stockFrom: 'ledger',
    ...overrides,
  };
}

export function offer(productId: string, minor: number | null = 3_990, overrides: Partial<Offer> = {}): Offer {
  return { id: `${productId}-offer`, productId, price: minor === null ? null : yuan(minor), ...overrides };
}

/** An order of the shop: one peach, paid, unless told otherwise. */
export function orderEvent(orderId: string, overrides: Partial<OrderEvent> = {}): OrderEvent {
  const sourceVersion = overrides.sourceVersion ?? START;
  return {
    type: 'order',
    eventId: `${orderId}-${sourceVersion}-${overrides.status ?? 'paid'}`,
    source: 'shop',
    sourceVersion,
    orderId,
    status: 'paid',
    lines: [{ ref: { id: 'shop-peach' }, qty: 1 }],
    total: yuan(3_990),
    buyer: { mask: '王**' },
    occurredAt: new Date(START).toISOString(),
    ...overrides,
  };
}

export function stockEvent(available: number | null, overrides: Partial<StockEvent> = {}): StockEvent {
  const sourceVersion = overrides.sourceVersion ?? START;
  return {
    type: 'stock',
    eventId: `stock-${sourceVersion}-${overrides.location ?? ''}-${available}`,
    source: 'shop',
    sourceVersion,
    ref: { id: 'shop-melon' },
    available,
    basis: 'exact',
    observedAt: new Date(START).toISOString(),
    ttlMs: 900_000,
    ...overrides,
  };
}

/** A stall in CNY with rooms main, north and studio (which sells nothing), and the products peach, melon (the shop's) and visit (a ticket). */
export async function openStall(options: Partial<LedgerOptions> = {}) {
  let clock = START;
  let commands = 0;
  const storage = options.storage ?? createMemoryStorage();
  const open = () =>
    openLedger({ stall: 'peaches', currency: 'CNY', timeZone: 'Asia/Shanghai', now: () => clock, ...options, storage });
  const ledger = await open();
  const changes: Change[] = [];
  ledger.subscribe((change) => changes.push(change));

  const send = async <T extends CommandType>(
    type: T,
    fields: CommandFields[T],
    id = `${type}-${++commands}`,
  ): Promise<Outcome> => ledger.command({ id, type, ...fields });
  const stall = {
    ledger,
    storage,
    changes,
    open,
    send,
    /** Sends a command that is taken; returns its id. */
    async do<T extends CommandType>(type: T, fields: CommandFields[T]): Promise<string> {
      const id = `${type}-${++commands}`;
      const outcome = await send(type, fields, id);
      if (!outcome.ok) throw new Error(outcome.refusal.message.en);
      return id;
    },
    /** Sends a command that is refused; returns why. */
    async refused<T extends CommandType>(type: T, fields: CommandFields[T]): Promise<Refusal> {
      const before = state();
      const outcome = await send(type, fields);
      if (outcome.ok) throw new Error(`The command ${type} was taken.`);
      if (JSON.stringify(before) !== JSON.stringify(state())) throw new Error(`The refused ${type} changed the state.`);
      return outcome.refusal;
    },
    accept: (...events: Parameters<Ledger['accept']>[0]) => ledger.accept(events),
    wait(ms: number) {
      clock += ms;
    },
    state,
    stock: (id = 'peach') => state().stocks.find(({ productId }) => productId === id),
    offer: (id = 'peach', room?: string) => state().offers.find((o) => o.productId === id && o.room === room),
    order: (orderId: string) => state().orders.find((order) => order.orderId === orderId),
    totals: (scope = 'stall') => (scope === 'stall' ? state().totals.stall : state().totals.rooms[scope]),
    alerts: () => (state().alerts ?? []).map(({ code, subject }) => `${code} ${subject}`),
  };
  function state(): StallState {
    return ledger.snapshot().state;
  }

  if (ledger.position.offset === 1) {
    await stall.do('put-room', { room: { id: 'north', title: 'North', commerce: true } });
    await stall.do('put-room', { room: { id: 'studio', title: 'Studio', commerce: false } });
    await stall.do('put-product', { product: product('peach') });
    await stall.do('put-product', { product: product('melon', { stockFrom: 'shop' }) });
    await stall.do('put-product', { product: product('visit', { kind: 'ticket', net: { value: 1, unit: 'slot' } }) });
  }
  return stall;
}

export type TestStall = Awaited<ReturnType<typeof openStall>>;

/** A state without what says nothing about it: the order of lists, and when a figure was last touched. */
export function essence(state: StallState): unknown {
  const byId = <T>(list: readonly T[], id: (value: T) => string) => [...list].sort((a, b) => (id(a) < id(b) ? -1 : 1));
  return JSON.parse(
    JSON.stringify({
      ...state,
      rooms: byId(state.rooms, ({ id }) => id),
      products: byId(state.products, ({ id }) => id),
      offers: byId(state.offers, ({ id }) => id),
      stocks: byId(state.stocks, ({ productId }) => productId).map((stock) => ({ ...stock, observedAt: undefined })),
      alerts: byId(state.alerts ?? [], ({ id }) => id),
    }),
  );
}
