import type { Token, TokenTier } from '@stallcast/themes';

/** The tiers that people may set, in the order of the page. */
const SECTIONS: Readonly<Partial<Record<TokenTier, string>>> = {
  semantic: 'For every widget · 所有组件',
  component: 'For one widget · 单个组件',
  setting: 'Settings of an overlay source · 画面来源的设置',
};

/**
 * Writes the designers' page of tokens from the typed list.
 *
 * @param sheets The themes' style sheets by name. The values of the first hold where nobody sets any.
 */
export function writeTokenTable(
  tokens: Readonly<Record<string, Token>>,
  sheets: Readonly<Record<string, string>>,
): string {
  const themes = Object.entries(sheets).map(([name, css]) => ({ name, values: valuesOf(css) }));
  const values = themes[0]?.values ?? new Map<string, string>();
  const sections = Object.entries(SECTIONS).map(([tier, title]) => {
    const rows = Object.entries(tokens).filter(([, token]) => token.kind === 'public' && token.tier === tier);
    const table = rows.map(([name, token]) =>
      [`\`${name}\``, defaultOf(name, values), token.en, token['zh-CN']].join(' | '),
    );
    return [
      `## ${title}`,
      '',
      '| name | orchard | what it does | 作用 |',
      '| --- | --- | --- | --- |',
      ...table.map((row) => `| ${row} |`),
    ].join('\n');
  });
  return [
    '# Tokens · 变量表',
    'Generated from `packages/themes/src/tokens.ts` and the themes. After a change: `pnpm vitest run --project repo -u`.',
    ...sections,
    writeThemes(tokens, themes),
  ].join('\n\n');
}

interface Values {
  name: string;
  values: ReadonlyMap<string, string>;
}

const valuesOf = (css: string): Map<string, string> =>
  new Map([...css.matchAll(/(--stall-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));

/** What each theme sets, side by side; what is too long for a table is left out. */
function writeThemes(tokens: Readonly<Record<string, Token>>, themes: readonly Values[]): string {
  const rows = Object.entries(tokens).flatMap(([name, { tier }]) => {
    const cells = themes.map(({ values }) => defaultOf(name, values));
    return tier === 'semantic' && !cells.includes('…') ? [[`\`${name}\``, ...cells].join(' | ')] : [];
  });
  return [
    '## The themes · 各主题的取值',
    '',
    `| name | ${themes.map(({ name }) => name).join(' | ')} |`,
    `| --- |${' --- |'.repeat(themes.length)}`,
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** Long enough for a length or a colour; a list of fonts is looked up in the theme. */
const LONGEST = 48;

function defaultOf(name: string, values: ReadonlyMap<string, string>): string {
  const value = values.get(name);
  if (value === undefined) return '';
  const [, palette] = /^var\((--stall-palette-[\w-]+)\)$/.exec(value) ?? [];
  const text = (palette ? (values.get(palette) ?? value) : value).replace(/\s+/g, ' ');
  return text.length > LONGEST ? '…' : `\`${text}\``;
}
