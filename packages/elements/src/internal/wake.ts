import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isPageHidden, onPageVisibility } from './page-visibility.js';

/** The longest time that a browser's timer can wait. */
const MAX_WAIT_MS = 2 ** 31 - 1;

/**
 * Updates its host when the clock alone changes what it shows, as a countdown does.
 *
 * There is no timer while nothing is due, while the page is hidden, or while the host is out of the document.
 */
export class Wake implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAwaited = false;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Waits for the time `at`, in ms by the same clock as `now`; null waits for nothing. */
  at(at: number | null, now: number): void {
    clearTimeout(this.#timer);
    this.#isAwaited = at !== null;
    if (at === null || isPageHidden()) return;
    this.#timer = setTimeout(() => this.#host.requestUpdate(), Math.min(Math.max(at - now, 0), MAX_WAIT_MS));
  }

  hostConnected(): void {
    this.#stop = onPageVisibility(() => {
      clearTimeout(this.#timer);
      if (!isPageHidden() && this.#isAwaited) this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#stop?.();
    this.#stop = null;
  }
}
