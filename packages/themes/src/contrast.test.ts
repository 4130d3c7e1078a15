import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blend, contrast, CONTRAST_PAIRS, type Colour } from './contrast.js';
import { THEMES } from './theme-names.js';

function readTheme(theme: string) {
  const css = readFileSync(new URL(`${theme}.css`, import.meta.url), 'utf8');
  const values = new Map(
    [...css.matchAll(/(--stall-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const resolve = (value: string): string => {
    const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
    return name ? resolve(values.get(name) ?? '') : value;
  };
  return {
    color: (role: string) => hex(resolve(values.get(`--stall-color-${role}`) ?? '')),
    // A texture lies over board and spine; what it lets through of them is what text then stands on.
    veils: coloursOf(values.get('--stall-plate-texture') ?? '').filter(([, , , alpha]) => alpha < 1),
  };
}

function hex(value: string): Colour {
  const [, digits = ''] = /^#([0-9a-f]{6})$/.exec(value) ?? [];
  if (!digits) throw new Error(`Expected a colour of six hex digits, got "${value}".`);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
  return [r, g, b, 1];
}

const coloursOf = (css: string): Colour[] =>
  [...css.matchAll(/rgba\((\d+), (\d+), (\d+), ([\d.]+)\)/g)].map(([, r, g, b, a]) => [+r!, +g!, +b!, +a!]);

describe.each(Object.keys(THEMES))('the theme %s', (theme) => {
  const { color, veils } = readTheme(theme);

  it.each(CONTRAST_PAIRS)('has %s on %s at %d:1 or better', (text, ground, least) => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(least);
    for (const veil of veils) {
      expect(contrast(color(text), blend(veil, color(ground)))).toBeGreaterThanOrEqual(least);
    }
  });
});

describe('contrast', () => {
  const channel = fc.integer({ min: 0, max: 255 });
  const colour = fc.tuple(channel, channel, channel, fc.constant(1));

  it('goes from 1 to 21 and does not mind the order', () => {
    expect(contrast([0, 0, 0, 1], [255, 255, 255, 1])).toBeCloseTo(21);
    fc.assert(
      fc.property(colour, colour, (a, b) => {
        expect(contrast(a, b)).toBe(contrast(b, a));
        expect(contrast(a, a)).toBe(1);
        expect(contrast(a, b)).toBeLessThanOrEqual(21);
      }),
    );
  });

  it('of a veil lies between that of what is below it and its own', () => {
    expect(blend([255, 0, 0, 0.5], [0, 0, 0, 1])).toEqual([127.5, 0, 0, 1]);
    expect(blend([9, 9, 9, 0], [1, 2, 3, 1])).toEqual([1, 2, 3, 1]);
  });
});
