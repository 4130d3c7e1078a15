import { tokenRule } from '@stallcast/elements';
import { contrast, CONTRAST_PAIRS, TOKENS, type TokenName } from '@stallcast/themes';

/** What a token is tuned with. */
export type Tuning = 'color' | 'font' | 'radius' | 'space' | 'figure' | 'motion';

/** Tokens that people may tune, by what they are tuned with: the semantic ones whose values a scene may hold. */
export const TUNABLE: Readonly<Record<Tuning, readonly TokenName[]>> = (() => {
  const names = (Object.keys(TOKENS) as TokenName[]).filter(
    (name) => TOKENS[name].tier === 'semantic' && tokenRule(name) !== undefined,
  );
  const of = (category: Tuning): TokenName[] => names.filter((name) => name.startsWith(`--stall-${category}-`));
  return {
    color: of('color'),
    font: of('font'),
    radius: of('radius'),
    space: of('space'),
    figure: of('figure'),
    motion: of('motion'),
  };
})();

/** A text that is hard to read on its ground. */
export interface Faint {
  text: TokenName;
  ground: TokenName;
  ratio: number;
  least: number;
}

/** Finds texts that are hard to read, among colours such as #c42d1a by token. */
export function findFaint(colours: ReadonlyMap<string, string>): Faint[] {
  return CONTRAST_PAIRS.flatMap(([text, ground, least]) => {
    const names = [`--stall-color-${text}`, `--stall-color-${ground}`] as [TokenName, TokenName];
    const [over, below] = names.map((name) => parseHex(colours.get(name) ?? ''));
    if (!over || !below) return [];
    const ratio = contrast(over, below);
    return ratio < least ? [{ text: names[0], ground: names[1], ratio, least }] : [];
  });
}

function parseHex(text: string): [number, number, number, number] | null {
  const [, digits] = /^#([0-9a-f]{6})$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const channel = (at: number): number => parseInt(digits.slice(at, at + 2), 16);
  return [channel(0), channel(2), channel(4), 1];
}
