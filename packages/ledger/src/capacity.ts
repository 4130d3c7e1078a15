import type { Presale, Session, Stock } from '@stallcast/protocol';
import { dayOf, endOfDay, laterDay } from './calendar.js';
import type { StockRecord } from './records.js';

/**
 * What a workshop can promise with so many units waiting: the day on which the next one ordered is ready.
 *
 * The first day of making is the day after the figure was last touched, or after the session began, or the presale's own first
 * day, whichever is latest: what is ordered today is not promised for today.
 */
export function capacityOf(
  { perDay, startsOn }: Presale,
  queue: number,
  { observedAt }: StockRecord,
  { tz, startsAt }: Session,
): NonNullable<Stock['capacity']> {
  const touched = dayOf(Math.max(Date.parse(observedAt), Date.parse(startsAt)), tz);
  const tomorrow = laterDay(touched, 1);
  const first = startsOn !== undefined && startsOn > tomorrow ? startsOn : tomorrow;
  return { perDay, queue, promisedBy: endOfDay(laterDay(first, Math.floor(queue / perDay)), tz) };
}
