import type { Condition } from './scene.conditions.js';

/** The version that this code writes, and the only one it reads. */
export const SCENE_VERSION = 1;

/** What a canvas measures, in px. */
export const CANVASES = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
} as const;

/** The shape of a canvas. */
export type SceneCanvas = keyof typeof CANVASES;

/** Where a widget lies in its box, where the box is larger than it. */
export const PLACES = [
  ...(['top-left', 'top', 'top-right'] as const),
  ...(['left', 'center', 'right'] as const),
  ...(['bottom-left', 'bottom', 'bottom-right'] as const),
] as const;

/** One of the nine places in a box. */
export type ScenePlace = (typeof PLACES)[number];

/** An attribute's value as a scene file writes it; true for one that is only there. */
export type AttributeValue = string | number | boolean;

/** A widget on the canvas. */
export interface SceneItem {
  /** Unique in the scene. */
  id: string;
  tag: string;
  /** What people call it in the studio. */
  name?: string;
  /** The box's top left corner, px from that of the canvas. */
  x: number;
  y: number;
  /** Px; without it as wide as the widget. */
  width?: number;
  /** Px; without it as high as the widget. */
  height?: number;
  /** Where the widget lies in its box. @default 'top-left' */
  place?: ScenePlace;
  /** @default 1 */
  scale?: number;
  /** What lies above what; where two are equal the later one. @default 0 */
  layer?: number;
  /** Not on air. */
  hidden?: boolean;
  /** Not to be moved in the studio. */
  locked?: boolean;
  /** Items of one group are moved together in the studio. */
  group?: string;
  attributes?: Readonly<Record<string, AttributeValue>>;
  /** Conditions that must all hold, or the item is not on air. */
  when?: readonly Condition[];
  /** Items of one turn group are on air one after the other, each for its seconds. */
  turn?: { group: string; seconds: number };
}

/** Widgets laid out on a canvas: what a scene file says. */
export interface Scene {
  version: typeof SCENE_VERSION;
  /** What people call it. */
  title?: string;
  canvas: SceneCanvas;
  theme?: string;
  /** What is tuned of the theme: tokens with plain values. */
  tokens?: Readonly<Record<string, string>>;
  items: readonly SceneItem[];
}

/** The most of everything that a scene may have, and the ends of its numbers. Lengths in characters, sizes in px. */
export const LIMITS = {
  text: 256_000,
  items: 40,
  turnGroups: 6,
  conditions: 4,
  title: 80,
  name: 40,
  tokens: 60,
  position: [-2000, 4000],
  size: [20, 2000],
  scale: [0.25, 4],
  layer: [0, 99],
  seconds: [5, 600],
} as const;

/** Ids of items, of groups and of turns. */
export const ID = '^[a-z0-9][a-z0-9-]{0,39}$';

/** What an attribute may hold. */
export type AttributeRule =
  | { kind: 'choice'; of: readonly string[] }
  | { kind: 'text'; longest: number }
  | { kind: 'whole'; from: number; to: number }
  | { kind: 'https' }
  | { kind: 'flag' };

/** An address that may be shown as a code: on https alone. */
export const HTTPS = '^https://[^\\s"<>\\\\^`{|}]{3,490}$';

const choice = (...of: string[]): AttributeRule => ({ kind: 'choice', of });
const text = (longest: number): AttributeRule => ({ kind: 'text', longest });
const whole = (from: number, to: number): AttributeRule => ({ kind: 'whole', from, to });
const FLAG: AttributeRule = { kind: 'flag' };
const PRODUCT = { 'product-id': text(100) };

/**
 * Every widget that a scene may hold, with the attributes that it may set. What is not here is kept out: no handler, no style, no
 * other element. The prompter is not for air.
 */
export const SCENE_WIDGETS: Readonly<Record<string, Readonly<Record<string, AttributeRule>>>> = {
  'stall-announcement': { look: choice('lower-third', 'strip') },
  'stall-countdown': { ...PRODUCT, until: text(40), look: choice('tab', 'band', 'small') },
  'stall-goal': { 'goal-id': text(100), look: choice('bar', 'slim', 'column') },
  'stall-legal': { seller: text(80), licence: text(60) },
  'stall-order-ticker': { look: choice('toast', 'ticker', 'list'), rows: whole(1, 10), 'with-amount': FLAG },
  'stall-origin': { ...PRODUCT, look: choice('seal', 'slip', 'list') },
  'stall-presale': { ...PRODUCT, look: choice('leaf', 'slim') },
  'stall-price': {
    ...PRODUCT,
    per: choice('jin', 'kg'),
    look: choice('tag', 'wide', 'tall', 'slim'),
    compact: FLAG,
  },
  'stall-product-card': { ...PRODUCT, featured: whole(0, 2), look: choice('wide', 'tall', 'slim') },
  'stall-promises': { ...PRODUCT, look: choice('line', 'slips') },
  'stall-qr': { href: { kind: 'https' }, caption: text(40), profile: text(40) },
  'stall-sales-chart': { metric: choice('orders', 'net'), look: choice('wide', 'side') },
  'stall-share': { look: choice('tag', 'slim') },
  'stall-shelf': { look: choice('list', 'strip', 'grid'), rows: whole(1, 10), page: whole(0, 99) },
  'stall-stock-counter': {
    ...PRODUCT,
    'low-at': whole(0, 9999),
    look: choice('number', 'row', 'ring', 'bar', 'small'),
  },
  'stall-tickets': { 'product-ids': text(1000), heading: text(60), look: choice('list', 'leaf') },
};

/** Widgets of one product that do not look for what is being shown by themselves: without a product the scene names it. */
export const FOLLOWERS: ReadonlySet<string> = new Set([
  'stall-countdown',
  'stall-price',
  'stall-promises',
  'stall-stock-counter',
]);
