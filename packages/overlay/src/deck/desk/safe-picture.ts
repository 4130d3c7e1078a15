import type { Product } from '@stallcast/protocol';

/** The first picture of a product that the deck may load: https, this page's own origin, or an image in a data URL. */
export function safePicture({ media }: Product): string | null {
  for (const { url } of media) {
    try {
      const { protocol, origin, href } = new URL(url, document.baseURI);
      const isOwn = origin === new URL(document.baseURI).origin && /^(?:https?|file):$/.test(protocol);
      if (isOwn || protocol === 'https:' || /^data:image\//i.test(href)) return href;
    } catch {
      // Not an address: the next picture may be one.
    }
  }
  return null;
}
