import * as v from 'valibot';
import type { Command } from '../command.js';
import type { SourceEvent } from '../source-event.js';
import { COMMAND_TYPES, commandSchema } from './command.js';
import { sourceEventSchema } from './source-event.js';

/** What was read, or the first thing wrong with it. */
export type Reading<T> = { value: T; fault?: undefined } | { fault: SchemaFault; value?: undefined };

/** One thing that does not fit, in words for a sentence. */
export interface SchemaFault {
  /** The path of the field, such as `product.title`; empty for the whole. */
  where: string;
  /** The field is not there at all. */
  missing: boolean;
  expected: { en: string; 'zh-CN': string };
  received: string;
}

/** How many events one delivery may carry. */
export const MAX_EVENTS = 1_000;

const eventsSchema = v.pipe(v.array(sourceEventSchema), v.maxLength(MAX_EVENTS));

/** Reads a command from whatever was sent as one. Unknown fields are left out. */
export function readCommand(sent: unknown): Reading<Command> {
  const json = plainJson(sent);
  const type = typeof json === 'object' && json !== null ? (json as { type?: unknown }).type : undefined;
  if (typeof type === 'string' && !COMMAND_TYPES.includes(type)) {
    const all = COMMAND_TYPES.join(', ');
    const received = JSON.stringify(type.slice(0, 40));
    return {
      fault: { where: 'type', missing: false, expected: { en: `one of ${all}`, 'zh-CN': `${all} 之一` }, received },
    };
  }
  return read(commandSchema, json);
}

/** Reads the events of one delivery. */
export function readEvents(sent: unknown): Reading<SourceEvent[]> {
  return read(eventsSchema, plainJson(sent));
}

function read<S extends v.GenericSchema>(schema: S, json: unknown): Reading<v.InferOutput<S>> {
  const result = v.safeParse(schema, json);
  if (result.success) return { value: result.output };
  const issue: v.BaseIssue<unknown> = result.issues[0];
  const where = (v.getDotPath(issue) ?? '').slice(0, 100);
  const missing = where !== '' && issue.received === 'undefined';
  return { fault: { where, missing, expected: expectation(issue), received: oneLine(issue.received) } };
}

/** A sentence stays one line, and nothing turns it around, whatever was sent. */
function oneLine(received: string): string {
  return received.slice(0, 60).replace(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}

const KINDS: Readonly<Record<string, [en: string, zh: string]>> = {
  string: ['text', '文字'],
  number: ['a number', '数字'],
  boolean: ['true or false', 'true 或 false'],
  array: ['a list', '列表'],
  object: ['an object', '对象'],
  variant: ['an object', '对象'],
  record: ['an object', '对象'],
  safe_integer: ['a whole number', '整数'],
};

const LIMITS: Readonly<Record<string, (limit: string) => [en: string, zh: string]>> = {
  min_length: (limit) => [`at least ${limit} long`, `长度至少 ${limit}`],
  max_length: (limit) => [`at most ${limit} long`, `长度不超过 ${limit}`],
  max_entries: (limit) => [`at most ${limit} entries`, `不超过 ${limit} 项`],
  min_value: (limit) => [`${limit} or more`, `不小于 ${limit}`],
  max_value: (limit) => [`${limit} or less`, `不大于 ${limit}`],
};

/** What a rule asks for, in words. Valibot's own are for programmers and in English. */
function expectation({ type, expected, requirement, message, kind }: v.BaseIssue<unknown>): SchemaFault['expected'] {
  const known = KINDS[type] ?? LIMITS[type]?.(String(requirement));
  if (known) return { en: known[0], 'zh-CN': known[1] };
  // A rule of our own says it in its message; what is left are lists of words.
  const told =
    kind === 'validation' || expected === null ? message : expected.replace(/[()]/g, '').replace(/ \| /g, ' or ');
  return { en: told, 'zh-CN': told };
}

/** What JSON would make of it: fields that are undefined go, and nothing but data stays. */
function plainJson(sent: unknown): unknown {
  try {
    const text = JSON.stringify(sent) as string | undefined;
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
