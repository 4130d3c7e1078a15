import type { Order } from '@stallcast/protocol';
import type { OrderArrival } from '@stallcast/store';

/** How many rows there are and how fast they may change. */
export interface Pace {
  rows: number;
  /** The least time between two new rows, ms. */
  everyMs: number;
  /** The same while a surge goes on. */
  surgeEveryMs: number;
  /** Orders that may wait for their row; with one more a surge begins. */
  waiting: number;
  /** A row that old, by its order, is no news and leaves. */
  staleMs: number;
  /** Rows follow the store's orders and nothing waits. */
  mirrors: boolean;
}

/** An order on screen. */
export interface Row {
  /** Grows with each row, so that motion knows a new one. */
  key: number;
  order: Order;
  /** When it was taken back while on screen; it is shown struck for `STRIKE_MS`. */
  struckAt: number | null;
  /** Units that came back on sale with it. */
  returned: number;
  /** When it was revealed; -Infinity for one that stood here already. */
  since: number;
}

/** Where orders went. */
export interface Tally {
  arrivals: number;
  shown: number;
  takenBack: number;
  settled: number;
  dropped: number;
}

/** The state of one ticker. Belongs to its owner: `advance` changes it in place, as thousands of orders a second ask. */
export interface TickerState {
  readonly pace: Pace;
  /** Whether an order is to get a row. */
  readonly shows: (order: Order) => boolean;
  /** Whether an order that has a row still deserves it. */
  readonly stands: (order: Order) => boolean;
  /** Newest first. */
  readonly rows: Row[];
  /** Oldest first. */
  readonly waiting: Order[];
  /** Orders of this surge that get no row of their own. */
  counted: number;
  /** The count on screen; follows `counted` at most five times a second. */
  shownCount: number;
  paused: boolean;
  readonly tally: Tally;
  /** Grows with every visible change. */
  version: number;
  /** Grows with every jump: what is shown then came without motion. */
  jumps: number;

  /** Ids that arrived, with the surge that counts them (0: none). The oldest are let go of. */
  readonly seen: Map<string, { seq: number; surge: number }>;
  /** Up to this `seq` an order that nothing is known of is an old one. */
  baseline: number;
  surge: number;
  revealedAt: number;
  countedAt: number;
  rolledAt: number;
  key: number;
  orders: readonly Order[];
}

export type TickerEvent =
  /** Live orders, each with what was known of it. `returned` says how many units a cancelled one gave back. */
  | { type: 'put'; arrivals: readonly OrderArrival[]; returned?: (order: Order) => number }
  /** A snapshot came or the page is shown again: what is true now, and no backlog. */
  | { type: 'jump'; orders: readonly Order[]; wall: number }
  /** Nothing is shown anew while the data is old. */
  | { type: 'pause'; paused: boolean }
  /** Time has passed, or the store's orders have changed. `wall` is ms since 1970. */
  | { type: 'tick'; orders: readonly Order[]; wall: number };

export const ROLL_MS = 200;
export const SURGE_GAP_MS = 1_200;
export const SURGE_HOLD_MS = 3_000;
export const STRIKE_MS = 2_000;
/** The least time that a row is on screen when nothing follows it. */
export const LEAST_MS = 10_000;
/** How many ids are remembered, so that no order is shown twice. */
export const KEPT_IDS = 20_000;

/** Creates a ticker that has shown nothing. */
export function createTicker(pace: Pace, shows: TickerState['shows'], stands: TickerState['stands']): TickerState {
  return {
    pace,
    shows,
    stands,
    rows: [],
    waiting: [],
    counted: 0,
    shownCount: 0,
    paused: false,
    tally: { arrivals: 0, shown: 0, takenBack: 0, settled: 0, dropped: 0 },
    version: 0,
    jumps: 0,
    seen: new Map(),
    baseline: 0,
    surge: 1,
    revealedAt: -Infinity,
    countedAt: -Infinity,
    rolledAt: -Infinity,
    key: 0,
    orders: [],
  };
}
