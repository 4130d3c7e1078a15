/** Longer words than this, in characters, are cut inside: leaving them out would leave a hole. */
const LONGEST_WORD = 14;
/** What has no place before an ellipsis. */
const LOOSE_END = /[\s\p{Pd}\p{Ps}\p{Pi}、，。；：,;:.·•]+$/u;
/** What would turn the line around, and halves of a pair. White space becomes single spaces. */
const UNSEEN = /[\p{Cs}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu;

/** Makes one line of a text from outside: at most `longest` UTF-16 units of it, with nothing that turns lines around. */
export function plainText(text: string, longest: number): string {
  const head = text.length > longest ? text.slice(0, longest) : text;
  return head
    .replaceAll(UNSEEN, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * Cuts a text to what fits, between words, or inside a word that is longer than any line should end with. Characters
 * that are seen as one, such as an emoji of a family, are never torn apart.
 *
 * `fits` is asked a few times, with what would be shown; the longer a text, the less it may fit.
 */
export function fitText(text: string, language: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  const places = cutsOf(text, language);
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(cutAt(text, places[middle] ?? 0))) low = middle + 1;
    else high = middle;
  }
  return cutAt(text, places[low - 1] ?? 0);
}

function cutAt(text: string, end: number): string {
  return `${text.slice(0, end).replace(LOOSE_END, '')}…`;
}

/** Where a text may be cut, from the shortest to the longest. */
function cutsOf(text: string, language: string): number[] {
  const words = segmenter(language, 'word');
  const letters = segmenter(language, 'grapheme');
  const cuts: number[] = [];
  for (const { segment, index } of words.segment(text)) {
    if (segment.length > LONGEST_WORD) {
      for (const letter of letters.segment(segment)) cuts.push(index + letter.index + letter.segment.length);
    } else cuts.push(index + segment.length);
  }
  return cuts.slice(0, -1);
}

function segmenter(language: string, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity });
  } catch {
    // A page may name a language that is none.
    return new Intl.Segmenter(undefined, { granularity });
  }
}
