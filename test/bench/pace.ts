import { setTimeout as sleep } from 'node:timers/promises';
import { poissonArrivals } from './poisson.js';

/**
 * Does something at random moments, so many a second on average, for so many seconds; what is late is done at once.
 *
 * It looks at the clock every few milliseconds, so that thousands a second do not need as many timers.
 */
export async function atRandom(perSecond: number, seconds: number, seed: number, act: () => void): Promise<void> {
  const arrivals = poissonArrivals(Math.round(perSecond * seconds), perSecond, seed);
  const startedAt = performance.now();
  for (let next = 0; next < arrivals.length;) {
    const now = performance.now() - startedAt;
    for (; next < arrivals.length && arrivals[next]! <= now; next += 1) act();
    const wait = (arrivals[next] ?? 0) - (performance.now() - startedAt);
    if (next < arrivals.length) await sleep(Math.max(1, wait));
  }
}
