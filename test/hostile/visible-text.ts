/** What a viewer can read of a title: one line of text, without what cannot be seen, cut where the card ends. */
export function visibleText(text: string, length = 160): string {
  const whole = text.toWellFormed?.() ?? text.replace(/\p{Surrogate}/gu, '\uFFFD');
  let line = '';
  for (const character of whole) {
    const isSpace = /\s/u.test(character) || character < ' ' || (character >= '\u007F' && character <= '\u009F');
    if (!isSpace) line += character;
    else if (line !== '' && !line.endsWith(' ')) line += ' ';
  }
  return [...line.trimEnd()].slice(0, length).join('');
}
