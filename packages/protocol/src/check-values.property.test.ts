/*
 * Whether a page and a ledger mean the same by a value: the checks by hand against the schemas.
 *
 * What a ledger may write, a page takes, always. What a page takes beyond that is listed, each with its reason.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { VALUE_CHECKS } from './check-values.js';
import type { Batch, Frame, Kind, Put } from './frame.js';
import { parseFrame } from './parse-frame.js';
import { arbitraryOf } from './schema/arbitrary.fixture.js';
import * as schemas from './schema/index.js';

const SCHEMAS: Readonly<Record<Kind, v.GenericSchema>> = schemas.KIND_SCHEMAS;
const KINDS = Object.keys(SCHEMAS) as Kind[];

/** What a schema refuses and a page takes, by the rule that refuses it, and why. */
const LAXER: Readonly<Record<string, { why: string; unless?: (issue: v.BaseIssue<unknown>) => boolean }>> = {
  max_length: { why: 'Sizes are the ledger’s to limit. A page has one limit for all texts, and one for a message.' },
  max_entries: { why: 'The same.' },
  max_value: { why: 'The same: a page shows whatever safe integer there is.' },
  min_value: {
    why: 'A page refuses what is below zero where nothing can be; that a limit is at least one is the ledger’s to say.',
    unless: ({ input }) => Number(input) < 0,
  },
  min_length: {
    why: 'An empty text shows as nothing.',
    // An empty id would be a key that is none.
    unless: ({ path }) => /(?:^|\.)(?:id|\w+Id|epoch)$/.test(dotted(path)),
  },
  regex: {
    why: 'How a currency, a date or a language tag is spelt: one that a page does not know is shown as it stands.',
  },
  check: {
    why: 'Blank titles, half characters, a time zone or an address that the ledger would not take: the widget that reads it decides.',
  },
};

/** Words that may get more: a page of today must not lose a whole change over a word of tomorrow. */
const GROWING = /^(?:saleUnit|reason|operatorOnly|code|compareAt\.basis|media\.\d+\.kind|promises\.\d+\.kind)$/;

function dotted(path: v.BaseIssue<unknown>['path']): string {
  return (path ?? []).map(({ key }) => String(key)).join('.');
}

/** Why a page may take what the schema refuses; undefined where it may not. */
function excuse(kind: Kind, issue: v.BaseIssue<unknown>): string | undefined {
  const where = dotted(issue.path);
  if (kind === 'product' && where.startsWith('sources'))
    return 'By them the ledger finds a product; no page reads them.';
  if (issue.type === 'picklist' || issue.type === 'variant' || issue.type === 'literal') {
    return GROWING.test(where) && typeof issue.input === 'string' && issue.input !== '' ? 'A growing word.' : undefined;
  }
  const rule = LAXER[issue.type];
  return rule && !rule.unless?.(issue) ? rule.why : undefined;
}

/** What comes over a wire in place of what was meant. */
const junk = fc.constantFrom<unknown>(
  null,
  '',
  'x',
  'not-yet',
  '2026-07-01T11:00:00.000Z',
  '12',
  0,
  1,
  -1,
  1.5,
  2 ** 53,
  -(2 ** 53),
  1e308,
  true,
  false,
  [],
  {},
  [null],
  { id: 'x' },
);

/** One place of a value is changed: removed, or something else put there. */
function mutate(value: unknown, dice: readonly number[], something: unknown): unknown {
  if (typeof value !== 'object' || value === null || dice.length === 0) return something;
  const [die = 0, ...rest] = dice;
  const keys = Object.keys(value);
  const key = keys[die % Math.max(1, keys.length)];
  if (key === undefined) return something;
  const copy = structuredClone(value) as Record<string, unknown>;
  if (rest.length === 0 && die % 3 === 0 && !Array.isArray(copy)) delete copy[key];
  else copy[key] = mutate(copy[key], rest, something);
  return copy;
}

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

describe.each(KINDS)('a page and a ledger: %s', (kind) => {
  const [schema, check] = [SCHEMAS[kind], VALUE_CHECKS[kind]];
  const value = arbitraryOf(schema);

  it('agree on what a ledger may write', () => {
    fc.assert(
      fc.property(value, (valid) => {
        expect(check(overTheWire(v.parse(schema, valid)))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('agree on what is neither’s, but for what is listed', () => {
    fc.assert(
      fc.property(value, fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }), junk, (valid, dice, something) => {
        const sent = overTheWire(mutate(valid, dice, something));
        const { success, output, issues = [] } = v.safeParse(schema, sent);
        // What the ledger makes of it is what it writes: a list given for a table becomes a table.
        if (success) expect(check(overTheWire(output)), 'a page refuses what a ledger may write').toBe(true);
        else if (check(sent)) {
          const unexcused = issues.filter((issue) => excuse(kind, issue) === undefined);
          expect(
            unexcused.map(({ type, path, input }) => `${type} at ${dotted(path)}: ${JSON.stringify(input)}`),
          ).toEqual([]);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});

it('a page reads whole whatever frame a relay may send', () => {
  fc.assert(
    fc.property(arbitraryOf(schemas.frameSchema), (made) => {
      const frame = overTheWire(made) as Message;
      const frames = (frame.type === 'batch' ? frame.frames : [frame]).map(inOrder);
      const message = frame.type === 'batch' ? { ...frame, frames } : frames[0];
      expect(parseFrame(JSON.stringify(message))).toEqual({ frames, faults: [] });
    }),
    { numRuns: 500 },
  );
});

type Message = Frame | Batch;

/** What no schema says: a put's key is its value's own id, and a frame goes forward. */
function inOrder(frame: Frame): Frame {
  if (frame.type === 'snapshot') return frame;
  const ordered = { ...frame, prev: Math.min(frame.prev, frame.offset), offset: Math.max(frame.prev, frame.offset) };
  if (ordered.type === 'ping') return ordered;
  const puts = ordered.puts.map((put) => {
    const value = put.value as { id?: string; productId?: string } | undefined;
    return { ...put, id: (put.kind === 'stock' ? value?.productId : value?.id) ?? put.id } as Put;
  });
  return { ...ordered, puts };
}
