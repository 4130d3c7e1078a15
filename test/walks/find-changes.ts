import type { Seen } from './kept-walks.js';
import type { Box, PageFacts } from './page-facts.js';

/** How far a key may lie from where it lay: fonts and engines round, and other fonts break lines elsewhere. In CSS pixels. */
export const NEAR = 24;

/** Says what a picture would show otherwise than the committed one does. */
export function findChanges(kept: Readonly<Seen>, seen: Readonly<Seen>): string[] {
  const files = new Set([...Object.keys(kept), ...Object.keys(seen)]);
  return [...files].flatMap((file) => {
    const [before, after] = [kept[file], seen[file]];
    if (!before) return [`${file} is a picture that was not taken yet`];
    if (!after) return [`${file} is no longer taken`];
    // With other fonts lines break elsewhere, and more or less of a page is in the window: the sentences are compared anyway.
    if (before.letters !== after.letters) return [];
    return [...changedWords(before, after), ...changedKeys(before, after), ...changedRing(before.ring, after.ring)].map(
      (what) => `${file}: ${what}`,
    );
  });
}

function changedWords(before: PageFacts, after: PageFacts): string[] {
  const [had, has] = [before.words.split(' | '), after.words.split(' | ')];
  const gone = had.filter((word) => !has.includes(word));
  const come = has.filter((word) => !had.includes(word));
  if (gone.length + come.length > 0) return [`it said "${gone.join(' | ')}" and says "${come.join(' | ')}"`];
  return [];
}

function changedKeys(before: PageFacts, after: PageFacts): string[] {
  const names = new Set([...Object.keys(before.keys), ...Object.keys(after.keys)]);
  return [...names].flatMap((name) => {
    const [was, is] = [before.keys[name], after.keys[name]];
    if (!was) return [`"${name}" has come`];
    if (!is) return [`"${name}" has gone`];
    return isNear(was, is) ? [] : [`"${name}" was at ${was.join(', ')} and is at ${is.join(', ')}`];
  });
}

function changedRing(was: Box | undefined, is: Box | undefined): string[] {
  if (!was || !is) return was === is ? [] : ['the ring has come or gone'];
  return isNear(was, is) ? [] : [`the ring was at ${was.join(', ')} and is at ${is.join(', ')}`];
}

const isNear = (one: Box, other: Box): boolean =>
  one.every((length, index) => Math.abs(length - (other[index] ?? 0)) <= NEAR);
