import { keepText, keptText } from '../../keeping/kept-text.js';

/** What the picture follows instead of the stall's own data was changed, here or in another tab. Dispatched on the window. */
export class SourceChangeEvent extends Event {
  constructor(
    readonly stall: string,
    /** A connection string; empty for the stall's own data. */
    readonly src: string,
  ) {
    super('studio-source-change');
  }
}

/** A connection string: a scheme and a line of text without blanks. */
const CONNECTION = /^(?:table|shopify|woocommerce|relay):\S{1,4000}$/;
const PREFIX = 'stallcast.source.';

/** What the picture of a stall follows, as it was chosen in this browser: a connection string, or nothing for the stall's own data. */
export function keptSource(stall: string): string {
  const kept = keptText(PREFIX + stall) ?? '';
  return CONNECTION.test(kept) ? kept : '';
}

/** Keeps what the picture of a stall is to follow, or nothing for the stall's own data, and tells the page. False where this browser keeps nothing. */
export function keepSource(stall: string, src: string): boolean {
  const isKept = keepText(PREFIX + stall, src === '' ? null : src);
  window.dispatchEvent(new SourceChangeEvent(stall, src));
  return isKept;
}

/** Hears of every change for a stall, from other tabs too. Returns what ends it. */
export function watchSource(stall: string, hear: (src: string) => void): () => void {
  const own = (event: SourceChangeEvent): void => {
    if (event.stall === stall) hear(event.src);
  };
  const others = (event: StorageEvent): void => {
    if (event.key === PREFIX + stall || event.key === null) hear(keptSource(stall));
  };
  window.addEventListener('studio-source-change', own);
  window.addEventListener('storage', others);
  return () => {
    window.removeEventListener('studio-source-change', own);
    window.removeEventListener('storage', others);
  };
}

declare global {
  interface WindowEventMap {
    'studio-source-change': SourceChangeEvent;
  }
}
