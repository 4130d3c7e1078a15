import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepUnder, nextZoom, ZOOMS } from './view-zoom.js';

describe('the zoom of the canvas', () => {
  it('goes from step to step, never past the ends, and back to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-1 as const, 0 as const, 1 as const)), (steps) => {
        let zoom: number = ZOOMS[0];
        for (const by of steps) {
          const before = zoom;
          zoom = nextZoom(zoom, by);
          expect(ZOOMS).toContain(zoom);
          if (by === 1) expect(zoom > before || before === 4).toBe(true);
          if (by === -1) expect(zoom < before || before === 1).toBe(true);
        }
        expect(nextZoom(zoom, 0)).toBe(1);
      }),
    );
  });

  it('keeps what is under the pointer there', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(1000), fc.constantFrom(1.5, 2, 4 / 3), (scrolled, point, factor) => {
        const after = keepUnder(scrolled, point, factor);
        expect((after + point) / factor).toBeCloseTo(scrolled + point);
      }),
    );
  });
});
