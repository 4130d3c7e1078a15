import type { Product } from '@stallcast/protocol';
import { clipText } from './title-text.js';

/** A picture that may be loaded. */
export interface Picture {
  url: string;
  alt: string;
}

/**
 * The first picture of a product whose address may be loaded: https, the page's own origin, the origin that the data came from, or an
 * image in a data URL.
 *
 * A path such as `/pictures/peach.svg` was written by whoever keeps the stall, so it is read against the stall's origin, not the page's.
 */
export function pictureOf(
  { media }: Product,
  { baseUri, pictureOrigin }: { baseUri: string; pictureOrigin?: string | undefined },
): Picture | null {
  for (const { url, alt = '' } of media) {
    try {
      const isPath = url.startsWith('/') && !/^[/\\]{2}/.test(url);
      const { protocol, origin, href } = new URL(url, (isPath && pictureOrigin) || baseUri);
      const isOwn = [new URL(baseUri).origin, pictureOrigin].includes(origin) && /^(https?|file):$/.test(protocol);
      if (isOwn || protocol === 'https:' || /^data:image\//i.test(href)) return { url: href, alt: clipText(alt) };
    } catch {
      // Not an address: the next picture may be one.
    }
  }
  return null;
}
