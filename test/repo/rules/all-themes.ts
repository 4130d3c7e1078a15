/** What each theme's style sheet begins with: it is the page's, and that of the elements that name it. */
const PLACES = /:where\(:root, (\[data-stall-theme='[\w-]+'\])\)/;

/**
 * Puts the themes into one style sheet: the first is the page's, the others are for the elements that name them.
 *
 * @param sheets The themes' style sheets, of which each works alone.
 */
export function writeAllThemes(sheets: readonly string[]): string {
  const themes = sheets.map((css, index) => {
    const plain = css.replaceAll(/\s*\/\*[^]*?\*\//g, '').trim();
    return index === 0 ? plain : plain.replace(PLACES, ':where($1)');
  });
  return [
    '/* Generated from the six themes. After a change: `pnpm vitest run --project repo -u`. */',
    ...themes,
    '',
  ].join('\n');
}
