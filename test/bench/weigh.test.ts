import { describe, expect, it } from 'vitest';
import { brotliDecompressSync, brotliCompressSync } from 'node:zlib';
import { weigh } from './weigh.js';

describe('weigh', () => {
  it('counts bytes, not characters', () => {
    expect(weigh('果园').minified).toBe(6);
  });

  it('compresses with brotli at its best', () => {
    const text = Array.from({ length: 500 }, (_, i) => `stall-${i} ${i * i}`).join('\n');
    const compressed = brotliCompressSync(text);
    expect(brotliDecompressSync(compressed).toString()).toBe(text);
    expect(weigh(text).brotli).toBeLessThanOrEqual(compressed.length);
  });
});
