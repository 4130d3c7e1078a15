import type { Sums } from './records.js';

export const NO_SUMS: Readonly<Sums> = {
  gross: 0,
  cancelled: 0,
  refunded: 0,
  paidOrders: 0,
  netOrders: 0,
  units: 0,
  massG: 0,
};

const SUM_KEYS = Object.keys(NO_SUMS) as (keyof Sums)[];

/** `a + b × factor`, field by field. */
export function addSums(a: Readonly<Sums>, b: Readonly<Sums>, factor = 1): Sums {
  const sums = { ...a };
  for (const key of SUM_KEYS) sums[key] += factor * b[key];
  return sums;
}

export function isNothing(sums: Readonly<Sums>): boolean {
  return SUM_KEYS.every((key) => sums[key] === 0);
}
