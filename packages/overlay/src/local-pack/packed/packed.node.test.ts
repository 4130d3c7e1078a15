import type { Scene } from '@stallcast/elements';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedScript, readPacked, type Packed } from './packed.js';

/** Runs the file as a page does, and reads what it left there. */
function run(script: string): unknown {
  const page: { stallcastPack?: unknown } = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the file is a script
  new Function('globalThis', script)(page);
  return page.stallcastPack;
}

describe('what a pack holds', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  const look = fc.record({
    scene: fc.option(fc.oneof(text, fc.record({ title: text, canvas: fc.constant('portrait') })), { nil: undefined }),
    theme: fc.option(text, { nil: undefined }),
  });

  it('is read as it was written, whatever stands in it', () => {
    const packed = fc.record({
      stall: text,
      language: fc.constantFrom('zh-CN' as const, 'en' as const),
      portrait: look,
      landscape: look,
    });
    fc.assert(
      fc.property(packed, (given) => {
        const { stall, language, portrait, landscape } = readPacked(run(packedScript(given as unknown as Packed)));
        expect({ stall, language, portrait, landscape }).toEqual(given);
      }),
    );
  });

  it('is nothing where somebody broke it', () => {
    const nothing = { portrait: {}, landscape: {} };
    for (const raw of [
      undefined,
      null,
      7,
      'x',
      [],
      { stall: 7, language: 3, portrait: 'x', landscape: null, goods: [] },
    ])
      expect(readPacked(raw)).toEqual(nothing);
    fc.assert(fc.property(fc.anything(), (raw) => void readPacked(raw)));
  });

  it('may be a scene of the host’s own', () => {
    const scene = { version: 1, canvas: 'landscape', items: [] } as unknown as Scene;
    expect(readPacked({ landscape: { scene } }).landscape.scene).toEqual(scene);
  });
});
