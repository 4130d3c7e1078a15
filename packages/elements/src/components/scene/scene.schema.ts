import { CONDITIONS } from './scene.conditions.js';
import {
  CANVASES,
  HTTPS,
  ID,
  LIMITS,
  PLACES,
  SCENE_VERSION,
  SCENE_WIDGETS,
  type AttributeRule,
} from './scene.format.js';
import { TOKEN_RULES } from './scene.tokens.js';

type Schema = Readonly<Record<string, unknown>>;

const number = ([minimum, maximum]: readonly [number, number], type = 'number'): Schema => ({ type, minimum, maximum });
const id: Schema = { type: 'string', pattern: ID };

function attribute(rule: AttributeRule): Schema {
  switch (rule.kind) {
    case 'choice':
      return { enum: rule.of };
    case 'text':
      return { type: 'string', maxLength: rule.longest };
    case 'whole':
      return number([rule.from, rule.to], 'integer');
    case 'https':
      return { type: 'string', pattern: HTTPS };
    case 'flag':
      return { type: 'boolean' };
  }
}

const attributesOf = ([tag, rules]: [string, Readonly<Record<string, AttributeRule>>]): Schema => ({
  if: { properties: { tag: { const: tag } } },
  then: {
    properties: {
      attributes: {
        type: 'object',
        properties: Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, attribute(rule)])),
        additionalProperties: false,
      },
    },
  },
});

/**
 * Makes the JSON Schema of a scene file from the same lists that the parser reads.
 *
 * That ids differ from each other, and how many turn groups there may be, it cannot say.
 */
export function sceneSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:stallcast:${SCENE_VERSION}:scene`,
    title: 'A scene: widgets laid out on a canvas',
    type: 'object',
    required: ['version', 'canvas', 'items'],
    properties: {
      version: { const: SCENE_VERSION },
      title: { type: 'string', maxLength: LIMITS.title },
      canvas: { enum: Object.keys(CANVASES) },
      theme: id,
      tokens: {
        type: 'object',
        maxProperties: LIMITS.tokens,
        patternProperties: Object.fromEntries(
          TOKEN_RULES.map(({ names, values }) => [names, { type: 'string', pattern: values }]),
        ),
        additionalProperties: false,
      },
      items: { type: 'array', maxItems: LIMITS.items, items: { $ref: '#/$defs/item' } },
    },
    $defs: {
      item: {
        type: 'object',
        required: ['id', 'tag', 'x', 'y'],
        properties: {
          id,
          tag: { enum: Object.keys(SCENE_WIDGETS) },
          name: { type: 'string', maxLength: LIMITS.name },
          x: number(LIMITS.position),
          y: number(LIMITS.position),
          width: number(LIMITS.size),
          height: number(LIMITS.size),
          place: { enum: PLACES },
          scale: number(LIMITS.scale),
          layer: number(LIMITS.layer, 'integer'),
          hidden: { type: 'boolean' },
          locked: { type: 'boolean' },
          group: id,
          attributes: { type: 'object' },
          when: { type: 'array', maxItems: LIMITS.conditions, uniqueItems: true, items: { enum: CONDITIONS } },
          turn: {
            type: 'object',
            required: ['group', 'seconds'],
            properties: { group: id, seconds: number(LIMITS.seconds, 'integer') },
          },
        },
        allOf: Object.entries(SCENE_WIDGETS).map(attributesOf),
      },
    },
  };
}
