/** What came of asking once. */
export type Answer =
  | { kind: 'text'; text: string }
  /** It is still the text whose mark was sent along. */
  | { kind: 'same' }
  /**
   * One sentence for people; `retryAfterMs` where the other side says when to come back, `unanswered` where there was no other
   * side: a line that is down.
   */
  | { kind: 'failed'; code: string; message: string; retryAfterMs?: number; unanswered?: true };

/**
 * Makes a short mark of a text, by which two pages know that they have the same one.
 *
 * It is no cryptographic digest: pages of one origin trust each other, and those have none where there is no secure context.
 */
export function markOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return `${text.length.toString(36)}-${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}`;
}
