import { STALL_SCOPE, type Money, type Totals } from '@stallcast/protocol';
import { addToCourses, readable, timelineOf, type CoursePart } from './course.js';
import { currentSession, syntheticMark, type Model } from './model.js';
import type { SessionRecord, Sums } from './records.js';
import { addSums, isNothing, NO_SUMS } from './sums.js';
import type { Turn } from './turn.js';

/** The key of a scope's sums in a session. */
export function sumsKey(sessionId: string, scope: string): string {
  return JSON.stringify([sessionId, scope]);
}

/** Applies to the stall's sums and to the rooms' the difference between what an order contributed and what it contributes. */
export function moveSums(turn: Turn, session: SessionRecord, from: CoursePart, to: CoursePart): void {
  if (session === currentSession(turn.model)) {
    addToCourses(turn.model, from, -1);
    addToCourses(turn.model, to, 1);
  }
  const difference = addSums(to.sums, from.sums, -1);
  addToScope(turn, session, STALL_SCOPE, difference);
  if (from.room === to.room) {
    addToScope(turn, session, to.room, difference);
  } else {
    addToScope(turn, session, from.room, addSums(NO_SUMS, from.sums, -1));
    addToScope(turn, session, to.room, to.sums);
  }
  // It counts the same, at another time.
  if (session === currentSession(turn.model) && from.at !== to.at) {
    for (const scope of [STALL_SCOPE, to.room]) putTotals(turn, scope);
  }
}

function addToScope(turn: Turn, session: SessionRecord, scope: string, sums: Readonly<Sums>): void {
  if (isNothing(sums)) return;
  const key = sumsKey(session.value.id, scope);
  turn.save('sums', key, addSums(turn.model.tables.sums.get(key) ?? NO_SUMS, sums));
  if (session === currentSession(turn.model)) putTotals(turn, scope);
}

/** Puts a scope's totals, zero included; nothing before the stall's currency is known, since a zero of no currency says nothing. */
export function putTotals(turn: Turn, scope: string): void {
  if (scope !== STALL_SCOPE && !turn.model.tables.room.has(scope)) return;
  const totals = totalsOf(turn.model, scope);
  if (totals) turn.put('totals', scope, totals);
}

/** Puts the totals of the stall and of every room. */
export function putAllTotals(turn: Turn): void {
  for (const scope of [STALL_SCOPE, ...turn.model.tables.room.keys()]) putTotals(turn, scope);
}

/** A scope's totals in the session that is on; null before the stall's currency is known. */
export function totalsOf(model: Model, scope: string): Totals | null {
  const { value, currency } = currentSession(model);
  if (!currency) return null;
  const money = (minor: number): Money => ({
    minor: readable(minor),
    currency: currency.code,
    exponent: currency.exponent,
  });
  const { gross, cancelled, refunded, paidOrders, netOrders, units, massG } =
    model.tables.sums.get(sumsKey(value.id, scope)) ?? NO_SUMS;
  return {
    gross: money(gross),
    cancelled: money(cancelled),
    refunded: money(refunded),
    net: money(gross - cancelled - refunded),
    paidOrders,
    netOrders,
    units: readable(units),
    massG: readable(massG),
    timeline: timelineOf(model, scope),
    ...syntheticMark(model),
  };
}

/** Takes the stall's currency from the first amount that tells it. */
export function learnCurrency(turn: Turn, amount: Money | null | undefined): void {
  const session = currentSession(turn.model);
  if (session.currency || !amount) return;
  session.currency = { code: amount.currency, exponent: amount.exponent };
  turn.save('session', session.value.id, session);
  putAllTotals(turn);
}
