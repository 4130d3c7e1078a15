import type { Position } from '@stallcast/protocol';
import type { SentCommand } from './sent-command.js';

/** A step as it stands for a reader who stands at `seen`. */
export function settled(sent: SentCommand, seen: Position | null): SentCommand {
  const isDone = sent.stage === 'accepted' && sent.position !== undefined && isPast(sent.position, seen);
  return isDone ? { ...sent, stage: 'done' } : sent;
}

/** Whether a reader who stands at `seen` has a position behind it; an epoch that ended is behind everyone. */
export function isPast(position: Position, seen: Position | null): boolean {
  return (
    seen !== null && (position.epoch < seen.epoch || (position.epoch === seen.epoch && position.offset <= seen.offset))
  );
}
