import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { THEMES } from './theme-names.js';

/** What stands on what, and how much contrast it needs. */
const PAIRS: readonly [text: string, ground: string, least: number][] = [
  ['text', 'plate', 4.5],
  ['text', 'plate-quiet', 4.5],
  ['text-quiet', 'plate', 4.5],
  ['text-quiet', 'plate-quiet', 4.5],
  ['text-loud', 'plate-loud', 4.5],
  ['text-flash', 'flash', 4.5],
  ['value', 'plate', 4.5],
  ['warning', 'plate', 4.5],
  ['warning', 'plate-quiet', 4.5],
  ['stamp', 'plate', 4.5],
  // A paused tab turns quiet text into its ground.
  ['plate', 'text-quiet', 4.5],
  ['accent', 'plate', 3],
  ['accent', 'plate-quiet', 3],
];

function colorsOf(theme: string): (role: string) => string {
  const css = readFileSync(new URL(`${theme}.css`, import.meta.url), 'utf8');
  const values = new Map(
    [...css.matchAll(/(--stall-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const resolve = (value: string): string => {
    const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
    return name ? resolve(values.get(name) ?? '') : value;
  };
  return (role) => resolve(values.get(`--stall-color-${role}`) ?? '');
}

/** Relative luminance, as WCAG has it. */
function luminance(hex: string): number {
  const [, digits = ''] = /^#([0-9a-f]{6})$/.exec(hex) ?? [];
  if (!digits) throw new Error(`Expected a colour of six hex digits, got "${hex}".`);
  const [r = 0, g = 0, b = 0] = [0, 2, 4]
    .map((at) => parseInt(digits.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.keys(THEMES))('the theme %s', (theme) => {
  const color = colorsOf(theme);

  it.each(PAIRS)('has %s on %s at %d:1 or better', (text, ground, least) => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(least);
  });
});
