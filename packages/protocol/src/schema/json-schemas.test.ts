/* The published JSON Schemas are what the schemas say. After a change of those: pnpm --filter @stallcast/protocol schemas */
import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { arbitraryOf } from './arbitrary.fixture.js';
import { jsonSchemas, PUBLISHED } from './json-schemas.fixture.js';

const FOLDER = new URL('../../schemas/', import.meta.url);
const SCHEMAS = [...jsonSchemas()];

describe('the published JSON Schemas', () => {
  it.each(SCHEMAS)('are current: %s', async (name, text) => {
    await expect(text).toMatchFileSnapshot(`../../schemas/${name}`);
  });

  it('are all there, and no others', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(SCHEMAS.map(([name]) => name).sort());
  });

  it.each(SCHEMAS)('take what the ledger takes: %s', (name, text) => {
    const published = PUBLISHED[name.replace('.json', '')];
    if (!published) throw new Error(`Expected ${name} among the published schemas: add it.`);
    const validate = new Ajv2020({ strict: true, strictRequired: false, formats: { date: true } }).compile(
      JSON.parse(text) as object,
    );
    fc.assert(
      fc.property(arbitraryOf(published.schema), (value) => {
        const sent: unknown = JSON.parse(JSON.stringify(value));
        expect(validate(sent), JSON.stringify(validate.errors)).toBe(true);
        // And they are no open doors.
        expect(validate({ ...(sent as object), id: 7, type: 7, text: 7, net: 7, productId: 7 })).toBe(false);
        expect(v.is(published.schema, sent)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
