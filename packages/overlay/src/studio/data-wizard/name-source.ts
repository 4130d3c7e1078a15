import type { DataWizardWords } from './data-wizard-words.js';

/** A kept source in plain words, without what it may hold of keys. */
export function nameSource(src: string, { own, followed }: DataWizardWords): string {
  const [, scheme = '', address = ''] = /^(\w+):(.*)$/.exec(src) ?? [];
  const place = placeOf(address);
  switch (scheme) {
    case 'table':
      return followed.table(place);
    case 'shopify':
      return followed.shopify(place);
    case 'relay':
      return followed.relay(place);
    default:
      return own;
  }
}

function placeOf(address: string): string {
  try {
    const { host, pathname } = new URL(/^https?:/.test(address) ? address : `https://${address}`);
    const stall = /^\/stalls\/([^/]+)$/.exec(pathname)?.[1];
    return stall === undefined ? host : `${host} · ${decodeURIComponent(stall)}`;
  } catch {
    return '';
  }
}
