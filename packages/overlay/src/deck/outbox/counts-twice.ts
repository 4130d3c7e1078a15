import type { Command, CommandType } from '@stallcast/protocol';

const ADDS: ReadonlySet<CommandType> = new Set([
  'adjust-stock',
  'next-in-run',
  'record-order',
  'cancel-order',
  'start-session',
  'undo',
]);

/** Whether a command would count twice, were it done again under another id. */
export function countsTwice({ type }: Command): boolean {
  return ADDS.has(type);
}
