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

/** A step as it is kept. */
export function withoutMarks({ isKept: _, ...sent }: SentCommand): SentCommand {
  return sent;
}

/** How long sending waits for a storage that does not answer. */
const HOLD_MS = 1_000;

/** The answer of a storage, or yes where it does not answer: a step is sent twice sooner than never. */
export function inTime(held: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => resolve(true), HOLD_MS);
    void held.then((isHeld) => {
      clearTimeout(impatience);
      resolve(isHeld);
    });
  });
}
