import { THEMES, TOKENS, type Token, type ThemeName } from '@stallcast/themes';
import { plainValue } from './plain-value.js';

/** What a theme says of each semantic token, in the theme's own order. Its palette is filled in; what else it takes from another token stays a `var()`. */
export type ThemeValues = ReadonlyMap<string, string>;

const LISTED: Readonly<Record<string, Token>> = TOKENS;

/** Whether a theme of Stallcast has this name. */
export const isTheme = (name: string): name is ThemeName => Object.hasOwn(THEMES, name);

/** The theme that is worn where one is asked for: another name than those that there are wears the first. */
export const wornTheme = (name = ''): ThemeName => (isTheme(name) ? name : 'orchard');

/**
 * Reads a theme's values from the style sheet of all themes.
 *
 * The sheet is asked, not an element: an element would have the values of a `var()` as they are now, and what follows another token
 * would no longer follow it.
 */
export function themeValues(sheet: CSSStyleSheet, theme: ThemeName): ThemeValues {
  const said = new Map<string, string>();
  for (const { style } of rulesOf(sheet, `[data-stall-theme="${theme}"]`))
    for (const name of [...style]) said.set(name, style.getPropertyValue(name).trim());
  const fill = (value: string): string =>
    value.replaceAll(/var\(\s*(--stall-palette-[\w-]+)\s*\)/g, (_, name: string) => said.get(name) ?? '');
  return new Map(
    [...said]
      .filter(([name]) => LISTED[name]?.tier === 'semantic')
      .map(([name, value]) => [name, settled(fill(value))]),
  );
}

/** Colours and times are written as scenes write them, whatever a builder of pages made of them; what else there is stays as it stands in the theme. */
export const settled = (value: string): string => (/^#|^[\d.]+s$/.test(value) ? plainValue(value) : value);

function rulesOf(from: CSSStyleSheet | CSSGroupingRule, selector: string): CSSStyleRule[] {
  return [...from.cssRules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return rule.selectorText.replaceAll("'", '"').includes(selector) ? [rule] : [];
    return rule instanceof CSSGroupingRule ? rulesOf(rule, selector) : [];
  });
}
