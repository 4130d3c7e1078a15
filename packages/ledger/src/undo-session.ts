import type { Cell } from './cell.js';
import { currentSession, type Model } from './model.js';
import { refuse, type Refusal } from './outcome.js';
import type { UndoRecord } from './undo-record.js';

/** Why the start or the end of a session is not taken back: something happened since that would be in no session, or in the wrong one. */
export function refusalToUndoSession(model: Model, { steps, offset }: UndoRecord): Refusal | null {
  const cells = steps.flatMap((step) => ('cell' in step ? [step.cell] : []));
  const { id } = currentSession(model).value;
  if (cells.some(([kind]) => kind === 'session')) {
    if (model.lastOrderSeq > offset) return hasOrders();
    if (wasWorkedOn(model, id, offset)) return hasSteps();
  }
  return cells.some(([kind, session]) => kind === 'session-end' && session !== id) ? isOver() : null;
}

/** Whether a goal or an end of a session's own was set after a place in the log, and stands. */
function wasWorkedOn({ tables }: Model, session: string, since: number): boolean {
  return [...tables.cell].some(([key, { writer, offset = 0 }]) => {
    if (writer === null || offset <= since) return false;
    const [kind, id] = JSON.parse(key) as Cell;
    return (kind === 'goal' || kind === 'session-end') && id === session;
  });
}

function hasOrders(): Refusal {
  return refuse(
    409,
    'session-has-orders',
    'Orders have come in this session, and they would be in none: it is not undone. Start another session instead.',
    '这一场已经有订单了，撤销了它们就没有归处：不能撤销，要重来请再开始新的一场。',
  );
}

function hasSteps(): Refusal {
  return refuse(
    409,
    'session-has-steps',
    'This session has a goal or an end of its own by now: undo those first.',
    '这一场已经定过目标或结束过了：请先撤销后面那几步。',
  );
}

function isOver(): Refusal {
  return refuse(
    409,
    'session-over',
    'Another session has begun since: undo its start first.',
    '已经开始了新的一场：请先撤销新的一场，才能接着播这一场。',
  );
}
