import type {
  CommandFields,
  CommandType,
  Offer,
  Order,
  Session,
  SourceEvent,
  StallState,
  Stock,
  Totals,
} from '@stallcast/protocol';

/** A situation of an evening as data: what happens, and what must hold on the way and at the end. */
export interface Scenario {
  /** `S1` to `S18`. */
  id: string;
  title: string;
  steps: readonly ScenarioStep[];
  end: ScenarioState;
}

export type ScenarioStep =
  /** The operator wishes something; it must be taken. */
  | { [T in CommandType]: { command: { type: T } & CommandFields[T] } }[CommandType]
  /** A shop's delivery; it must be taken. */
  | { events: readonly SourceEvent[] }
  /** The clock goes on. */
  | { wait: number }
  /** The stall's server goes away and comes back on what it has kept. */
  | { restart: true }
  /** What must hold here. */
  | { holds: ScenarioState };

/** What must hold of a stall. What is not named may be anything; a null says that there is nothing. */
export interface ScenarioState {
  /** By product. */
  stocks?: Record<string, Partial<Stock> | null>;
  /** By the shop's id. */
  orders?: Record<string, Partial<Order> | null>;
  /** How many orders a reader of the whole stall has. */
  orderCount?: number;
  /** By scope: `stall`, or a room's id. */
  totals?: Record<string, Partial<Totals>>;
  /** By product: the offer of the whole stall; a null says that there is no such price. */
  offers?: Record<string, { price: Offer['price']; flash: Offer['flash'] | null } | null>;
  session?: Partial<Session>;
  /** Codes with their subjects, in any order: `oversold peach`. */
  alerts?: readonly string[];
  /** Ids of the rooms that sell. */
  sellingRooms?: readonly string[];
}

/** A stall that a scenario can be played on. */
export interface ScenarioPlayer {
  /** Sends a command with an id of its own; rejects where it is refused. */
  command(command: { type: string }): Promise<void>;
  /** Delivers a shop's events; rejects where they are refused. */
  accept(events: readonly SourceEvent[]): Promise<void>;
  wait(ms: number): void;
  restart(): Promise<void>;
  /** The operator's view, as a reader gets it. */
  state(): Promise<StallState>;
  close(): Promise<void>;
}

/** The session that a player has on before the first step. */
export const SCENARIO_SESSION = { id: 'evening', tz: 'Asia/Shanghai', currency: 'CNY' };

/** 19:00 on the first of July 2026 in Wuxi: the clock of a player starts here. */
export const SCENARIO_START = Date.parse('2026-07-01T11:00:00.000Z');

/** The state as a scenario speaks of it. */
export function scenarioStateOf(state: StallState): Required<ScenarioState> {
  const { totals } = state;
  return {
    stocks: Object.fromEntries(state.stocks.map((stock) => [stock.productId, stock])),
    orders: Object.fromEntries(state.orders.map((order) => [order.orderId, order])),
    orderCount: state.orders.length,
    totals: { ...(totals.stall && { stall: totals.stall }), ...totals.rooms },
    offers: Object.fromEntries(
      state.offers
        .filter(({ room }) => room === undefined)
        .map(({ productId, price, flash = null }) => [productId, { price, flash }]),
    ),
    session: state.session ?? {},
    alerts: (state.alerts ?? []).map(({ code, subject }) => `${code} ${subject}`).sort(),
    sellingRooms: state.rooms.filter(({ commerce }) => commerce).map(({ id }) => id),
  };
}
