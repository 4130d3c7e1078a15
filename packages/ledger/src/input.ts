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

function malformed(what: 'command' | 'event', whatZh: string, fault: SchemaFault): Refusal {
  const { where, missing, expected, received } = fault;
  const [place, placeZh] =
    where === '' ? [`The ${what}`, whatZh] : [`The ${what}'s "${where}"`, `${whatZh}的“${where}”`];
  return refuse(
    400,
    `bad-${what}`,
    missing
      ? `${place} is missing: add it and send it again.`
      : `${place} is expected to be ${expected.en}, not ${received}: correct it and send it again.`,
    missing
      ? `缺少${placeZh}，请补上后重发。`
      : `${placeZh}应为 ${expected['zh-CN']}，收到的是 ${received}，请改正后重发。`,
  );
}
