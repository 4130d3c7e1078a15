import { THEMES } from '@stallcast/themes';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintTheme } from './lint-theme.js';

const sheetOf = (theme: string): string =>
  readFileSync(new URL(`../../../themes/src/${theme}.css`, import.meta.url), 'utf8');
const ORCHARD = sheetOf('orchard');
const lint = (css: string, base = ORCHARD): string[] => lintTheme(css, base).map(({ line, en }) => `${line}: ${en}`);

describe('lintTheme', () => {
  it.each(Object.keys(THEMES))('finds nothing in %s, over any other', (theme) => {
    expect(lint(sheetOf(theme))).toEqual([]);
    expect(lint(sheetOf(theme), sheetOf('night'))).toEqual([]);
  });

  it('finds nothing in what is not about the widgets', () => {
    expect(lint('body { --mine: 1; color: red }\n@media print { a { b: c } }')).toEqual([]);
    expect(lint('')).toEqual([]);
  });

  it('finds a name that nobody reads, where it is written, and says which was meant', () => {
    expect(lint('body {\n  --stall-color-plate: #fff5e3;\n  --stall-colour-valu: #a3160c;\n}')).toEqual([
      '3: There is no --stall-colour-valu: did you mean --stall-color-value?',
    ]);
    expect(lint('body { --stall-nothing-like-it-at-all: 1 }')[0]).toContain('docs/designer/tokens.md');
  });

  it('finds it also where it is read', () => {
    expect(lint('h1 {\n  color: var(--stall-color-texts);\n}')).toEqual([
      '2: There is no --stall-color-texts: did you mean --stall-color-text?',
    ]);
  });

  it('finds what belongs to a theme, but lets a theme have it', () => {
    const palette = 'body { --stall-palette-cream: #fff }';
    expect(lint(palette)).toHaveLength(1);
    expect(lint(palette)[0]).toContain("a theme's own palette");
    expect(
      lint(`@layer stall.theme { :root { --stall-palette-tea: #fff; --stall-color-plate: var(--stall-palette-tea) } }`),
    ).toEqual([]);
  });

  it('finds text that is faint on its plate, also where the plate alone was changed', () => {
    expect(lint('body {\n  --stall-color-text: #ccc;\n}')).toEqual([
      '2: --stall-color-text has 1.4:1 on --stall-color-plate and needs 4.5:1: make one of the two darker or lighter.',
      '2: --stall-color-text has 1.2:1 on --stall-color-plate-quiet and needs 4.5:1: make one of the two darker or lighter.',
    ]);
    expect(lint('body { --stall-color-plate-loud: #eee }')).toEqual([
      '1: --stall-color-text-loud has 1.0:1 on --stall-color-plate-loud and needs 4.5:1: make one of the two darker or lighter.',
    ]);
  });

  it('reckons with the theme below, with variables and with an inner scope', () => {
    const dark = 'body { --stall-color-text: #f4f8f7 }';
    expect(lint(dark)).not.toEqual([]);
    expect(lint(dark, sheetOf('night'))).toEqual([]);
    const scoped = 'body { --ink: #111 }\nstall-order-ticker { --stall-color-plate: var(--ink) }';
    expect(lint(scoped).every((fault) => fault.startsWith('2: '))).toBe(true);
    expect(lint(scoped)).not.toEqual([]);
  });

  it('finds a plate that lets the picture through', () => {
    expect(lint('body { --stall-color-plate: rgb(255 245 227 / 80%) }')[0]).toContain('lets the picture through');
  });

  it('says where it is no CSS', () => {
    expect(lint('body {\n  --stall-color-text: #111')[0]).toMatch(/^1: This is no CSS/);
  });

  it('says it in Chinese as well, and ends in a circle of variables', () => {
    const [fault] = lintTheme('body { --stall-color-text: var(--a); --a: var(--a); --stall-color-x: 1 }', ORCHARD);
    expect(fault?.zh).toMatch(/^没有 --stall-color-x 这个变量/);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('body', '{', '}', '--stall-color-text:', '#fff', ';', 'var(', ')', '@layer', '/*')),
        (parts) => {
          for (const { line, zh, en } of lintTheme(parts.join(' '), ORCHARD)) {
            expect(line).toBeGreaterThan(0);
            expect(zh && en).toBeTruthy();
          }
        },
      ),
    );
  });
});
