import type { AdjustReason, OrderStatus, SaleUnit } from '@stallcast/protocol';
import type { ShopIdName } from '../shop-link/shop-link-draft.js';
import type { DeviceWords } from './device-words.js';
import type { SellWords } from './sell-words.js';
import type { ShowWords } from './show-words.js';

type Said<A extends readonly unknown[]> = (...args: A) => string;

/** Every string of the deck; a catalogue that lacks one does not compile. */
export interface DeckWords {
  title: string;
  /** Names the language that one can switch to, in that language. */
  otherLanguage: string;
  demo: string;
  demoHint: string;
  tabs: { products: string; show: string; orders: string; history: string };

  rooms: { title: string; all: string };

  line: {
    waiting: string;
    live: string;
    stale: Said<[age: string]>;
    offline: Said<[age: string]>;
    unsent: Said<[count: number]>;
  };
  age: { seconds: Said<[n: number]>; minutes: Said<[n: number]>; hours: Said<[n: number]> };

  onAir: { title: string; nobody: string; free: string; hidden: string; remove: string; soldOne: string };

  products: {
    title: string;
    add: string;
    linkNo: Said<[n: number]>;
    feature: string;
    featured: string;
    /** Before a product's title, for those who hear the page. */
    open: string;
    full: string;
    priceHidden: string;
    unit: Record<SaleUnit, string>;
  };

  stock: {
    unknown: string;
    ample: Said<[n: number, unit: string]>;
    low: Said<[n: number, unit: string]>;
    last: Said<[unit: string]>;
    atLeast: Said<[n: number, unit: string]>;
    lowUncounted: string;
    inStock: string;
    reservedOut: Said<[n: number, unit: string]>;
    soldOut: string;
    presale: string;
    oversold: Said<[n: number, unit: string]>;
    paused: string;
    sellable: string;
    onHand: string;
    reserved: string;
    sold: string;
    fromSource: Said<[source: string]>;
    waitingForChange: string;
  };

  actions: {
    close: string;
    soldOut: string;
    soldOutHint: string;
    resume: string;
    pause: string;
    pauseHint: string;
    adjust: string;
    reason: string;
    reasons: Record<AdjustReason, string>;
    quick: Said<[delta: number]>;
    chooseDelta: string;
    chooseReason: string;
    adjustBy: Said<[delta: number, unit: string, reason: string]>;
    /** The reason stands for the other direction. */
    oddReason: Said<[delta: number, reason: string]>;
    reset: string;
    set: string;
    setField: string;
    setEmpty: string;
    setTo: Said<[n: number, unit: string]>;
    setHint: string;
  };

  panic: { on: string; pending: string; onHint: string; isOn: string; off: string; offHint: string; holding: string };

  history: {
    title: string;
    empty: string;
    undo: string;
    undoThis: Said<[what: string]>;
    undone: string;
    redo: string;
    redoThis: Said<[what: string]>;
    drop: string;
    clear: string;
    waiting: string;
    sending: string;
  };

  /** What a command did, in the operator's words. */
  did: {
    feature: Said<[titles: string]>;
    unfeature: string;
    soldOut: Said<[title: string]>;
    pause: Said<[title: string]>;
    resume: Said<[title: string]>;
    adjust: Said<[title: string, delta: number, reason: string]>;
    set: Said<[title: string, n: number]>;
    putProduct: Said<[title: string]>;
    putOffer: Said<[title: string]>;
    hidePrice: Said<[title: string]>;
    openPrice: Said<[title: string, price: string]>;
    panicOn: string;
    panicOff: string;
    undo: Said<[what: string]>;
    startSession: string;
    endSession: string;
    removeProduct: Said<[title: string]>;
    putRoom: Said<[title: string]>;
    removeRoom: Said<[title: string]>;
    other: Said<[type: string]>;
    unknownProduct: string;
    join: string;
  };

  orders: {
    title: string;
    empty: string;
    status: Record<OrderStatus, string>;
    line: Said<[title: string, qty: number]>;
    unlisted: string;
    operatorOnly: Record<'unlisted' | 'currency', string>;
  };

  alerts: {
    title: Said<[count: number]>;
    oversold: Said<[title: string, n: number]>;
    unlisted: Said<[order: string]>;
    currency: Said<[order: string]>;
    transition: Said<[order: string]>;
    wrongSide: Said<[title: string]>;
    lateOrder: Said<[order: string]>;
    message: Said<[text: string]>;
    hide: string;
    show: string;
  };

  endDemo: { now: string; open: string; title: string; hint: string; confirm: string; stay: string };

  empty: { title: string; hint: string; example: string; exampleHint: string; fresh: string; freshHint: string };

  add: {
    title: string;
    name: string;
    nameHint: string;
    linkNo: string;
    price: string;
    weight: string;
    weightHint: string;
    stock: string;
    picture: string;
    choosePicture: string;
    removePicture: string;
    pictureHint: string;
    pictureBad: string;
    save: string;
    optional: string;
    errors: {
      title: string;
      linkNo: string;
      linkNoTaken: Said<[n: number, title: string]>;
      price: string;
      weight: string;
      stock: string;
    };
  };

  /** Claims that are warned of while one types. */
  claims: { quoted: Said<[claim: string]>; more: Said<[n: number]> };

  edit: {
    open: string;
    back: string;
    save: string;
    saveSure: string;
    priceHint: string;
    clash: Said<[theirs: string]>;
  };

  price: { title: string; hide: string; keptBack: string; open: string };

  /** How a product is connected to a shop. */
  shop: {
    title: string;
    none: string;
    which: string;
    name: Said<[source: string]>;
    fields: Record<ShopIdName, string>;
    idHint: Said<[source: string]>;
    hints: Record<Exclude<ShopIdName, 'id'>, string>;
    counts: string;
    deckCounts: string;
    deckCountsHint: string;
    shopCounts: Said<[shop: string]>;
    shopCountsHint: string;
    errors: { id: string; inventoryItem: string; taken: Said<[id: string, title: string]> };
  };

  /** Announcements, the run of products, the goal. */
  show: ShowWords;

  /** Prices, flash sales, rooms, presales, cancellations. */
  sell: SellWords;

  /** What is connected, and who has a key. */
  devices: DeviceWords;

  /** The keys of a keyboard, in one line. */
  hotkeys: string;

  gate: { title: string; hint: string; field: string; open: string; refused: string };

  faults: { unreachable: string; 'refused-key': string; 'not-found': string; other: string };
}
