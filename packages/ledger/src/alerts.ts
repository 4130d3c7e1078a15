import type { Alert } from '@stallcast/protocol';
import { syntheticMark } from './model.js';
import type { Turn } from './turn.js';

/** How many alerts are kept, beside the operator's own messages. */
export const KEPT_ALERTS = 20;

/** The key of the operator's message to the host, of which each scope has one. */
export function messageId(scope: string): string {
  return `message:${scope}`;
}

/** Tells the operator something. One alert for each code and subject: the next replaces it and becomes the newest. */
export function raiseAlert(turn: Turn, code: Alert['code'], subject: string, detail: Alert['detail']): void {
  const { alert } = turn.model.tables;
  const id = `${code}:${subject}`;
  const value: Alert = { id, at: turn.at, code, subject, detail, ...syntheticMark(turn.model) };
  alert.delete(id);
  turn.save('alert', id, { value, offset: turn.offset });
  turn.put('alert', id, value);

  const raised = [...alert].filter(([, { value }]) => value.code !== 'message').map(([key]) => key);
  for (const oldest of raised.slice(0, -KEPT_ALERTS)) {
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
