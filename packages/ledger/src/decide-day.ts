import { currentSession } from './model.js';
import { deriveStock, saveStock, shownStock, stockRecord } from './stock-record.js';
import type { Turn } from './turn.js';

/**
 * Moves on what a day's turn makes untrue: a presale promises from the day after the turn on.
 *
 * Nothing is written where no promise moves, so that it may be asked for as often as one likes; a clock that was set back moves none.
 */
export function turnDay(turn: Turn): void {
  const session = currentSession(turn.model);
  for (const [id, { value: product }] of turn.model.tables.product) {
    const promised = shownStock(turn.model, product)?.capacity?.promisedBy;
    if (promised === undefined) continue;
    const record = { ...stockRecord(turn, session, id), observedAt: turn.at };
    const moved = deriveStock(product, record, session.value).capacity?.promisedBy ?? promised;
    if (Date.parse(moved) > Date.parse(promised)) saveStock(turn, session, record);
  }
}
