/**
 * Draws arrival times of a Poisson process, in ms from the start.
 *
 * Steps of a fixed length would fall in with the frames of the screen and measure one phase of them; random arrivals meet
 * every phase alike. The same seed draws the same times, so that variants face the same arrivals.
 */
export function poissonArrivals(count: number, perSecond: number, seed: number): number[] {
  const draw = uniform(seed);
  const arrivals: number[] = [];
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    at += (-Math.log(1 - draw()) * 1_000) / perSecond;
    arrivals.push(at);
  }
  return arrivals;
}

/** Mulberry32: numbers from 0 to 1, 1 left out, that a seed repeats. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
