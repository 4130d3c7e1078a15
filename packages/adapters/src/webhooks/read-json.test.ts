import { WebhookError } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './read-json.js';

const read = (text: string) => readJson(new TextEncoder().encode(text));

function refusal(text: string | Uint8Array): WebhookError {
  try {
    readJson(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  } catch (error) {
    return error as WebhookError;
  }
  throw new Error('The text was taken.');
}

describe('readJson', () => {
  it('keeps every digit of an integer beyond 2^53', () => {
    expect(read('{"a":271878346596884015,"b":271878346596884016,"c":9007199254740991}')).toEqual({
      a: '271878346596884015',
      b: '271878346596884016',
      c: 9007199254740991,
    });
  });

  it('keeps an amount as it was written', () => {
    expect(read('[199.0, 0.10, 29.35, 1e3, -0.5]')).toEqual(['199.0', '0.10', '29.35', '1e3', '-0.5']);
  });

  it('reads what JSON.parse reads, wherever that is exact', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }).filter(holdsOnlySafeIntegers), (value) => {
        expect(read(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('lets a key named __proto__ change nothing but its own object', () => {
    const object = read('{"__proto__":{"admin":true},"constructor":1}') as Record<string, unknown>;
    expect(object['admin']).toBeUndefined();
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it.each([
    ['', 'Expected a JSON body, got none'],
    ['{"a":1', 'at character 6'],
    ['{"email":"x@example.com",}', 'at character 25'],
    ['hello', 'at character 0'],
    ['{"a":1,"a":2}', 'Expected JSON'],
    ['['.repeat(65) + ']'.repeat(65), 'at most 64 levels, got more at byte 64'],
    ['['.repeat(200_000), 'at most 64 levels'],
  ])('refuses %.30s with the place and without the content', (text, words) => {
    const error = refusal(text);
    expect([error.name, error.status]).toEqual(['WebhookError', 400]);
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('example.com');
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(refusal(new Uint8Array([0x22, 0xff, 0x22])).message).toContain('UTF-8');
  });

  it('takes 64 levels, and brackets in text as text', () => {
    expect(() => read('['.repeat(64) + ']'.repeat(64))).not.toThrow();
    expect(read(JSON.stringify({ a: '[{"'.repeat(100) + '\\' }))).toEqual({ a: '[{"'.repeat(100) + '\\' });
  });

  it('throws nothing but a WebhookError 400, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          readJson(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(WebhookError);
          expect((error as WebhookError).status).toBe(400);
        }
      }),
    );
  });
});

function holdsOnlySafeIntegers(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(holdsOnlySafeIntegers);
  if (typeof value === 'object' && value !== null) {
    return !Object.keys(value).includes('__proto__') && Object.values(value).every(holdsOnlySafeIntegers);
  }
  return true;
}
