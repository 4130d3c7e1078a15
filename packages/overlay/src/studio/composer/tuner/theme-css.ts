import { THEMES } from '@stallcast/themes';
import { isSameValue } from './plain-value.js';
import { wornTheme, type ThemeValues } from './theme-values.js';

/** What a theme's file is made of. */
export interface ThemeFile {
  /** The theme's name, as the scene says it. */
  theme: string;
  /** What the theme itself says. */
  values: ThemeValues;
  /** What was tuned. */
  tokens: Readonly<Record<string, string>>;
  title: string;
}

/** Parts of the file, by the second word of a token's name. */
const PARTS = {
  color: '颜色 Colour',
  font: '字体 Font',
  space: '疏密 Density',
  radius: '圆角 Corners',
  shadow: '投影 Shadow',
  plate: '牌面装饰 Ornament',
  figure: '数字 Numerals',
  motion: '动效 Motion',
} as const;

/**
 * Writes a whole theme as one style sheet: every token with what was tuned of it, so that it needs no other file.
 *
 * It is one rule on the body, outside of all layers: so it holds wherever it comes, before or after the theme of a page, in a page's
 * `<link>` as in OBS's CSS box.
 */
export function themeCss({ theme, values, tokens, title }: ThemeFile): string {
  const worn = wornTheme(theme);
  const all = new Map([...values, ...Object.entries(tokens)]);
  const isTuned = (name: string): boolean => {
    const [value, own] = [tokens[name], values.get(name)];
    return value !== undefined && (own === undefined || !isSameValue(value, own));
  };
  const parts = Object.entries(PARTS).flatMap(([part, heading]) => {
    const names = [...all.keys()].filter((name) => name.startsWith(`--stall-${part}-`));
    const lines = names.map((name) => `  ${name}: ${all.get(name) ?? ''};${isTuned(name) ? TUNED : ''}\n`);
    return lines.length > 0 ? [`\n  /* ${heading} */\n${lines.join('')}`] : [];
  });
  const { 'zh-CN': zh, en } = THEMES[worn];
  const count = [...all.keys()].filter(isTuned).length;
  return `/*
 * Stallcast 主题 Theme · ${inComment(title)}
 * ${zh} ${en} · 调过 ${count} 项 ${count} tuned
 *
 * OBS：打开浏览器来源的属性，把全部内容贴进“自定义 CSS”，换掉原来的就行。
 * 网页：<link rel="stylesheet" href="theme.css">，放在哪一行都生效。
 * 想接着调：在工作室“主题”里导入这个文件。
 *
 * OBS: paste all of this into “Custom CSS” in the properties of the browser source, in place of what stands there.
 * Page: <link rel="stylesheet" href="theme.css">, in any place of the head.
 * To go on tuning: import this file in the studio, under Theme.
 */
body {
  --stall-theme: ${worn};
${parts.join('')}}
`;
}

const TUNED = ' /* 调过 tuned */';

/** A name that ends no comment and no line. */
const inComment = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}*]+/gu, ' ').trim();
