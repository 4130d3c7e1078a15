import type { ReactiveControllerHost } from 'lit';

/** A ticker, as far as its bell asks. */
export interface BellHost extends ReactiveControllerHost, HTMLElement {
  sound: string | null;
}

/** Gives a ticker its bell, which is loaded only now; what asks again already has one. */
export function startBell(host: BellHost): void {
  // A page that cannot load it stays silent.
  import('./order-ticker.sound.js').then(
    ({ hang }) => hang(host),
    () => {},
  );
}
