/** As many are shown at once. */
export const MAX_FEATURED = 3;

/** Something that can be shown, with the names by which an address may mean it. */
export interface Featurable {
  id: string;
  names: readonly string[];
}

/** Picks what is shown where the source does not say it: what the address names, else the first. */
export function pickFeatured(all: readonly Featurable[], wanted: readonly string[]): string[] {
  const picked =
    wanted.length === 0
      ? all.slice(0, 1)
      : wanted.flatMap((name) => all.find(({ id, names }) => id === name || names.includes(name)) ?? []);
  return [...new Set(picked.map(({ id }) => id))].slice(0, MAX_FEATURED);
}
