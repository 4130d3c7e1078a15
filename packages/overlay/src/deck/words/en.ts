import type { DeckWords } from './deck-words.js';
import { enShow } from './en-show.js';
import { enDevices } from './en-devices.js';
import { enSell } from './en-sell.js';

/** The deck in English. */
export const en: DeckWords = {
  title: 'Deck',
  otherLanguage: '中文',
  demo: 'DEMO',
  demoHint: 'Demo data, not real orders',
  tabs: { products: 'Goods', show: 'Show', orders: 'Orders', history: 'History' },

  rooms: { title: 'Rooms', all: 'All rooms' },

  line: {
    waiting: 'Connecting…',
    live: 'Connected',
    stale: (age) => `No news for ${age}`,
    offline: (age) => `Offline for ${age}`,
    unsent: (count) => (count === 1 ? '1 step not sent yet' : `${count} steps not sent yet`),
  },
  age: { seconds: (n) => `${n} s`, minutes: (n) => `${n} min`, hours: (n) => `${n} h` },

  onAir: {
    title: 'On air',
    nobody: 'Nothing is on air: press “Feature” on a product.',
    free: 'free',
    hidden: 'Everything is hidden from viewers',
    remove: 'Stop featuring',
    soldOne: 'Sold one',
  },

  products: {
    title: 'Products',
    add: 'Add product',
    linkNo: (n) => `No. ${n}`,
    feature: 'Feature',
    featured: 'On air',
    open: 'Change',
    full: 'Three products can be on air at once: press one that is on air to take it off first.',
    priceHidden: 'price to come',
    unit: { piece: '', portion: '', box: 'boxes', jar: 'jars', bag: 'bags', ticket: 'tickets' },
  },

  stock: {
    unknown: 'stock unknown',
    ample: (n, unit) => spaced(`${n} ${unit} left`),
    low: (n, unit) => spaced(`only ${n} ${unit} left`),
    last: () => 'last one',
    atLeast: (n, unit) => spaced(`${n}+ ${unit} available`),
    lowUncounted: 'running low',
    inStock: 'in stock',
    reservedOut: (n) => `all taken, ${n} unpaid`,
    soldOut: 'sold out',
    presale: 'presale',
    oversold: (n) => `oversold by ${n}`,
    paused: 'paused',
    sellable: 'can be sold now',
    onHand: 'in all',
    reserved: 'unpaid',
    sold: 'sold in orders',
    fromSource: (source) => `The ${source} shop keeps this stock: change it there.`,
    waitingForChange: 'waiting for confirmation',
  },

  actions: {
    close: 'Close',
    soldOut: 'Mark sold out',
    soldOutHint: 'stamps the card',
    resume: 'Resume selling',
    pause: 'Pause',
    pauseHint: 'the card says paused',
    adjust: 'Add or take off stock',
    reason: 'Why',
    reasons: {
      restock: 'Restock',
      damaged: 'Damaged',
      recount: 'Recount',
      'sold-elsewhere': 'Sold elsewhere',
      gift: 'Gift',
      other: 'Other',
    },
    quick: (delta) => (delta > 0 ? `Add ${delta}` : `Take off ${-delta}`),
    chooseDelta: 'First choose how many',
    chooseReason: 'Now choose a reason',
    adjustBy: (delta, unit, reason) =>
      spaced(`${delta > 0 ? 'Add' : 'Take off'} ${Math.abs(delta)} ${unitOf(Math.abs(delta), unit)} · ${reason}`),
    oddReason: (delta, reason) =>
      `“${reason}” usually ${delta > 0 ? 'takes off, and this adds' : 'adds, and this takes off'}: is the sign right?`,
    reset: 'Zero',
    set: 'Or set it',
    setField: 'How many can be sold now',
    setEmpty: 'Set to …',
    setTo: (n, unit) => spaced(`Set to ${n} ${unitOf(n, unit)}`),
    setHint: 'A whole number, 0 or more.',
  },

  panic: {
    on: 'Hide all',
    pending: 'Hiding…',
    onHint: 'takes every product off air at once',
    isOn: 'All hidden',
    off: 'Hold to show',
    offHint: 'hold for a second to bring the products back',
    holding: 'Keep holding…',
  },

  history: {
    title: 'What you did',
    empty: 'Nothing yet. Every step you take is kept here and can be undone.',
    undo: 'Undo',
    undoThis: (what) => `Undo: ${what}`,
    undone: 'undone',
    redo: 'Redo',
    redoThis: (what) => `Do again: ${what}`,
    drop: 'Don’t send',
    clear: 'OK',
    waiting: 'waiting for the line',
    sending: 'sending',
  },

  did: {
    feature: (titles) => `Featured ${titles}`,
    unfeature: 'Stopped featuring',
    soldOut: (title) => `${title}: sold out`,
    pause: (title) => `${title}: paused`,
    resume: (title) => `${title}: resumed`,
    adjust: (title, delta, reason) =>
      `${title}: stock ${delta > 0 ? '+' : '−'}${Math.abs(delta)} (${reason.toLowerCase()})`,
    set: (title, n) => `${title}: stock set to ${n}`,
    putProduct: (title) => `Saved ${title}`,
    putOffer: (title) => `${title}: price set`,
    hidePrice: (title) => `${title}: price kept back`,
    openPrice: (title, price) => `${title}: price told, ${price}`,
    panicOn: 'Hid everything',
    panicOff: 'Showed everything again',
    undo: (what) => `Undid: ${what}`,
    startSession: 'Started a new session: totals and goals from zero',
    endSession: 'Ended this session: orders that still come count in it',
    removeProduct: (title) => `Removed ${title}`,
    putRoom: (title) => `Saved the room ${title}`,
    removeRoom: (title) => `Closed the room ${title}`.trim(),
    other: (type) => `Did ${type}`,
    unknownProduct: 'a product',
    join: ', ',
  },

  orders: {
    title: 'Latest orders',
    empty:
      'No orders yet. They come from your shop, once it is connected; what is sold elsewhere: press its “Sold one”.',
    status: {
      placed: 'unpaid',
      paid: 'paid',
      'partially-refunded': 'partly refunded',
      refunded: 'refunded',
      cancelled: 'cancelled',
    },
    line: (title, qty) => `${title} × ${qty}`,
    unlisted: 'something not listed here',
    operatorOnly: { unlisted: 'not on air: the product is not listed', currency: 'not on air: another currency' },
  },

  alerts: {
    title: (count) => (count === 1 ? '1 alert' : `${count} alerts`),
    oversold: (title, n) => `${title} is oversold by ${n}: restock, or cancel the orders that are too many.`,
    unlisted: (order) => `Order ${order} is for something that is not listed here: add the product to sell it.`,
    currency: (order) => `Order ${order} is in another currency and is not in the totals.`,
    transition: (order) => `Order ${order} changed in an unusual way: check it in the shop.`,
    wrongSide: (title) => `A stock message for ${title} came from the wrong side and was not used.`,
    lateOrder: (order) => `Order ${order} belongs to an earlier session: only the stock was changed.`,
    message: (text) => `To the host: ${text}`,
    hide: 'Hide',
    show: 'Show',
  },

  endDemo: {
    now: 'This is the example; the picture bears the mark DEMO.',
    open: 'End the example',
    title: 'End the example and start a real session?',
    hint: 'The example’s products and orders go, totals start at zero, and the mark DEMO leaves the picture. Your own products stay; fill in their stock again.',
    confirm: 'End it and start a real session',
    stay: 'Keep practising',
  },

  empty: {
    title: 'This stall has no products yet',
    hint: 'Add the first product with its price and stock, and the show can start.',
    example: 'Load the example',
    exampleHint: 'six farm products, all marked DEMO, to practise with',
    fresh: 'Start empty',
    freshHint: 'add your own products; every number is real',
  },

  add: {
    title: 'Add a product',
    name: 'Name',
    nameHint: 'For example: Yangshan peaches, 2.5 kg',
    linkNo: 'Link number',
    price: 'Price (yuan)',
    weight: 'Weight (斤 = 500 g)',
    weightHint: 'Shows the price per 斤',
    stock: 'How many can be sold now',
    picture: 'Picture',
    choosePicture: 'Choose a picture',
    removePicture: 'Remove the picture',
    pictureHint: 'It is made smaller before it is kept',
    pictureBad: 'This picture does not open: choose another JPG or PNG.',
    save: 'Save and sell',
    optional: 'optional',
    errors: {
      title: 'Give the product a name.',
      linkNo: 'A link number is a whole number from 1 to 999, or nothing.',
      linkNoTaken: (n, title) => `Link ${n} is already “${title}”: choose another number.`,
      price: 'Write the price as a number, such as 39.90.',
      weight: 'Write the weight as a number of 斤, such as 5 or 2.5, or nothing.',
      stock: 'Stock is a whole number, 0 or more.',
    },
  },

  claims: { quoted: (claim) => `“${claim}”`, more: (n) => `${n} more to change` },

  edit: {
    open: 'Name, price, shop number',
    back: 'Back',
    save: 'Save',
    saveSure: 'Yes, save it',
    clash: (theirs) => `Another deck has just changed this to “${theirs}”: press Save again to use yours.`,
    priceHint: 'Kept back now; a number tells it',
  },

  price: {
    title: 'Price',
    hide: 'Keep it back',
    keptBack: 'The price is kept back: viewers do not see it',
    open: 'Tell it',
  },

  shop: {
    title: 'Connect to a shop',
    none: 'Optional; its orders then come in by themselves',
    which: 'Which shop',
    name: (source) => SHOP_NAMES[source] ?? source,
    fields: {
      id: 'Product id',
      variantId: 'Variation id',
      sku: 'SKU',
      inventoryItemId: 'Inventory item id',
    },
    idHint: (source) => SHOP_HINTS[source] ?? 'Its number in the shop’s back office',
    hints: {
      variantId: 'Only for one of several variations',
      sku: 'optional',
      inventoryItemId: 'Needed if Shopify counts',
    },
    counts: 'Who counts the stock',
    deckCounts: 'This deck counts',
    deckCountsHint: 'You fill in the stock here, and each order from the shop is taken off.',
    shopCounts: (shop) => `${shop} counts`,
    shopCountsHint: 'The picture shows what the shop says; it cannot be changed here.',
    errors: {
      id: 'Fill in the product’s id in the shop.',
      inventoryItem: 'Where Shopify counts, fill in the inventory item id: its stock messages name nothing else.',
      taken: (id, title) => `${id} is already connected to “${title}”: take it away there, or use another id.`,
    },
  },

  show: enShow,
  sell: enSell,
  devices: enDevices,
  hotkeys: 'Keyboard: 1–9 feature a link · N next · U undo · H hide all (off while typing)',

  gate: {
    title: 'This page needs the deck link',
    hint: 'The terminal that runs the relay printed a deck link: scan it with the phone, or paste the whole link here.',
    field: 'Deck link or key',
    open: 'Open the deck',
    refused: 'The key was refused: open the deck link from the terminal again.',
  },

  faults: {
    unreachable: 'The relay cannot be reached; trying again all the time. Is it running on the computer?',
    'refused-key': 'The key was refused: open the deck link from the terminal again.',
    'not-found': 'There is no such stall: check its name in the link.',
    other: 'Something is wrong with the data; trying again.',
  },
};

const SHOP_NAMES: Readonly<Record<string, string>> = {
  woocommerce: 'WooCommerce',
  shopify: 'Shopify',
  stripe: 'Stripe',
  doudian: 'Doudian (抖店)',
  'douyin-life': 'Douyin Life (抖音来客)',
  'weixin-shop': 'Weixin Shop (微信小店)',
  kuaishou: 'Kuaishou (快手小店)',
};

const SHOP_HINTS: Readonly<Record<string, string>> = {
  woocommerce: 'In the product list, below its name',
  shopify: 'The number that ends its page’s address',
};

/** English units may be empty; what remains has single spaces. */
function spaced(text: string): string {
  return text.replace(/ +/g, ' ').trim();
}

/** A unit beside its number: the catalogue has the plural. */
function unitOf(n: number, unit: string): string {
  return n === 1 ? unit.replace(/(x)es$|s$/, '$1') : unit;
}
