/* The published schema is what the parser takes. After a change of the format: STALLCAST_WRITE=1 with this file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDITIONS } from './scene.conditions.js';
import { PLACES, SCENE_WIDGETS } from './scene.format.js';
import { parseScene } from './scene.parse.js';
import { sceneSchema } from './scene.schema.js';

const FILE = new URL('../../../scenes/scene.schema.json', import.meta.url);
const validate = new Ajv2020({ strict: false }).compile(sceneSchema());

const ids = fc.constantFrom('a', 'goal-1', 'A', '', 'x'.repeat(41), '-a', '<b>');
const anything = fc.oneof(
  fc.anything({ maxDepth: 1 }),
  fc.constantFrom(0, -1, 1.5, 1e9, '', 'look', true, null, [], {}),
);
const maybe = <T>(good: fc.Arbitrary<T>) => fc.oneof({ weight: 8, arbitrary: good as fc.Arbitrary<unknown> }, anything);
const names = [...new Set(Object.values(SCENE_WIDGETS).flatMap((rules) => Object.keys(rules)))];
const values = fc.constantFrom<unknown>(
  ...[
    'wide',
    'leaf',
    'https://shop.example/a',
    'http://shop.example',
    'javascript:alert(1)',
    0,
    3,
    11,
    true,
    'x'.repeat(101),
  ],
  ...['https://a.example/"x', '🍑'.repeat(60), 'slim', 'jin'],
);
const item = fc.record(
  {
    id: maybe(ids),
    tag: maybe(fc.constantFrom(...Object.keys(SCENE_WIDGETS), 'stall-prompter', 'script', 'constructor')),
    name: maybe(fc.constantFrom('商品卡', '', 'b', 'c', '🍑'.repeat(41))),
    x: maybe(fc.integer({ min: -2100, max: 4100 })),
    y: maybe(fc.integer({ min: 0, max: 1000 })),
    width: maybe(fc.integer({ min: 10, max: 2100 })),
    height: maybe(fc.double({ min: 20, max: 2000, noNaN: true })),
    place: maybe(fc.constantFrom(...PLACES)),
    scale: maybe(fc.double({ min: 0.2, max: 4.2, noNaN: true })),
    layer: maybe(fc.integer({ min: -1, max: 100 })),
    hidden: maybe(fc.boolean()),
    locked: maybe(fc.boolean()),
    group: maybe(ids),
    attributes: maybe(fc.dictionary(fc.constantFrom(...names, 'onclick', 'style', 'href'), values, { maxKeys: 3 })),
    when: maybe(fc.array(fc.constantFrom<unknown>(...CONDITIONS, 'rain'), { maxLength: 5 })),
    turn: maybe(fc.record({ group: ids, seconds: fc.constantFrom<unknown>(5, 14, 601, 4, 7.5, '9') })),
    later: fc.constant(1),
  },
  { requiredKeys: ['id', 'tag', 'x', 'y'] },
);
const tokenNames = fc.constantFrom(
  ...[
    '--stall-color-value',
    '--stall-color-text-quiet',
    '--stall-font-title',
    '--stall-radius-plate',
    '--stall-motion-travel',
  ],
  ...[
    '--stall-motion-duration-in',
    '--stall-figure-weight',
    '--stall-plate-emblem',
    '--stall-src',
    'color',
    '__proto__',
  ],
);
const tokenValues = fc.constantFrom<unknown>(
  ...['#c42d1a', '#C42D1A', 'red', 'url(x)', '12px', '12px 0px', '9.5', '400ms', '-8px', 'PingFang SC, sans-serif'],
  ...["'x", 'a;b', 9, null],
);
const files = fc.record(
  {
    version: maybe(fc.constant(1)),
    canvas: maybe(fc.constantFrom('portrait', 'landscape', 'square')),
    theme: maybe(ids),
    tokens: maybe(
      fc.oneof(
        {
          weight: 5,
          arbitrary: fc.constant({ '--stall-color-value': '#c42d1a', '--stall-radius-tab': '9px 9px 0px' }),
        },
        fc.dictionary(tokenNames, tokenValues, { maxKeys: 2 }),
      ),
    ),
    title: maybe(fc.constantFrom('果园', 'x'.repeat(81))),
    // One item a file: that ids differ is not the schema's to say.
    items: maybe(fc.array(item, { maxLength: 1 })),
  },
  { requiredKeys: ['version', 'canvas', 'items'] },
);

describe('the schema of a scene file', () => {
  it('is the one that is published', () => {
    const text = `${JSON.stringify(sceneSchema(), null, 2)}\n`;
    if (process.env['STALLCAST_WRITE']) writeFileSync(FILE, text);
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(text));
  });

  it('takes what the parser takes without a fault, and nothing else', () => {
    const seen = { good: 0, bad: 0 };
    fc.assert(
      fc.property(files, (file) => {
        // What is no JSON never comes out of a file.
        const value = JSON.parse(JSON.stringify(file)) as unknown;
        const { faults } = parseScene(value);
        seen[faults.length === 0 ? 'good' : 'bad'] += 1;
        expect(validate(value), JSON.stringify([value, faults, validate.errors])).toBe(faults.length === 0);
      }),
      { numRuns: 3000 },
    );
    expect(seen.good).toBeGreaterThan(100);
    expect(seen.bad).toBeGreaterThan(100);
  });
});
