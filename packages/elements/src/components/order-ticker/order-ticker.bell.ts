import type { BellHost } from './order-ticker.sound.js';

/** Gives a ticker its bell, which is loaded only now; what asks again already has one. */
export function startBell(host: BellHost): void {
  // A page that cannot load it stays silent.
  import('./order-ticker.sound.js').then(
    ({ hang }) => hang(host),
    () => {},
  );
}
