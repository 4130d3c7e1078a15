import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseColour } from './parse-colour.js';

const byte = fc.integer({ min: 0, max: 255 });

describe('parseColour', () => {
  it.each([
    ['#fff', [255, 255, 255, 1]],
    ['#0008', [0, 0, 0, 136 / 255]],
    ['#C42D1A', [196, 45, 26, 1]],
    ['#c42d1a80', [196, 45, 26, 128 / 255]],
    ['rgb(196, 45, 26)', [196, 45, 26, 1]],
    ['rgba(196,45,26,.5)', [196, 45, 26, 0.5]],
    ['rgb(196 45 26 / 50%)', [196, 45, 26, 0.5]],
    ['rgb(100% 0% 0%)', [255, 0, 0, 1]],
    ['hsl(0 100% 50%)', [255, 0, 0, 1]],
    ['hsl(120deg, 100%, 25%)', [0, 127.5, 0, 1]],
    ['White', [255, 255, 255, 1]],
    ['transparent', [0, 0, 0, 0]],
  ])('reads %s', (css, colour) => {
    const read = parseColour(css);
    expect(read).not.toBeNull();
    for (const [index, channel] of colour.entries()) expect(read?.[index]).toBeCloseTo(channel);
  });

  it.each([
    '',
    '#12',
    '#12345',
    'rgb()',
    'rgb(1 2)',
    'rgb(a b c)',
    'oklch(50% 0.1 20)',
    'var(--x)',
    'toString',
    'rebeccapurple',
  ])('leaves %j to the browser', (css) => {
    expect(parseColour(css)).toBeNull();
  });

  it('reads what it is told in bytes, and takes anything', () => {
    fc.assert(
      fc.property(byte, byte, byte, (r, g, b) => {
        expect(parseColour(`rgb(${r} ${g} ${b})`)).toEqual([r, g, b, 1]);
        expect(parseColour(`#${[r, g, b].map((one) => one.toString(16).padStart(2, '0')).join('')}`)).toEqual([
          r,
          g,
          b,
          1,
        ]);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (css) => {
        expect(parseColour(css)?.some(Number.isNaN) ?? false).toBe(false);
      }),
    );
  });
});
