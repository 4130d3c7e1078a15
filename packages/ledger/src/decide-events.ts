import type { SourceEvent } from '@stallcast/protocol';
import { syntheticInRealSession } from './decide-command.js';
import { acceptOrderEvent } from './decide-order.js';
import { acceptStockEvent } from './decide-stock.js';
import { currentSession, type Model } from './model.js';
import { refuse, type Refusal } from './outcome.js';
import type { Turn } from './turn.js';

/** Why events cannot be taken, before any of them is. */
export function refusalOfEvents(model: Model, events: readonly SourceEvent[]): Refusal | null {
  if (events.some(({ synthetic }) => synthetic) && !currentSession(model).value.synthetic)
    return syntheticInRealSession();
  const lost = events.find(({ room }) => room !== undefined && !model.tables.room.has(room));
  if (!lost) return null;
  return refuse(
    422,
    'unknown-room',
    `The message names the room "${lost.room}", which this stall does not have: put the room first, or correct the webhook's address.`,
    `消息里的直播间“${lost.room}”不存在，请先添加这个直播间，或改正推送地址。`,
  );
}

export function acceptEvent(turn: Turn, event: SourceEvent): void {
  if (event.type === 'order') acceptOrderEvent(turn, event);
  else acceptStockEvent(turn, event);
}
