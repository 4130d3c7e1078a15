const COMMENT_OR_STRING = /\/\*[^]*?\*\/|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'/g;
const STRING = /("(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*')/;

/**
 * Takes comments and needless space out of a piece of a style sheet; strings stay as they are.
 *
 * The piece may begin and end anywhere, also within a value: what stands at its edges is kept apart as before.
 */
export function shrinkCss(text: string): string {
  const plain = text.replace(COMMENT_OR_STRING, (found) => (found.startsWith('/*') ? ' ' : found));
  return plain
    .split(STRING)
    .map((piece, index) => (index % 2 === 1 ? piece : shrinkOutsideStrings(piece)))
    .join('');
}

function shrinkOutsideStrings(text: string): string {
  return (
    text
      .replace(/[ \t\r\n\f]+/g, ' ')
      // A custom property that is empty keeps its space: without it, it is none.
      .replace(/(?<!:) (?=[{};,])|(?<=[{};,]) /g, '')
      .replace(/: (?=[^;}])/g, ':')
      .replace(/;\}/g, '}')
  );
}
