/** Text from outside as one line, without halves of characters. */
export function oneLine(text: string, maxLength = 200): string {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, maxLength);
  return line.replace(/\p{Surrogate}/gu, '\uFFFD');
}
