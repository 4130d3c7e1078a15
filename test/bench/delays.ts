import type { Sighting } from './probe.js';

/** A change that was sent: the number that it leaves, and when it went out. */
export interface Sending {
  figure: number;
  at: number;
}

/**
 * Finds how long each change took to be seen, in ms. Both clocks have to be one.
 *
 * Numbers fall. A change is seen with the first number at or below its own, since a frame may show several changes at once.
 */
export function delaysOf(sendings: readonly Sending[], sightings: readonly Sighting[]): number[] {
  return sendings.map(({ figure, at }) => {
    const seen = sightings.find((sighting) => sighting.figure <= figure);
    if (!seen)
      throw new Error(`The page never showed ${figure}: its last number was ${sightings.at(-1)?.figure ?? 'none'}.`);
    return seen.at - at;
  });
}
