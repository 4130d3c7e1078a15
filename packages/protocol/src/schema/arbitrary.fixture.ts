import fc from 'fast-check';
import * as v from 'valibot';

/** A schema as it is made up inside, as far as values are made from it. */
interface Parts {
  type: string;
  pipe?: readonly (v.GenericSchema | { kind: string; type: string; requirement?: unknown })[];
  entries?: Readonly<Record<string, v.GenericSchema>>;
  item?: v.GenericSchema;
  wrapped?: v.GenericSchema;
  key?: v.GenericSchema;
  value?: v.GenericSchema;
  options?: readonly unknown[];
  literal?: unknown;
}

/** Texts for every rule that a text can have to keep. A schema takes those that fit it. */
const TEXTS = [
  'a',
  '桃',
  'woocommerce:9001',
  '阳山水蜜桃 5斤装',
  '👩🏽‍🌾',
  'main',
  'CNY',
  'USD',
  'en',
  'zh-CN',
  'Asia/Shanghai',
  'UTC',
  '01JZZZZZZZZZZZZZZZZZZZZZZZ.42',
  '2026-07-01',
  '2026-02-28',
  '2026-07-01T11:00:00.000Z',
  '2026-07-01T19:00+08:00',
  '2024-02-29T23:59:59.999999999-11:30',
  'https://stall.example/peach.jpg',
  './pictures/peach.svg',
  'data:image/png;base64,AAAA',
] as const;

/** Makes values that a schema accepts, all that it accepts as far as they are of moderate size. */
export function arbitraryOf(schema: v.GenericSchema): fc.Arbitrary<unknown> {
  const parts = schema as unknown as Parts;
  const made = made_(schema, parts);
  return parts.pipe ? made.filter((value) => v.is(schema, value)) : made;
}

function made_(schema: v.GenericSchema, parts: Parts): fc.Arbitrary<unknown> {
  switch (parts.type) {
    case 'object': {
      const entries = Object.entries(parts.entries ?? {});
      const isOptional = (entry: v.GenericSchema) => (entry as unknown as Parts).type === 'exact_optional';
      return fc.record(Object.fromEntries(entries.map(([name, entry]) => [name, arbitraryOf(entry)])), {
        requiredKeys: entries.filter(([, entry]) => !isOptional(entry)).map(([name]) => name),
        noNullPrototype: true,
      });
    }
    case 'exact_optional':
      return arbitraryOf(inner(parts.wrapped));
    case 'nullable':
      return fc.option(arbitraryOf(inner(parts.wrapped)), { nil: null });
    case 'array':
      return fc.array(arbitraryOf(inner(parts.item)), { maxLength: 3 });
    case 'record':
      return fc.dictionary(arbitraryOf(inner(parts.key)) as fc.Arbitrary<string>, arbitraryOf(inner(parts.value)), {
        maxKeys: 3,
        noNullPrototype: true,
      });
    case 'variant':
    case 'union':
      return fc.oneof(...(parts.options as v.GenericSchema[]).map((option) => arbitraryOf(option)));
    case 'picklist':
      return fc.constantFrom(...(parts.options ?? []));
    case 'literal':
      return fc.constant(parts.literal);
    case 'boolean':
      return fc.boolean();
    case 'number': {
      const limit = (type: string, without: number) => {
        const rule = parts.pipe?.find((one) => one.type === type) as { requirement?: number } | undefined;
        return rule?.requirement ?? without;
      };
      const [min, max] = [limit('min_value', Number.MIN_SAFE_INTEGER), limit('max_value', Number.MAX_SAFE_INTEGER)];
      return fc.oneof(fc.constantFrom(min, max), fc.integer({ min: Math.max(min, -50), max: Math.min(max, 50) }));
    }
    case 'string': {
      const fitting = TEXTS.filter((text) => v.is(schema, text));
      if (fitting.length === 0) throw new Error('No text of the list fits this schema: add one that does.');
      const known = fc.constantFrom<string>(...fitting);
      const any = fc.string({ unit: 'grapheme', maxLength: 12 });
      return fc.oneof(
        known,
        any.map((text) => (v.is(schema, text) ? text : (fitting[0] ?? ''))),
      );
    }
    default:
      throw new Error(`Values of a "${parts.type}" schema cannot be made yet: add a case.`);
  }
}

function inner(schema: v.GenericSchema | undefined): v.GenericSchema {
  if (!schema) throw new Error('A schema without what it wraps.');
  return schema;
}
