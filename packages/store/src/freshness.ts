/**
 * How old the shown state may be.
 *
 *   waiting ──snapshot──▶ live ──silence──▶ stale ──a minute of it──▶ offline
 *                          ▲─────────────────┴────heard again──────────┘
 */
export type FreshnessLevel = 'waiting' | 'live' | 'stale' | 'offline';

export interface Freshness {
  level: FreshnessLevel;
  /** When something was last heard, ms by the server's clock, as of the last repaint; null before the first snapshot. */
  heardAt: number | null;
  /** Ms since then, as of the last repaint; 0 while live. */
  ageMs: number;
}

/** From this age on, stale data counts as offline. */
export const OFFLINE_MS = 60_000;

export const WAITING: Freshness = { level: 'waiting', heardAt: null, ageMs: 0 };

/** Derives the level of data of an age. */
export function deriveFreshness(heardAt: number, ageMs: number, freshForMs: number): Freshness {
  if (ageMs <= freshForMs) return { level: 'live', heardAt, ageMs: 0 };
  return { level: ageMs < Math.max(OFFLINE_MS, freshForMs) ? 'stale' : 'offline', heardAt, ageMs };
}

/** Ms until the words for an age change: when it becomes stale, every 10 s in the first minute, then once a minute. */
export function untilRepaint(ageMs: number, freshForMs: number): number {
  if (ageMs <= freshForMs) return freshForMs - ageMs + 1;
  const step = ageMs < OFFLINE_MS ? 10_000 : 60_000;
  return step - (ageMs % step) + 1;
}

/** The worse of two. */
export function worse(a: Freshness, b: Freshness): Freshness {
  const rank: readonly FreshnessLevel[] = ['live', 'stale', 'offline', 'waiting'];
  const difference = rank.indexOf(a.level) - rank.indexOf(b.level);
  return difference > 0 || (difference === 0 && a.ageMs >= b.ageMs) ? a : b;
}

export function sameFreshness(a: Freshness, b: Freshness): boolean {
  return a.level === b.level && a.ageMs === b.ageMs && (a.level === 'live' || a.heardAt === b.heardAt);
}
