import { STALL_SCOPE, type Money, type Totals } from '@stallcast/protocol';
import { currentSession, syntheticMark } from './model.js';
import type { SessionRecord, Sums } from './records.js';

import type { Turn } from './turn.js';

export const NO_SUMS: Readonly<Sums> = {
  gross: 0,
  cancelled: 0,
  refunded: 0,
  paidOrders: 0,
  netOrders: 0,
  units: 0,
  massG: 0,
};

const SUM_KEYS = Object.keys(NO_SUMS) as (keyof Sums)[];

/** The key of a scope's sums in a session. */
export function sumsKey(sessionId: string, scope: string): string {
  return JSON.stringify([sessionId, scope]);
}

/** `a + b × factor`, field by field. */
export function addSums(a: Readonly<Sums>, b: Readonly<Sums>, factor = 1): Sums {
  const sums = { ...a };
  for (const key of SUM_KEYS) sums[key] += factor * b[key];
  return sums;
}

/** Applies to the stall's sums and to the rooms' the difference between what an order contributed and what it contributes. */
export function moveSums(turn: Turn, session: SessionRecord, from: Contribution, to: Contribution): void {
  const difference = addSums(to.sums, from.sums, -1);
  addToScope(turn, session, STALL_SCOPE, difference);
  if (from.room === to.room) {
    addToScope(turn, session, to.room, difference);
  } else {
    addToScope(turn, session, from.room, addSums(NO_SUMS, from.sums, -1));
    addToScope(turn, session, to.room, to.sums);
  }
}

interface Contribution {
  room: string;
  sums: Readonly<Sums>;
}

function addToScope(turn: Turn, session: SessionRecord, scope: string, sums: Readonly<Sums>): void {
  if (SUM_KEYS.every((key) => sums[key] === 0)) return;
  const key = sumsKey(session.value.id, scope);
  turn.save('sums', key, addSums(turn.model.tables.sums.get(key) ?? NO_SUMS, sums));
  if (session === currentSession(turn.model)) putTotals(turn, scope);
}

/** Puts a scope's totals, zero included; nothing before the stall's currency is known, since a zero of no currency says nothing. */
export function putTotals(turn: Turn, scope: string): void {
  if (scope !== STALL_SCOPE && !turn.model.tables.room.has(scope)) return;
  const session = currentSession(turn.model);
  const { currency } = session;
  if (!currency) return;
  const sums = turn.model.tables.sums.get(sumsKey(session.value.id, scope)) ?? NO_SUMS;
  turn.put('totals', scope, { ...totalsOf(sums, currency), ...syntheticMark(turn.model) });
}

/** Puts the totals of the stall and of every room. */
export function putAllTotals(turn: Turn): void {
  for (const scope of [STALL_SCOPE, ...turn.model.tables.room.keys()]) putTotals(turn, scope);
}

export function totalsOf(sums: Sums, currency: NonNullable<SessionRecord['currency']>): Totals {
  const money = (minor: number): Money => ({
    minor: readable(minor),
    currency: currency.code,
    exponent: currency.exponent,
  });
  const { gross, cancelled, refunded, paidOrders, netOrders, units, massG } = sums;
  return {
    gross: money(gross),
    cancelled: money(cancelled),
    refunded: money(refunded),
    net: money(gross - cancelled - refunded),
    paidOrders,
    netOrders,
    units: readable(units),
    massG: readable(massG),
  };
}

/** A sum beyond what JSON carries exactly, of an order beyond all measure, would cost every page the change that tells it. */
function readable(sum: number): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, sum));
}

/** Takes the stall's currency from the first amount that tells it. */
export function learnCurrency(turn: Turn, amount: Money | null | undefined): void {
  const session = currentSession(turn.model);
  if (session.currency || !amount) return;
  session.currency = { code: amount.currency, exponent: amount.exponent };
  turn.save('session', session.value.id, session);
  putAllTotals(turn);
}
