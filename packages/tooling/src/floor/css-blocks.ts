/** One block of a style sheet: what stands before its brace, and its own declarations. */
export interface CssBlock {
  prelude: string;
  /** The preludes of the blocks around it, outermost first. */
  ancestors: readonly string[];
  /** Without those of nested blocks. */
  declarations: string;
}

/**
 * Splits a style sheet into its blocks, nested ones included.
 *
 * Knows no more of CSS than comments, strings and braces: enough to tell a selector from a declaration.
 */
export function cssBlocks(css: string): CssBlock[] {
  const blocks: CssBlock[] = [];
  const open: CssBlock[] = [];
  let text = '';

  for (const token of css
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]|[^"'{};]+|["']/g)) {
    const [piece] = token;
    if (piece === '{') {
      const block = { prelude: text.trim(), ancestors: open.map(({ prelude }) => prelude), declarations: '' };
      blocks.push(block);
      open.push(block);
      text = '';
    } else if (piece === '}' || piece === ';') {
      const current = open.at(-1);
      if (current) current.declarations += `${text};`;
      if (piece === '}') open.pop();
      text = '';
    } else {
      text += piece;
    }
  }
  return blocks;
}
