import type { Position } from './frame.js';

/** Orders two positions: epochs are ULIDs and sort by time, offsets count within an epoch. */
export function comparePositions(a: Position, b: Position): number {
  if (a.epoch !== b.epoch) return a.epoch < b.epoch ? -1 : 1;
  return a.offset - b.offset;
}

/** Writes a position as `epoch.offset`: an SSE id, an ETag, the `from` of a resumption. */
export function formatPosition(position: Position): string {
  return `${position.epoch}.${position.offset}`;
}

const POSITION = /^([0-9A-Za-z]{1,64})\.(0|[1-9][0-9]{0,15})$/;

/** Reads `epoch.offset`; null for anything else. */
export function parsePosition(text: string | null | undefined): Position | null {
  const match = POSITION.exec(text ?? '');
  const offset = Number(match?.[2]);
  return match?.[1] && Number.isSafeInteger(offset) ? { epoch: match[1], offset } : null;
}
