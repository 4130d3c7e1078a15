import type { Alert } from '@stallcast/protocol';
import { syntheticMark } from './model.js';
import type { Turn } from './turn.js';

/** How many alerts are kept. */
export const KEPT_ALERTS = 20;

/** Tells the operator something. One alert for each code and subject: the next replaces it and becomes the newest. */
export function raiseAlert(turn: Turn, code: Alert['code'], subject: string, detail: Alert['detail']): void {
  const { alert } = turn.model.tables;
  const id = `${code}:${subject}`;
  const value: Alert = { id, at: turn.at, code, subject, detail, ...syntheticMark(turn.model) };
  alert.delete(id);
  turn.save('alert', id, { value, offset: turn.offset });
  turn.put('alert', id, value);

  for (const oldest of alert.keys()) {
    if (alert.size <= KEPT_ALERTS) break;
    turn.drop('alert', oldest);
    turn.remove('alert', oldest);
  }
}

/** Takes back an alert whose cause is gone. */
export function clearAlert(turn: Turn, code: Alert['code'], subject: string): void {
  const id = `${code}:${subject}`;
  if (!turn.model.tables.alert.has(id)) return;
  turn.drop('alert', id);
  turn.remove('alert', id);
}
