import type { Command, SourceEvent } from '@stallcast/protocol';
import { readCommand, readEvents, type SchemaFault } from '@stallcast/protocol/schema';
import { refuse, type Refusal } from './outcome.js';

type Parsed<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Reads a command, or refuses it in a sentence. */
export function parseCommand(sent: unknown): Parsed<Command> {
  const { value, fault } = readCommand(sent);
  return value ? { ok: true, value } : { ok: false, refusal: malformed('command', '操作', fault) };
}

/** Reads the events of one delivery, or refuses them in a sentence. */
export function parseEvents(sent: unknown): Parsed<SourceEvent[]> {
  const { value, fault } = readEvents(sent);
  return value ? { ok: true, value } : { ok: false, refusal: malformed('event', '事件', fault) };
}

function malformed(what: 'command' | 'event', whatZh: string, { where, expected, received }: SchemaFault): Refusal {
  const place = where === '' ? ['The', '整体'] : [`"${where}" of the`, `“${where}”`];
  return refuse(
    400,
    `bad-${what}`,
    `${place[0]} ${what} is expected to be ${expected}, but is ${received}: correct it and send it again.`,
    `${whatZh}的${place[1]}应为 ${expected}，收到的是 ${received}，请改正后重发。`,
  );
}
