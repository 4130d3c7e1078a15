/** The shop in what was typed: a host may copy all of the address bar. */
export function shopOf(typed: string): string {
  return typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/, '');
}
