/** Names of tokens that a scene may tune, and what their values look like, as regular expressions. */
export interface TokenRule {
  names: string;
  values: string;
  en: string;
  'zh-CN': string;
}

/**
 * What a scene file may say of the theme's tokens. Plain values alone: no address, no function, nothing that ends a declaration.
 */
export const TOKEN_RULES: readonly TokenRule[] = [
  {
    names: '^--stall-color-[a-z]{1,12}(-[a-z]{1,12})?$',
    values: '^#[0-9a-f]{6}$',
    en: 'a colour such as #c42d1a',
    'zh-CN': '颜色，例如 #c42d1a',
  },
  {
    names: '^--stall-font-(text|song|value|title)$',
    values: '^[\\p{L}\\p{N}][\\p{L}\\p{N} ,-]{0,199}$',
    en: 'names of fonts with commas between',
    'zh-CN': '用逗号隔开的字体名',
  },
  {
    names: '^--stall-font-weight-title$',
    values: '^[1-9]00$',
    en: 'a weight from 100 to 900',
    'zh-CN': '100 到 900 的字重',
  },
  {
    names: '^--stall-radius-(plate|small|tab|meter)$',
    values: '^[0-9]{1,3}px( [0-9]{1,3}px){0,3}$',
    en: 'lengths such as 12px',
    'zh-CN': '长度，例如 12px',
  },
  {
    names: '^--stall-space-density$',
    values: '^(0[.][6-9][0-9]?|1([.][0-4][0-9]?)?)$',
    en: 'a number from 0.6 to 1.49',
    'zh-CN': '0.6 到 1.49 的数字',
  },
  {
    names: '^--stall-figure-weight(-fine)?$',
    values: '^[0-9]{1,2}([.][0-9])?$',
    en: 'a number such as 9.5',
    'zh-CN': '数字，例如 9.5',
  },
  {
    names: '^--stall-motion-duration-(in|change|out)$',
    values: '^[0-9]{1,4}ms$',
    en: 'a time such as 400ms',
    'zh-CN': '时长，例如 400ms',
  },
  {
    names: '^--stall-motion-travel$',
    values: '^-?[0-9]{1,3}px$',
    en: 'a length such as 8px',
    'zh-CN': '长度，例如 8px',
  },
];

/** The rule of a token's values; undefined where a scene may not tune it. */
export function tokenRule(name: string): TokenRule | undefined {
  return TOKEN_RULES.find(({ names }) => new RegExp(names, 'u').test(name));
}

/** Whether a scene may say this of a token. */
export function isTokenValue({ values }: TokenRule, value: unknown): value is string {
  return typeof value === 'string' && new RegExp(values, 'u').test(value);
}
