import type { Language } from '../../words/language.js';

export type Shape = 'portrait' | 'landscape';

/** The sizes that OBS gives to a source dropped from a link. */
export const SIZES: Readonly<Record<Shape, readonly [width: number, height: number]>> = {
  portrait: [1080, 1920],
  landscape: [1920, 1080],
};

/**
 * The shops whose webhooks have a door, each with the variable that holds its secret. `isSampled` marks those that were tested with
 * published samples alone, and never met the platform itself.
 */
export const SHOPS = [
  { source: 'doudian', variable: 'STALLCAST_SECRET_DOUDIAN', isSampled: true },
  { source: 'weixin-shop', variable: 'STALLCAST_SECRET_WEIXIN_SHOP', isSampled: true },
  { source: 'kuaishou', variable: 'STALLCAST_SECRET_KUAISHOU', isSampled: true },
  { source: 'douyin-life', variable: 'STALLCAST_SECRET_DOUYIN_LIFE', isSampled: true },
  { source: 'woocommerce', variable: 'STALLCAST_SECRET_WOOCOMMERCE', isSampled: true },
  { source: 'shopify', variable: 'STALLCAST_SECRET_SHOPIFY', isSampled: true },
  { source: 'stripe', variable: 'STALLCAST_SECRET_STRIPE', isSampled: true },
  { source: 'standard', variable: 'STALLCAST_SECRET_STANDARD', isSampled: false },
] as const;

/** The name of a shop's door. */
export type ShopSource = (typeof SHOPS)[number]['source'];

export interface StallAddress {
  origin: string;
  stall: string;
  room?: string | undefined;
  /** The room's title, by which its source is told from another's in OBS. */
  roomTitle?: string | undefined;
}

/** What an overlay's link says beside the stall: each as the overlay page reads it, and left out where it is empty. */
export interface LinkChoice {
  /** Another source of data than the relay's stall, as a connection string. It goes behind the key: it may hold one of its own. */
  src?: string | undefined;
  /** A starting scene's name, or the code of one of the host's own. */
  scene?: string | undefined;
  theme?: string | undefined;
}

/** The overlay's link without what only OBS reads: for a preview. */
export function overlayLink(at: StallAddress, key: string, language: Language, choice: LinkChoice = {}): string {
  return link(at, 'overlay', { lang: language, ...chosen(choice) }, key, choice.src);
}

/** The overlay's link to drag into OBS, which takes `layer-…` out of it and makes a source of that name and size. */
export function dragLink(
  at: StallAddress,
  key: string,
  language: Language,
  shape: Shape,
  choice: LinkChoice = {},
): string {
  const [width, height] = SIZES[shape];
  // Another source has rooms of its own.
  const name = ['Stallcast', at.stall, choice.src ? '' : at.roomTitle].filter(Boolean).join(' ');
  const layer = { 'layer-name': name, 'layer-width': String(width), 'layer-height': String(height) };
  return link(at, 'overlay', { lang: language, ...chosen(choice), ...layer }, key, choice.src);
}

function chosen({ scene, theme }: LinkChoice): Record<string, string> {
  return { ...(scene && { scene }), ...(theme && { theme }) };
}

/** The deck's link. Without a key it opens where the key is kept already: in this browser. */
export function deckLink(at: StallAddress, key: string | null): string {
  return link(at, 'deck', {}, key);
}

/** Where a shop's webhooks go. */
export function hookAddress({ origin, stall, room }: StallAddress, source: string): string {
  const url = new URL(`/stalls/${encodeURIComponent(stall)}/hooks/${source}`, origin);
  if (room) url.searchParams.set('room', room);
  return url.href;
}

function link(
  { origin, stall, room }: StallAddress,
  page: string,
  more: Record<string, string>,
  key: string | null,
  src = '',
): string {
  const url = new URL(`/${page}`, origin);
  // Another source has rooms of its own, and says which is meant.
  const query = { stall, ...(room && !src ? { room } : {}), ...more };
  // `%20`, not `+`: OBS reads a plus in a layer's name as a plus.
  url.search = Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  if (key || src) url.hash = encodeURIComponent(key ?? '') + (src && `&src=${encodeURIComponent(src)}`);
  return url.href;
}
