import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { THEMES } from './theme-names.js';
import { TOKENS, type TokenName } from './tokens.js';

const names = Object.keys(TOKENS) as TokenName[];
const ofTier = (tier: string) => names.filter((name) => TOKENS[name].tier === tier);

function readTheme(theme: string): string {
  return readFileSync(new URL(`${theme}.css`, import.meta.url), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
}

describe('the list of tokens', () => {
  it.each(names)('%s follows the grammar and has a sentence in both languages', (name) => {
    const { tier, en, 'zh-CN': zh } = TOKENS[name];
    const grammar = {
      palette: /^--stall-palette-[a-z]+(-[a-z0-9]+)*$/,
      semantic: /^--stall-(color|font|space|radius|shadow|motion|layer|plate|figure)-[a-z]+(-[a-z]+)*$/,
      setting: /^--stall-(src|scene|id|room-id|lang|canvas|widgets|theme|background|doctor)$/,
      component:
        /^--stall-(?!palette-|color-|font-|space-|radius-|shadow-|motion-|layer-|plate-|figure-)[a-z]+(-[a-z]+)+$/,
    };
    expect(name).toMatch(grammar[tier]);
    expect(en).toMatch(/^[A-Z].{10,}\.$/);
    expect(zh).toMatch(/^.{5,}。$/u);
  });
});

describe('the palettes', () => {
  it('have no colour that no theme sets, and none that two themes share', () => {
    const owners = ofTier('palette').map((name) => [
      name,
      Object.keys(THEMES).filter((theme) => readTheme(theme).includes(`${name}:`)).length,
    ]);
    expect(owners.filter(([, count]) => count !== 1)).toEqual([]);
  });
});

describe.each(Object.keys(THEMES))('the theme %s', (theme) => {
  const css = readTheme(theme);
  const set = [...css.matchAll(/(--stall-[\w-]+)\s*:/g)].map(([, name]) => name);
  const read = new Set([...css.matchAll(/var\((--stall-[\w-]+)/g)].map(([, name]) => name));

  it('sets listed tokens only', () => {
    expect(set.filter((name) => !names.includes(name as TokenName))).toEqual([]);
  });

  it('sets every semantic token', () => {
    expect(ofTier('semantic').filter((name) => !set.includes(name))).toEqual([]);
  });

  it('sets no component token: those are a person’s', () => {
    expect(ofTier('component').filter((name) => set.includes(name))).toEqual([]);
  });

  it('maps every colour of its palette, and reads only what it set', () => {
    expect(set.filter((name) => name?.startsWith('--stall-palette-') && !read.has(name))).toEqual([]);
    expect([...read].filter((name) => !set.includes(name))).toEqual([]);
  });

  it('mixes every colour from its palette', () => {
    const mixed = css.match(/--stall-color-[\w-]+: [^;]+;/g)?.filter((line) => !line.includes('var(--stall-palette-'));
    expect(mixed).toEqual([]);
  });

  it('sets each token once', () => {
    expect(set.filter((name, index) => set.indexOf(name) !== index)).toEqual([]);
  });

  it('stands in the layer, on a selector without weight', () => {
    const body = /^@layer stall\.theme \{\s*(:where\([^{]*\)) \{[^{}]*\}\s*\}$/.exec(css.trim());
    expect(body?.[1]).toBe(`:where(:root, [data-stall-theme='${theme}'])`);
  });
});
