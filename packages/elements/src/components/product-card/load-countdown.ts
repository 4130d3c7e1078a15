let loading: Promise<unknown> | null = null;

/**
 * Loads what counts a time offer down, since most products never have one. Its place is kept until then, so nothing moves.
 *
 * Where it cannot be loaded the card shows its price all the same, and the next update tries again.
 */
export function loadCountdown(): void {
  loading ??= import('../countdown/define.js').catch(() => (loading = null));
}
