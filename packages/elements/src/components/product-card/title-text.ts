/** More than this much text is never put into the page; two lines hold a fifth of it. */
const MAX_LENGTH = 160;

/** Cuts a text to what a card can hold, between code points. White space and control characters become single spaces. */
export function clipText(text: string): string {
  const head = text.length > MAX_LENGTH * 2 ? text.slice(0, MAX_LENGTH * 2) : text;
  return [...head.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, MAX_LENGTH).join('');
}

/** The width of a text in hanzi, near enough to choose a size by; Latin as wide as in a bold Song face. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    if (/\p{Mn}|\p{Cf}/u.test(char)) continue;
    if (char === ' ' || /[.,:;'|!iljI1]/.test(char)) width += 0.3;
    else if (char < '\u0500') width += /[A-Zmw@%]/.test(char) ? 0.72 : 0.6;
    else width += 1;
  }
  return width;
}
