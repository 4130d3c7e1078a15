import type { CancelReason } from '@stallcast/protocol';

type Said<A extends readonly unknown[]> = (...args: A) => string;

/** The words of what sells: prices, flash sales, parts of rooms, presales, cancellations. */
export interface SellWords {
  price: {
    change: string;
    newPrice: string;
    back: string;
    empty: string;
    same: string;
    setTo: Said<[price: string]>;
    sure: Said<[price: string]>;
    /** Why a price is asked about twice. */
    doubts: {
      lower: Said<[percent: number]>;
      higher: Said<[percent: number]>;
      floor: Said<[floor: string]>;
    };
    floor: string;
    floorHint: string;
    now: string;
    then: string;
    /** Somebody else has changed it while it was typed. */
    moved: string;
  };
  flash: {
    open: string;
    price: string;
    minutes: string;
    forMinutes: Said<[n: number]>;
    units: string;
    unitsHint: string;
    start: Said<[price: string]>;
    notLower: string;
    runs: Said<[price: string, until: string]>;
    onlyUnits: Said<[n: number]>;
    end: string;
    needsPrice: string;
  };
  rooms: {
    title: string;
    hint: Said<[free: number]>;
    has: Said<[left: number, of: number]>;
    none: string;
    field: Said<[room: string]>;
    give: string;
    bad: string;
    takeBack: Said<[room: string]>;
  };
  presale: {
    title: string;
    hint: string;
    perDay: string;
    perDayHint: string;
    startsOn: string;
    startsOnHint: string;
    save: string;
    stop: string;
    bad: string;
    badDay: string;
    promised: Said<[day: string, queue: number]>;
  };
  bringBack: string;
  bringBackHint: string;
  orders: {
    open: Said<[order: string]>;
    title: Said<[order: string]>;
    cancel: string;
    why: string;
    reasons: Record<CancelReason, string>;
    shopToo: Said<[shop: string]>;
    cancelled: string;
    onlyOf: Said<[title: string]>;
    all: string;
  };
  alerts: {
    restock: string;
    seeOrders: string;
    dismiss: string;
    gone: Record<'cancelled' | 'refunded', Said<[what: string]>>;
    goneHint: Record<'back' | 'kept', string>;
  };
}
