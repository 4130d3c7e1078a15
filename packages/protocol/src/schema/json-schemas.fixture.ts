import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { STALL_SCOPE } from '../state.js';
import { KIND_SCHEMAS } from './frame.js';
import {
  commandSchema,
  frameSchema,
  idSchema,
  moneySchema,
  priceSchema,
  sourceEventSchema,
  timeSchema,
} from './index.js';

interface Published {
  schema: v.GenericSchema;
  title: string;
}

const VALUES: readonly [name: string, schema: v.GenericSchema][] = Object.entries(KIND_SCHEMAS);

/** What is published, by the name of its file. */
export const PUBLISHED: Readonly<Record<string, Published>> = {
  frame: { schema: frameSchema, title: 'A message of the wire' },
  command: { schema: commandSchema, title: 'A command of the operator' },
  'source-event': { schema: sourceEventSchema, title: 'What a shop’s message says' },
  ...Object.fromEntries(
    VALUES.map(([kind, schema]) => [kind, { schema, title: `The value of a put of kind ${kind}` }]),
  ),
};

const DEFINITIONS: Readonly<Record<string, v.GenericSchema>> = {
  id: idSchema,
  time: timeSchema,
  money: moneySchema,
  price: priceSchema,
  ...Object.fromEntries(VALUES),
};

/** Rules written as functions, by the words with which they refuse. What is not here cannot be said in a JSON Schema. */
const RULES: Readonly<Record<string, JsonSchema>> = {
  'a time such as 2026-07-01T11:00:00Z': {
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)$',
  },
  'a position such as 01JZZZZZZZZZZZZZZZZZZZZZZZ.42': { pattern: '^[0-9A-Za-z]{1,64}\\.(0|[1-9][0-9]{0,15})$' },
  'a day such as 2026-07-01': { format: 'date' },
  'another number than 0': { not: { const: 0 } },
  [`another id than ${STALL_SCOPE}, which means the whole stall`]: { not: { const: STALL_SCOPE } },
  'an address that starts with https:// or http://': { pattern: '^https?://' },
};

/** Makes the JSON Schema of each published schema, as the text of its file. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(PUBLISHED).map(([name, { schema, title }]) => {
      const { [name]: _, ...definitions } = DEFINITIONS;
      const { $schema, ...made } = toJsonSchema(schema, {
        target: 'draft-2020-12',
        typeMode: 'input',
        definitions,
        errorMode: 'ignore',
        overrideAction: ({ valibotAction, jsonSchema }) => {
          const { type, message } = valibotAction as { type: string; message?: unknown };
          const rule = type === 'check' && typeof message === 'string' ? RULES[message] : undefined;
          return rule ? withRule(jsonSchema, rule) : undefined;
        },
      });
      const $id = `urn:stallcast:1:${name}`;
      return [`${name}.json`, `${JSON.stringify(withoutUnused({ $schema, $id, title, ...made }), null, 2)}\n`];
    }),
  );
}

/** Two patterns or two exceptions stand beside each other. */
function withRule(schema: JsonSchema, rule: JsonSchema): JsonSchema {
  const taken = Object.keys(rule).some((key) => key in schema);
  return taken ? { ...schema, allOf: [...(schema.allOf ?? []), rule] } : { ...schema, ...rule };
}

/** Leaves out definitions that nothing leads to. */
function withoutUnused<T extends JsonSchema>({ $defs = {}, ...schema }: T): JsonSchema {
  const used = new Set<string>();
  const follow = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(JSON.stringify($defs[name]));
    }
  };
  follow(JSON.stringify(schema));
  const kept = Object.entries($defs).filter(([name]) => used.has(name));
  return { ...schema, ...(kept.length > 0 && { $defs: Object.fromEntries(kept) }) };
}
