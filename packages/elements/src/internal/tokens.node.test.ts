import { TOKENS, type TokenName } from '@stallcast/themes';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CURVES, DURATIONS } from './motion.js';

const SRC = new URL('../', import.meta.url);
const source = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(new URL(file, SRC), 'utf8'))
  // An element's comment documents a token, it does not read it.
  .map((text) => text.replaceAll(/\/\*[^]*?\*\//g, ''))
  .join('\n');
const names = Object.keys(TOKENS) as TokenName[];
// What moves is read by a name that is put together.
const moving = [
  ...Object.keys(DURATIONS).map((name) => `--stall-motion-duration-${name}`),
  ...Object.keys(CURVES).map((name) => `--stall-motion-curve-${name}`),
];
// A name that is put together, or a pattern of names, names no token.
const whole = source.replaceAll(/--stall-[a-z-]+-(\$\{|[[(])/g, '');
const read = new Set([...(whole.match(/--stall-[a-z0-9]+(-[a-z0-9]+)*/g) ?? []), ...moving]);

describe('the tokens that the widgets read', () => {
  it('are all listed', () => {
    expect([...read].filter((name) => !names.includes(name as TokenName))).toEqual([]);
  });

  it('are all that are listed: none is without use', () => {
    // Palettes are a theme's, settings the overlay page's.
    const widgets = names.filter((name) => !['palette', 'setting'].includes(TOKENS[name].tier));
    expect(widgets.filter((name) => !read.has(name))).toEqual([]);
  });

  it('are never set by a widget, and never of a palette', () => {
    expect(source.match(/--stall-[\w-]+\s*:/g)).toBeNull();
    expect([...read].filter((name) => name.startsWith('--stall-palette-'))).toEqual([]);
  });
});

/** Reads every `var(--stall-…, literal)`, the literal with whatever parentheses it has. */
function literalsOf(text: string): [name: string, literal: string][] {
  return [...text.matchAll(/var\(\s*(--stall-[\w-]+),/g)].map((match) => {
    const from = match.index + match[0].length;
    let depth = 1;
    let end = from;
    for (; depth > 0; end++) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
    return [match[1] ?? '', text.slice(from, end - 1)];
  });
}

const normal = (value: string): string => value.replaceAll(/["'\s]/g, '').replaceAll(/\b0\./g, '.');

describe('without any theme', () => {
  const css = readFileSync(new URL('../../../themes/src/orchard.css', import.meta.url), 'utf8');
  const orchard = new Map([...css.matchAll(/(--stall-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
  const valueOf = (name: string): string => {
    const value = orchard.get(name) ?? '';
    const [, inner] = /^var\((--stall-palette-[\w-]+)\)$/.exec(value) ?? [];
    return normal((inner ? orchard.get(inner) : value) ?? '');
  };
  // The ornament is left out, for its weight.
  const literals = literalsOf(source).filter(([name]) => orchard.has(name) && !name.includes('emblem'));

  it('every literal is what orchard says', () => {
    const wrong = literals.filter(([name, literal]) => {
      const alias = normal(literal).replace('var(--_', 'var(--stall-');
      return ![valueOf(name), normal(orchard.get(name) ?? '')].includes(alias);
    });
    expect(wrong).toEqual([]);
    expect(literals.length).toBeGreaterThan(30);
  });

  it('what is read without a literal is nothing in orchard', () => {
    const bare = [...source.matchAll(/var\((--stall-[\w-]+)\)/g)].map(([, name = '']) => name);
    expect(bare.filter((name) => orchard.get(name) !== 'none')).toEqual([]);
  });

  it('things move as in orchard', () => {
    const literals = [
      ...Object.entries(DURATIONS).map(([name, ms]) => [`--stall-motion-duration-${name}`, `${ms}ms`] as const),
      ...Object.entries(CURVES).map(([name, curve]) => [`--stall-motion-curve-${name}`, normal(curve)] as const),
    ];
    expect(literals).toEqual(literals.map(([name]) => [name, valueOf(name)]));
  });
});
