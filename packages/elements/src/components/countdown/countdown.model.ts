import type { Offer } from '@stallcast/protocol';
import type { AirState } from '../stock-counter/stock-counter.model.js';

/** How it stands with a deadline. `none`: there is nothing to count. */
export type CountdownState = 'none' | 'before' | 'running' | 'last-ten' | 'over' | 'stock-gone';

/** From when to when is counted, in ms since 1970. */
export interface Span {
  /** `-Infinity` where it has begun long ago. */
  startsAt: number;
  endsAt: number;
  /** For how long it is said that it is over. */
  saidForMs: number;
}

/** What the countdown shows, free of the DOM. */
export interface CountdownView {
  state: CountdownState;
  /** 04:37; empty where nothing is counted. */
  figures: string;
  /** When the clock alone changes this view, ms; null for never. */
  nextAt: number | null;
}

/** That a sale is over is said this long; then the place is free. */
const SAID_FOR_MS = 60_000;
const LAST_MS = 10_000;

/** The time of a product's flash sale. Nothing gives a price away that is kept back. */
export function spanOfOffer(offer: Offer | null | undefined): Span | null {
  if (!offer?.flash || offer.price === null) return null;
  const startsAt = Date.parse(offer.flash.startsAt);
  const endsAt = Date.parse(offer.flash.endsAt);
  return startsAt < endsAt ? { startsAt, endsAt, saidForMs: SAID_FOR_MS } : null;
}

/** The time up to a deadline of one's own. */
export const spanUntil = (endsAt: number): Span => ({ startsAt: -Infinity, endsAt, saidForMs: Infinity });

/** Derives the view at `now`; null where there is nothing to show. */
export function deriveCountdownView(span: Span | null, now: number, stock: AirState = 'ample'): CountdownView | null {
  // What nobody can buy is in no hurry.
  if (!span || stock === 'paused') return null;
  const { startsAt, endsAt, saidForMs } = span;
  if (now >= endsAt) {
    const until = endsAt + saidForMs;
    return now < until ? { state: 'over', figures: '', nextAt: until < Infinity ? until : null } : null;
  }
  if (stock === 'sold-out') return { state: 'stock-gone', figures: '', nextAt: endsAt };
  const to = now < startsAt ? startsAt : endsAt;
  const state = now < startsAt ? 'before' : to - now <= LAST_MS ? 'last-ten' : 'running';
  return { state, figures: countdown(to - now), nextAt: to - (Math.ceil((to - now) / 1000) - 1) * 1000 };
}

/** Minutes and seconds of what is left, begun seconds counted whole: it reads 00:00 when it is over, not before. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${Math.min(hours, 99)}:${rest}` : rest;
}
