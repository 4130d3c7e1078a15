import type { CommandOf, Session } from '@stallcast/protocol';
import { exponentOf } from './currency.js';
import { scopeOf } from './decide-catalogue.js';
import type { Edit } from './edit.js';
import { currentSession } from './model.js';
import { refuse, type Refusal } from './outcome.js';

/** Starts a session: totals from zero, the orders before it are history. Time zone, currency and seller carry over. */
export function startSession(edit: Edit, command: CommandOf<'start-session'>): Refusal | null {
  const { model, turn } = edit;
  const place = scopeOf(edit, command.room);
  if ('refusal' in place) return place.refusal;

  const {
    id = `session-${turn.offset}`,
    tz,
    startsAt,
    goals,
    currency,
    title,
    share,
    seller,
    synthetic,
  } = command.session;
  if (model.tables.session.has(id)) {
    return refuse(
      409,
      'session-known',
      `There was a session "${id}" before: choose another id, or leave it out.`,
      `场次“${id}”已经有过，请换一个编号，或不填。`,
    );
  }
  const before = currentSession(model);
  const code = currency ?? before.currency?.code;
  const priced = [...model.tables.offer.values()].find(({ value }) => value.price && value.price.currency !== code);
  if (code !== undefined && priced) {
    return refuse(
      409,
      'foreign-currency',
      `Offers here are in ${priced.value.price!.currency}, so a session cannot be in ${code}: change the offers' prices first.`,
      `现有价格是 ${priced.value.price!.currency}，场次不能用 ${code}，请先改价格。`,
    );
  }

  const mark = synthetic ?? command.synthetic;
  // A made-up seller is none of a real session's.
  const sells = seller ?? (before.value.synthetic === mark ? before.value.seller : undefined);
  const value: Session = {
    id,
    tz: tz ?? before.value.tz,
    ...(code !== undefined && { currency: code }),
    ...(title !== undefined && { title }),
    startsAt: startsAt ?? turn.at,
    sinceSeq: turn.offset,
    goals: goals ?? [],
    ...(share && { share }),
    ...(sells && { seller: sells }),
    ...(mark && { synthetic: true }),
  };
  const kept = before.currency?.code === code ? before.currency : null;
  turn.save('session', id, {
    value,
    currency: kept ?? (code === undefined ? null : { code, exponent: exponentOf(code) }),
  });
  edit.write(['session'], id);
  if (!value.synthetic) {
    for (const [scope, { synthetic: mark }] of [...model.tables.announcement]) {
      if (mark) edit.write(['announcement', scope], null);
    }
    for (const { value: alert } of [...model.tables.alert.values()]) {
      if (alert.synthetic && alert.code === 'message') edit.write(['message', alert.subject], null);
    }
  }
  return null;
}

/** Ends the session. It stays on until another starts, and still takes the orders that come late. */
export function endSession(edit: Edit, { room }: CommandOf<'end-session'>): Refusal | null {
  const place = scopeOf(edit, room);
  if ('refusal' in place) return place.refusal;
  const { id, endsAt } = currentSession(edit.model).value;
  if (endsAt !== undefined) {
    return refuse(
      409,
      'session-ended',
      `The session ended at ${endsAt}: start another with start-session.`,
      '本场已经结束，请开始新的一场。',
    );
  }
  edit.write(['session-end', id], edit.turn.at);
  return null;
}

export function setGoal(edit: Edit, { goal, room }: CommandOf<'set-goal'>): Refusal | null {
  const place = scopeOf(edit, room ?? (goal.scope === 'stall' ? undefined : goal.scope));
  if ('refusal' in place) return place.refusal;
  edit.write(['goal', currentSession(edit.model).value.id, goal.id], { ...goal, scope: place.scope });
  return null;
}
