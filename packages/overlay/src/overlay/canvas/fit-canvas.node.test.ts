import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitCanvas } from './fit-canvas.js';

describe('fitCanvas', () => {
  it('takes the canvas that the viewport has the shape of, at its own size', () => {
    expect(fitCanvas({ width: 1080, height: 1920 }, 'auto')).toMatchObject({
      canvas: 'portrait',
      scale: 1,
      x: 0,
      y: 0,
    });
    expect(fitCanvas({ width: 1920, height: 1080 }, 'auto')).toMatchObject({
      canvas: 'landscape',
      scale: 1,
      x: 0,
      y: 0,
    });
  });

  it('takes the canvas that was asked for, whatever the viewport', () => {
    expect(fitCanvas({ width: 1920, height: 1080 }, 'portrait')).toMatchObject({ canvas: 'portrait', scale: 0.5625 });
  });

  it('keeps the whole canvas inside any viewport, touching two of its edges', () => {
    const side = fc.integer({ min: 1, max: 8192 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.constantFrom('auto' as const, 'portrait' as const, 'landscape' as const),
        (w, h, wish) => {
          const { width, height, scale, x, y } = fitCanvas({ width: w, height: h }, wish);
          expect(x).toBeGreaterThanOrEqual(-0.51);
          expect(y).toBeGreaterThanOrEqual(-0.51);
          expect(x + width * scale).toBeLessThanOrEqual(w + 0.51);
          expect(y + height * scale).toBeLessThanOrEqual(h + 0.51);
          expect(Math.min(Math.abs(w - width * scale), Math.abs(h - height * scale))).toBeLessThan(1e-6 * (w + h));
        },
      ),
    );
  });
});
