import { TOKENS, type TokenName } from '@stallcast/themes';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SRC = new URL('../', import.meta.url);
const source = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(new URL(file, SRC), 'utf8'))
  // An element's comment documents a token, it does not read it.
  .map((text) => text.replaceAll(/\/\*[^]*?\*\//g, ''))
  .join('\n');
const names = Object.keys(TOKENS) as TokenName[];
const read = new Set(source.match(/--stall-[a-z0-9]+(-[a-z0-9]+)*/g));

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
