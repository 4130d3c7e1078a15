import type { Box, Seen } from './page/see-widget.js';

/** The least type on a canvas of 1080, in px. */
const TYPE_FLOOR_PX = 28;

/** Engines round the advance of a letter differently, and over a line that adds up. */
const SLACK = { px: 8, share: 0.03 };

/** Texts in letters that no machine need have a type for: how wide they come out is the machine's business. */
const FALLBACK_TYPE = /hostile|rtl|emoji|zalgo/;

/** What is wrong with a widget by itself, whatever other engines make of it. */
export function faultsOf({ state, smallest, marks, spoken, spokenAfterChange, places }: Seen): string[] {
  const faults: string[] = [];
  if (smallest && smallest.px < TYPE_FLOOR_PX - 0.01)
    faults.push(`"${smallest.says}" is set in ${smallest.px.toFixed(1)} px, below ${TYPE_FLOOR_PX}`);
  for (const { says, isOnTop } of marks) if (!isOnTop) faults.push(`the mark "${says}" is covered or clipped`);
  if (/(?:^|-)demo(?:-|$)/.test(state) && marks.length === 0) faults.push('nothing says that it is a demonstration');
  if ((spoken || spokenAfterChange) && Object.keys(places).length === 0) faults.push('it speaks but nothing is seen');
  return faults.map((fault) => `${state}: ${fault}`);
}

/** In what a widget differs from what the reference made of the same state. */
export function differences(reference: Seen, seen: Seen): string[] {
  const { state } = reference;
  const found: string[] = [];
  if (!seen.heard.includes(reference.spoken) && seen.spoken !== reference.spoken)
    found.push(`says "${seen.spoken}" in place of "${reference.spoken}"`);
  // What live orders bring stays for seconds, and then one engine is ahead of the other.
  if (seen.spoken === reference.spoken) found.push(...differencesAtRest(reference, seen));
  return found.map((difference) => `${state}: ${difference}`);
}

function differencesAtRest(reference: Seen, seen: Seen): string[] {
  const found: string[] = [];
  if (seen.heard.length === 1 && seen.spokenAfterChange !== reference.spokenAfterChange)
    found.push(`says "${seen.spokenAfterChange}" after a change, in place of "${reference.spokenAfterChange}"`);
  if (seen.pictures !== reference.pictures) found.push(`shows ${seen.pictures} pictures of ${reference.pictures}`);
  const marks = [seen, reference].map((one) => one.marks.map(({ says }) => says).join(', '));
  if (marks[0] !== marks[1]) found.push(`bears the marks "${marks[0]}" in place of "${marks[1]}"`);
  for (const [path, colours] of Object.entries(reference.colours)) {
    const others = seen.colours[path];
    if (others !== undefined && others !== colours) found.push(`${path} is ${others} in place of ${colours}`);
  }
  if (FALLBACK_TYPE.test(reference.state)) return found;
  for (const path of new Set([...Object.keys(reference.places), ...Object.keys(seen.places)])) {
    const [expected, came] = [reference.places[path], seen.places[path]];
    if (!expected || !came) found.push(`${path} is ${came ? 'there' : 'not there'}`);
    else if (!isNear(comparable(path, expected), comparable(path, came)))
      found.push(`${path} lies at ${inWords(came)} in place of ${inWords(expected)}`);
  }
  return found;
}

/** Text in a line is as wide as its longest line, and each engine breaks lines where its own sum of advances says so. */
const comparable = (path: string, [x, y, width, height]: Box): readonly number[] =>
  / bdi \d+$/.test(path) ? [x, y, height] : [x, y, width, height];

const isNear = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((length, index) => Math.abs(length - (other[index] ?? 0)) <= SLACK.px + Math.abs(length) * SLACK.share);

const inWords = ([x, y, width, height]: Box): string =>
  `${Math.round(x)},${Math.round(y)} ${Math.round(width)}×${Math.round(height)}`;
