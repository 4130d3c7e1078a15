import { contrast, CONTRAST_PAIRS, TOKENS, type Token } from '@stallcast/themes';
import postcss from 'postcss';
import { closestName } from './closest-name.js';
import { parseColour } from './parse-colour.js';
import { readTheme, type Scope, type Written } from './read-theme.js';

/** One thing that is wrong with a theme, in a sentence of each language. */
export interface ThemeFault {
  /** From 1. */
  line: number;
  zh: string;
  en: string;
}

const LISTED: Readonly<Record<string, Token>> = TOKENS;
const NAMES = Object.keys(LISTED);

/**
 * Tells what a person's theme gets wrong: names that nobody reads, names that are not theirs to set, and text that cannot
 * be read on its plate.
 *
 * @param css The person's style sheet.
 * @param base The theme below it: what it does not set comes from there.
 */
export function lintTheme(css: string, base: string): ThemeFault[] {
  let scopes: Scope[];
  try {
    scopes = readTheme(css);
  } catch (error) {
    if (!(error instanceof postcss.CssSyntaxError)) throw error;
    return [noCss(error.line ?? 1, error.reason)];
  }
  const page = readTheme(base).concat(scopes.filter(({ isPage }) => isPage));
  const faults = [
    ...scopes.flatMap(findWrongNames),
    ...scopes.flatMap((scope) => findFaintText(scope, valuesOf([...page, scope]))),
  ];
  const seen = new Set<string>();
  return faults
    .filter(({ line, en }) => !seen.has(`${line} ${en}`) && seen.add(`${line} ${en}`))
    .sort((a, b) => a.line - b.line);
}

const noCss = (line: number, reason: string): ThemeFault => ({
  line,
  zh: `这里不是有效的 CSS（${reason}）：请检查括号和分号。`,
  en: `This is no CSS (${reason}): look for a missing bracket or semicolon.`,
});

function findWrongNames({ written, isTheme }: Scope): ThemeFault[] {
  return written.flatMap(({ name, value, line }) => {
    const own = name.startsWith('--stall-') ? nameFault(name, line, isTheme) : [];
    const read = [...value.matchAll(/var\(\s*(--stall-[\w-]+)/g)].flatMap(([, one = '']) =>
      nameFault(one, line, isTheme),
    );
    return [...own, ...read];
  });
}

function nameFault(name: string, line: number, isTheme: boolean): ThemeFault[] {
  const isPalette = name.startsWith('--stall-palette-');
  if (isPalette && isTheme) return [];
  const token = LISTED[name];
  if (token?.kind === 'public') return [];
  if (isPalette) {
    return [
      {
        line,
        zh: `${name} 是主题内部的调色板，下个版本可能就没有了：请改用 --stall-color-… 这样的变量。`,
        en: `${name} is a theme's own palette and may be gone with the next version: set a role such as --stall-color-… instead.`,
      },
    ];
  }
  if (token) {
    return [
      {
        line,
        zh: `${name} 由组件自己设置，写在这里会被盖掉：请删掉这一行。`,
        en: `${name} is set by the widgets themselves, and what is written here is lost: leave this line out.`,
      },
    ];
  }
  const meant = closestName(
    name,
    NAMES.filter((one) => LISTED[one]?.kind === 'public'),
  );
  return [
    {
      line,
      zh: `没有 ${name} 这个变量${meant ? `：是不是 ${meant}？` : '：请对照变量表 docs/designer/tokens.md。'}`,
      en: `There is no ${name}${meant ? `: did you mean ${meant}?` : ': see the list in docs/designer/tokens.md.'}`,
    },
  ];
}

function valuesOf(scopes: readonly Scope[]): Map<string, Written> {
  return new Map(scopes.flatMap(({ written }) => written).map((one) => [one.name, one]));
}

const NO_COLOUR = { name: '', value: '', line: 1 };

function findFaintText({ written }: Scope, values: ReadonlyMap<string, Written>): ThemeFault[] {
  const isHere = (name: string): boolean => written.some((one) => one.name === name);
  const colourOf = (name: string) => parseColour(resolve(`var(${name})`, values));
  const seeThrough = ['plate', 'plate-quiet', 'plate-loud', 'flash'].flatMap((role) => {
    const name = `--stall-color-${role}`;
    const [, , , alpha = 1] = (isHere(name) && colourOf(name)) || [];
    return alpha < 1 ? [seeThroughFault(values.get(name) ?? NO_COLOUR)] : [];
  });
  const faint = CONTRAST_PAIRS.flatMap(([text, ground, least]) => {
    const names = [`--stall-color-${text}`, `--stall-color-${ground}`] as const;
    const [over, below] = [colourOf(names[0]), colourOf(names[1])];
    if (!names.some(isHere) || !over || !below || below[3] < 1) return [];
    const ratio = contrast(over, below);
    if (ratio >= least) return [];
    const line = Math.max(...names.filter(isHere).map((name) => values.get(name)?.line ?? 1));
    // Rounded down, so that 4.49 does not read as enough.
    const shown = `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
    return [
      {
        line,
        zh: `${names[0]} 在 ${names[1]} 上的对比度只有 ${shown}，至少要 ${least}:1：请把其中一个调深或调亮。`,
        en: `${names[0]} has ${shown} on ${names[1]} and needs ${least}:1: make one of the two darker or lighter.`,
      },
    ];
  });
  return [...seeThrough, ...faint];
}

const seeThroughFault = ({ name, line }: Written): ThemeFault => ({
  line,
  zh: `${name} 是半透明的，文字会落在视频画面上：请用不透明的颜色。`,
  en: `${name} lets the picture through, and text is lost on it: use a colour without transparency.`,
});

/** Follows `var()` to its end; a circle ends in nothing. */
function resolve(value: string, values: ReadonlyMap<string, Written>, depth = 0): string {
  const [, name, fallback] = /^var\(\s*(--[\w-]+)\s*(?:,([^]*))?\)$/.exec(value.trim()) ?? [];
  if (name === undefined) return value;
  if (depth > 16) return '';
  return resolve(values.get(name)?.value ?? fallback ?? '', values, depth + 1);
}
