import type { Money } from './money.js';

/** What a session wants to reach; a target of money is in minor units. */
export interface Goal {
  id: string;
  metric: 'orders' | 'units' | 'mass' | 'net-amount';
  target: number;
  /** `stall`, or a room's id. */
  scope: string;
  title?: string;
}

/** The farmers' share: not shown without its evidence. */
export interface Share {
  to: string;
  basis: 'profit' | 'revenue';
  /** In ten-thousandths: 8000 is 80 %. */
  bps: number;
  evidence: { issuer: string; url?: string; asOf: string };
}

/** Who sells, as the law wants it told. */
export interface Seller {
  name: string;
  /** The number of the business licence. */
  licence?: string;
}

/** One evening of selling. One always exists; one that runs past midnight is one. */
export interface Session {
  id: string;
  /** IANA time zone, by which dates and countdowns are told. */
  tz: string;
  /** The stall's one currency, ISO 4217. */
  currency?: string;
  title?: string;
  startsAt: string;
  endsAt?: string;
  /**
   * The offset at which the session began. Orders with a lower `seq` belong to earlier sessions: readers drop them by
   * themselves when the session's put arrives, so the ledger sends no removals for them.
   */
  sinceSeq: number;
  goals: Goal[];
  share?: Share;
  seller?: Seller;
  synthetic?: true;
}

/** A live room (直播间) that sells from the stall. */
export interface Room {
  id: string;
  title: string;
  /** A room without commerce shows no widgets that sell. */
  commerce: boolean;
  /** Everything of this room is off the air. */
  panic: boolean;
  synthetic?: true;
}

/**
 * How the session went so far, in steps of equal length, for a chart.
 *
 * An order stands in the step in which it was placed, and what becomes of it later changes that step: each array sums up
 * to the totals beside it. Steps after the last are zero.
 */
export interface Timeline {
  /** The start of the first step, ISO 8601. */
  from: string;
  /** The length of a step, in ms. It doubles whenever the session grows beyond 24 steps. */
  stepMs: number;
  /** Orders that stand, net of cancellations and refunds. */
  orders: number[];
  /** Net money in minor units of the totals' currency. */
  net: number[];
}

/** Sums over all orders of the session, net of cancellations and refunds. Only the ledger computes them. */
export interface Totals {
  gross: Money;
  cancelled: Money;
  refunded: Money;
  net: Money;
  paidOrders: number;
  netOrders: number;
  units: number;
  massG: number;
  timeline?: Timeline;
  synthetic?: true;
}

/** A line of text for the audience. */
export interface Announcement {
  text: string;
  /** ISO 8601. */
  at: string;
  /** ISO 8601; absent: until cleared. */
  until?: string;
  synthetic?: true;
}
