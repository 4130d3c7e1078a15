/*
 * Two operators at once: who gives a command may say how far it had read, and then overwrites nothing that it could not have seen.
 *
 *   seen ──────●─────────────●──────────▶ head
 *              read          somebody else set what the command sets   → refused, and it says who and what stands
 *                            one of `own` set it, or an order came     → done
 */
import { parsePosition, type Command, type Position } from '@stallcast/protocol';
import { cellKey } from './cell.js';
import type { Model } from './model.js';
import type { Refusal } from './outcome.js';
import { tellStands } from './stands.js';
import { targetsOf } from './targets.js';
import type { CellStamp } from './undo-record.js';

/** Refuses a command that would overwrite what somebody else has set since it was given; null where nothing stands in its way. */
export function refusalOfUnseen(model: Model, command: Command): Refusal | null {
  const seen = parsePosition(command.seen);
  if (!seen) return null;
  const own = new Set(command.own);
  const clashes = targetsOf(model, command).flatMap(({ cell, isMet }) => {
    const stamp = model.tables.cell.get(cellKey(cell));
    if (!stamp || own.has(stamp.touched) || wasSeen(model, stamp, seen) || isMet()) return [];
    return [{ stamp, stands: tellStands(model, cell) }];
  });
  const [first] = clashes;
  if (!first) return null;
  const { touched: commandId, by } = clashes.reduce((latest, clash) =>
    offsetOf(model, clash.stamp) > offsetOf(model, latest.stamp) ? clash : latest,
  ).stamp;
  const [why, whyZh] = isComparable(model, seen)
    ? [`${by ?? 'another deck'} changed this meanwhile`, `${by ?? '另一个控台'}已经改过了`]
    : ['the stall was put back from a copy meanwhile', '摊位的数据从备份恢复过了'];
  const now = (language: 'en' | 'zh-CN', joint: string) =>
    [...new Set(clashes.map(({ stands }) => stands[language]))].join(joint);
  return {
    status: 409,
    code: 'overtaken',
    message: {
      en: `Not done: ${why}, and ${now('en', ', and ')}. Leave it so, or do it your way all the same.`,
      'zh-CN': `没改成：${whyZh}，${now('zh-CN', '，')}。就用现在的，还是按您的来？`,
    },
    overtaken: { commandId, ...(by !== undefined && { by }), position: { ...model.position } },
  };
}

/** Whether a reader at a position had a stamp's write behind it. */
function wasSeen(model: Model, stamp: CellStamp, seen: Position): boolean {
  return isComparable(model, seen) && offsetOf(model, stamp) <= seen.offset;
}

/** A position of another life of the log, or one ahead of it, says nothing of what this log holds: whatever was set is unseen then. */
function isComparable({ position }: Model, { epoch, offset }: Position): boolean {
  return epoch === position.epoch && offset <= position.offset;
}

/** Where a cell was written last. Stamps from before places were noted have the place of their command, as long as that is kept. */
function offsetOf(model: Model, { offset, touched }: CellStamp): number {
  return offset ?? model.tables.undo.get(touched)?.offset ?? 0;
}
