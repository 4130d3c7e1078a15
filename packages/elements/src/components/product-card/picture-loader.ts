import type { ReactiveControllerHost } from 'lit';
import type { Picture } from './picture-of.js';

/** A picture that has been loading for longer than this is asked for again with the next snapshot. */
const SLOW_MS = 10_000;

/**
 * Holds the picture of a card: in its box from the start, seen once all of it is there and decoded.
 *
 * Never shows one product's picture beside another's title, nor half a picture, and decodes off the page's thread. A
 * picture that does not load is tried again after the next snapshot, and only then.
 */
export class PictureLoader {
  readonly #host: ReactiveControllerHost;
  #url = '';
  #image: HTMLImageElement | null = null;
  #resync: number | undefined;
  #askedAt = 0;
  #isShown = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The picture's element; null where there is no picture, and where it does not load. Call once an update. */
  imageOf(picture: Picture | null, resync: number | undefined): HTMLImageElement | null {
    const isRetry = resync !== this.#resync && !this.#isShown && this.#isSlow;
    this.#resync = resync;
    if ((picture?.url ?? '') !== this.#url || isRetry) this.#ask(picture?.url ?? '');
    if (this.#image && picture) this.#image.alt = picture.alt;
    return this.#image;
  }

  get #isSlow(): boolean {
    return this.#image === null || performance.now() - this.#askedAt > SLOW_MS;
  }

  #ask(url: string): void {
    // An address that is taken away ends a request that is still under way.
    this.#image?.removeAttribute('src');
    this.#url = url;
    this.#isShown = false;
    this.#image = null;
    if (!url) return;

    const image = new Image();
    this.#image = image;
    this.#askedAt = performance.now();
    image.decoding = 'async';
    image.referrerPolicy = 'no-referrer';
    // On air everything is in sight, and a hidden source must have its picture when it is shown.
    image.loading = 'obsstudio' in window ? 'eager' : 'lazy';
    const settle = (isShown: boolean): void => {
      if (this.#image !== image) return;
      this.#isShown = isShown;
      if (isShown) image.className = 'shown';
      else this.#image = null;
      this.#host.requestUpdate();
    };
    image.onerror = () => settle(false);
    image.onload = () =>
      void image.decode().then(
        () => settle(true),
        () => settle(false),
      );
    image.src = url;
  }
}
