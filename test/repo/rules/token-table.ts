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
 * @param css A theme's style sheet, from which the values come that hold where nobody sets any.
 */
export function writeTokenTable(tokens: Readonly<Record<string, Token>>, css: string): string {
  const values = new Map(
    [...css.matchAll(/(--stall-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
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
    'Generated from `packages/themes/src/tokens.ts` and the theme `orchard`. After a change: `pnpm vitest run --project repo -u`.',
    ...sections,
  ].join('\n\n');
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
