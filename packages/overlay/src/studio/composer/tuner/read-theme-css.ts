import { isTokenValue, LIMITS, tokenRule } from '@stallcast/elements';
import type { ThemeName } from '@stallcast/themes';
import type { Sentence } from '../../../words/language.js';
import { isSameValue, plainValue } from './plain-value.js';
import { isTheme, type ThemeValues } from './theme-values.js';

/** What a theme's style sheet says, as far as a scene can hold it, or one sentence on why nothing of it can be used. */
export type ReadTheme =
  | {
      ok: true;
      /** Null where the file names none. */
      theme: ThemeName | null;
      tokens: Readonly<Record<string, string>>;
      /** What stands in the file and was not taken: names, in the file's order. */
      left: readonly string[];
    }
  | { ok: false; why: Sentence };

/** No theme that the studio wrote is longer, in characters. */
const MOST = 60_000;

const DECLARATION = /(--stall-[\w-]+)\s*:\s*([^;{}]*)/g;

/**
 * Reads a theme as the studio exports it, from a file or from OBS's CSS box. Rules that it does not know are passed over: nothing of the file gets into the page.
 *
 * @param valuesOf What the theme says that the file names; null where it names none. What says the same is not tuned.
 */
export function readThemeCss(css: string, valuesOf: (theme: ThemeName | null) => ThemeValues): ReadTheme {
  if (css.length > MOST) return { ok: false, why: TOO_LONG };
  const written = [...css.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(DECLARATION)].map(
    ([, name = '', value = '']) => [name, value.trim()] as const,
  );
  if (written.length === 0) return { ok: false, why: NO_TOKENS };
  const named =
    written
      .filter(([name]) => name === '--stall-theme')
      .at(-1)?.[1]
      .replaceAll(/["']/g, '') ?? '';
  const theme = isTheme(named) ? named : null;
  const own = valuesOf(theme);
  const tokens: Record<string, string> = {};
  const left: string[] = [];
  for (const [name, value] of written) {
    if (name === '--stall-theme') {
      if (!isTheme(value.replaceAll(/["']/g, ''))) left.push(name);
      continue;
    }
    const said = own.get(name);
    if (said !== undefined && isSameValue(value, said)) {
      // Of two lines for one token the later one holds.
      delete tokens[name];
      continue;
    }
    const rule = tokenRule(name);
    const plain = plainValue(value);
    if (rule && isTokenValue(rule, plain) && Object.keys({ ...tokens, [name]: '' }).length <= LIMITS.tokens)
      tokens[name] = plain;
    else left.push(name);
  }
  if (theme === null && Object.keys(tokens).length === 0) return { ok: false, why: NOTHING_TAKEN };
  return { ok: true, theme, tokens, left: [...new Set(left)] };
}

const TOO_LONG: Sentence = {
  'zh-CN': '文件太大，不像是主题：请选工作室导出的 .css 文件。',
  en: 'The file is too large for a theme: choose a .css file that the studio exported.',
};

const NO_TOKENS: Sentence = {
  'zh-CN': '文件里没有 --stall- 开头的变量，不像是主题：请选工作室导出的 .css 文件。',
  en: 'The file sets no variable that begins with --stall-, so it is no theme: choose a .css file that the studio exported.',
};

const NOTHING_TAKEN: Sentence = {
  'zh-CN': '文件里的变量这里都调不了，没有改动：颜色要写成 #c42d1a 这样，长度写成 12px 这样。',
  en: 'None of the file’s variables can be tuned here and nothing was changed: colours are written as #c42d1a, lengths as 12px.',
};
