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
  expected: string;
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
    return { fault: { where: 'type', expected: `one of ${COMMAND_TYPES.join(', ')}`, received: quote(type) } };
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
  return {
    fault: {
      where: (v.getDotPath(issue) ?? '').slice(0, 100),
      expected: issue.kind === 'schema' ? (issue.expected ?? 'something else') : expectation(issue),
      received: issue.received.slice(0, 60),
    },
  };
}

/** Valibot describes what a number or a length has to be; for a rule of our own, its message does. */
function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === null || issue.type === 'regex') return issue.message;
  const length = /length|entries/.test(issue.type);
  return `${length ? 'a length of ' : issue.type === 'safe_integer' ? 'a whole number ' : 'a number '}${issue.expected}`;
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

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
