import { STALL_SCOPE, type Change, type Session } from '@stallcast/protocol';
import { ownTimeZone } from './calendar.js';
import { exponentOf } from './currency.js';
import { createEpoch } from './epoch.js';
import { createModel, type Model } from './model.js';
import { putAllTotals } from './totals.js';
import { Turn, type Dirty } from './turn.js';

/** With what a stall begins. */
export interface Beginning {
  /** The first session is synthetic: everything in it bears the mark. @default false */
  synthetic?: boolean;
  /** IANA time zone of the first session. @default that of the machine */
  timeZone?: string;
  /** The stall's currency, ISO 4217. @default that of the first offer or order */
  currency?: string;
}

/** Begins a new life of a log: a session and the room `main`, as its first change. */
export function beginLog(
  stall: string,
  beginning: Beginning,
  now: number,
  dirty: Dirty,
): { model: Model; change: Change } {
  const model = createModel({ epoch: createEpoch(now), offset: 0 });
  const turn = new Turn(model, now, dirty);
  const { synthetic, currency, timeZone = ownTimeZone() } = beginning;

  const session: Session = {
    id: `session-${turn.offset}`,
    tz: timeZone,
    ...(currency !== undefined && { currency }),
    startsAt: turn.at,
    sinceSeq: turn.offset,
    goals: [],
    ...(synthetic && { synthetic }),
  };
  const known = currency === undefined ? null : { code: currency, exponent: exponentOf(currency) };
  turn.save('session', session.id, { value: session, currency: known });
  turn.save('current', 'session', session.id);
  turn.put('session', STALL_SCOPE, session);

  const room = { id: 'main', title: '直播间', commerce: true };
  turn.save('room', room.id, { rank: turn.offset, value: room, panic: false });
  turn.put('room', room.id, { ...room, panic: false });
  putAllTotals(turn);
  return { model, change: turn.end(stall)! };
}

/** That a log begins a new life, and after which epoch its own has to sort. */
export interface NewLife {
  /** The newest epoch that readers may have been told of. */
  after: string;
}

/**
 * Begins a new life of a log that goes on from here: after a copy was restored, readers may know a future that never was.
 *
 * Offsets continue, and so does everything that is known; only the history that readers resume by is let go of.
 */
export function renewLog(stall: string, model: Model, after: string, now: number): Change {
  const { epoch: last, offset: prev } = model.position;
  const epoch = createEpoch(now, last > after ? last : after);
  model.position = { epoch, offset: prev + 1 };
  return { stall, epoch, prev, offset: prev + 1, at: new Date(now).toISOString(), puts: [] };
}
