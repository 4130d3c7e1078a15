/** Who may touch a token: `public` is for designers, `runtime` is set by a widget, `internal` is not to be relied on. */
export type TokenKind = 'public' | 'runtime' | 'internal';

/**
 * Which tier a token is of: a theme's palette, which only the theme reads; a semantic role, which every widget reads;
 * a component's own, set by a person for one widget; a setting of the overlay page, for where there is no query string.
 */
export type TokenTier = 'palette' | 'semantic' | 'component' | 'setting';

/** One `--stall-*` custom property, as the documentation and the linter know it. */
export interface Token {
  kind: TokenKind;
  tier: TokenTier;
  /** What it does, in one sentence. */
  en: string;
  'zh-CN': string;
}
