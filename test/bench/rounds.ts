import type { Rounds } from './measure.js';

/** How often everything is measured, and how long that may take. */
export interface Plan {
  /** Done whatever it takes. */
  atLeast: number;
  planned: number;
  /** No round is begun that would not be over in this time, by how long the last one took. */
  seconds: number;
}

/**
 * Does something with each of all, round after round, in an order that turns round each time: A B C, C B A, A B C. What slows a
 * machine down meets all alike. Rounds are whole, so that each has as many runs, and neighbours in time can be compared.
 */
export async function inRounds<T>(
  all: readonly T[],
  { atLeast, planned, seconds }: Plan,
  act: (one: T, round: number) => Promise<void>,
  now: () => number = () => performance.now(),
): Promise<Rounds> {
  const beganAt = now();
  let done = 0;
  let lastMs = 0;
  const isTime = () => now() - beganAt + lastMs <= seconds * 1_000;
  while (done < planned && (done < atLeast || isTime())) {
    const roundBeganAt = now();
    const order = done % 2 === 0 ? all : [...all].reverse();
    for (const one of order) await act(one, done + 1);
    lastMs = now() - roundBeganAt;
    done += 1;
  }
  return { done, planned };
}
