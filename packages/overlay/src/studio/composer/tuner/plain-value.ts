/** A value as a scene writes it: `#ABC` and `#AABBCC` are the colour `#aabbcc`, `.25s` is `250ms`; names of fonts may stand in quotation marks. */
export function plainValue(value: string): string {
  const [, short] = /^#([0-9a-f]{3})$/i.exec(value) ?? [];
  if (short !== undefined) return `#${[...short.toLowerCase()].map((digit) => digit + digit).join('')}`;
  const [, seconds] = /^(\d*\.?\d+)s$/.exec(value) ?? [];
  if (seconds !== undefined) return `${Math.round(Number(seconds) * 1000)}ms`;
  return /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : value.replaceAll(/["']/g, '');
}

/** Whether two values say the same, whatever was left out or put between by who wrote them. */
export function isSameValue(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

const bare = (value: string): string =>
  plainValue(value)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([,/()]) ?/g, '$1')
    .replaceAll(/(^|[^\d.])0+(\.\d)/g, '$1$2');
