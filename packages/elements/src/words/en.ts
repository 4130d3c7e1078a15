import type { CompareBasis } from '@stallcast/protocol';
import { englishRegion } from './regions.js';
import type * as zhCN from './zh-cn.js';

const COMPARE: Readonly<Record<CompareBasis, string>> = {
  'lowest-30d': '30-day low',
  list: 'List',
  market: 'Market',
  usual: 'Usual',
};

/** A span of time in its largest unit, rounded down. */
function span(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/* Every word that the widgets say, in English: written for the place where it stands, not translated word by word. */

export const common: typeof zhCN.common = {
  language: 'en',
  demo: 'DEMO',
  span,
  ago: (ms) => `${span(ms)} ago`,
  dataAge: (ms) => `Data ${span(ms)} old`,
  offlineFor: (ms) => `Offline ${span(ms)}`,
  linkNo: (no) => `Link ${no}`,
  featured: 'ON NOW',
  flashPrice: 'Flash',
  presale: 'Pre-order',
  shipsBy: (date) => `ships by ${date}`,
  paused: 'Paused',
  priceHidden: 'price soon',
  price: 'Price',
  compare: (basis) => COMPARE[basis],
  per: { jin: '500 g', kg: 'kg', l: 'l' },
  unit: () => '',
  reading: 'reading …',
  lowWord: 'Low',
  gone: 'Sold out',
  large: { per: 1_000, suffix: 'k+' },
  goalLost: { refunded: 'refunded', cancelled: 'cancelled', both: 'returned' },
};

export const card: typeof zhCN.card = {
  linkWord: 'LINK',
  flashLeft: 'ends in',
  soldOut: 'SOLD OUT',
  shipWithin: (hours) => `Ships in ${hours} h`,
  badFruit: (ratioBps) =>
    ratioBps >= 10_000 ? 'Bad fruit refunded' : `${Math.floor(ratioBps / 100)}% back on bad fruit`,
  returnWithin: (days) => `${days}-day returns`,
  details: 'Details',
  countdown: 'Timer',
  counted: {
    none: '',
    before: 'starts in',
    running: 'ends in',
    'last-ten': 'ends in',
    over: 'is over',
    'stock-gone': 'sold out',
  },
  cutOff: (time) => `Order by ${time}, ships today`,
  cutOffNear: (minutes) => `Ships today: ${minutes} min left`,
  cutOffPast: 'Order now, ships tomorrow',
};

export const stock: typeof zhCN.stock = {
  leftUnit: () => 'left',
  stock: 'In stock',
  left: 'In stock',
  onlyLeft: 'Only',
  lastOne: 'Just',
  available: 'Available',
  manual: 'Host count',
  leftAgo: (ago) => ago,
  leftAt: (time) => `At ${time}`,
  inStockWord: 'Yes',
  noCount: 'not counted',
  awaitPayment: (count) => [`${count} unpaid,`, 'may return'],
  sold: 'Sold',
  capacity: 'Made a day',
  preorder: 'Open',
  queued: (count) => `${count} in line`,
  pausedCap: 'Paused',
  pausedSub: 'by the host',
  tally: ['M6 4V36', 'M15 4V36', 'M24 4V36', 'M33 4V36', 'M1 30L37 10'],
};

export const ticker: typeof zhCN.ticker = {
  orderSeal: '',
  orderSpine: 'ORDERS',
  ordersLabel: 'Latest orders',
  justBought: 'just bought',
  bought: 'bought',
  justNow: 'just now',
  orderQty: (count) => String(count),
  moreOrders: (count) => (count === 1 ? 'order' : 'orders'),
  orderCancelled: 'cancelled',
  orderRefunded: 'refunded',
  stockBack: { before: '', after: 'in stock' },
  region: (short, name) => englishRegion(short) ?? name,
};

export const announcement: typeof zhCN.announcement = {
  announcement: 'Announcement',
  announcementSeal: '',
};

export const legal: typeof zhCN.legal = {
  soldBy: 'Sold by',
  licence: (number) => `Licence ${number}`,
  licenceOnPage: 'Licence on the shop page',
  pageCounts: 'Price and stock as on the product page',
};

export const qr: typeof zhCN.qr = {
  scanForShop: 'Scan for our shop',
  codeFor: (host) => `QR code that leads to ${host}`,
};

export const shelf: typeof zhCN.shelf = {
  shelf: 'On the stall',
  shelfMore: (count) => `${count} more`,
  upNext: 'NEXT',
  shortStock: (kind, count) =>
    ({
      ample: `${count} left`,
      low: `Only ${count} left`,
      last: `Just ${count} left`,
      'at-least': `${count} left`,
      manual: `Host: ${count}`,
      old: `Had ${count}`,
    })[kind],
  inStock: 'In stock',
  stockLow: 'Low stock',
  allReserved: 'All reserved',
};

export const chart: typeof zhCN.chart = {
  ordersTonight: 'Orders tonight',
  netTonight: 'Net sales tonight',
  orderWord: (count) => (count === 1 ? 'order' : 'orders'),
  orderCount: (count) => `${count} ${count === 1 ? 'order' : 'orders'}`,
  crateIs: (amount) => `a crate = ${amount}`,
  noOrdersYet: 'No orders yet',
  chartSummary: (span, orders, net) => `${span}: ${orders}, ${net} net.`,
  chartTable: 'Sales by time',
};

export const status: typeof zhCN.status = {
  lineState: {
    none: 'Not connected',
    waiting: 'Connecting',
    live: 'Data is live',
    stale: 'Data is old',
    offline: 'Offline',
  },
  allWell: 'All is well. If you still see nothing, check the size and place of this source in OBS.',
  said: (message) => ` (${message})`,
  doctor: {
    'no-room-element': 'This widget is in no room: put it inside a <stall-room>.',
    'no-source': 'No data is connected: give the <stall-room> a src, for example local:peaches.',
    'no-adapter':
      'This data connection is unknown: check the word that src begins with, or import the adapter that is missing.',
    'refused-key': 'The key is wrong: copy the whole link from the deck again, with what comes after the #.',
    'not-found': 'There is no such stall: check its name in the link.',
    unreachable:
      'The relay does not answer: check that it runs, its address, and the network. It is tried again for ever.',
    fault: 'The data connection has a trouble. It is tried again for ever.',
    waiting: 'Waiting for the first data. If it stays like this, check the relay and the network.',
    'room-unknown': 'There is no such room: check the name in room, or add it in the deck.',
    'room-unnamed': 'No room of this stall is named: write the name of one of them in room.',
    panic: 'The panic key was pressed, so nothing is shown: release it in the deck.',
    'no-commerce': 'This room does not sell, so the widgets that sell show nothing.',
    'product-unknown': 'There is no such product: check product-id, or add it in the deck.',
    'nothing-featured': 'No product is on: choose one in the deck.',
    'data-old': 'The data is old: what is shown is what was last known. Check the network and the relay.',
  },
};

export const amounts: typeof zhCN.amounts = {
  compact: [
    { from: 1_000_000_000, per: 1_000_000_000, suffix: 'B' },
    { from: 1_000_000, per: 1_000_000, suffix: 'M' },
    { from: 100_000, per: 1_000, suffix: 'k' },
  ],
};

export const goal: typeof zhCN.goal = {
  goal: 'Tonight',
  goalReached: 'Reached',
  goalShare: (percent) => `${percent}% done`,
  goalOrders: (text, count) => `${text} ${count === 1 ? 'order' : 'orders'}`,
  goalUnits: (text, count) => `${text} ${count === 1 ? 'unit' : 'units'}`,
  massUnit: { grams: 1_000, unit: ' kg' },
};

export const share: typeof zhCN.share = {
  shareOf: (basis) => `of the ${basis === 'profit' ? 'profit' : 'sales'}`,
  shareTo: (to) => `to ${to}`,
  shareGap: ' ',
  asOf: (date) => `as of ${date}`,
};

export const origin: typeof zhCN.origin = {
  originWord: 'Origin',
  sampled: (count) => `${count} sampled`,
  harvested: (date) => `picked ${date}`,
  lot: (lot) => `Lot ${lot}`,
  papers: 'Inspections and certificates',
  validUntil: (date) => `to ${date}`,
  expired: 'expired',
};

export const presale: typeof zhCN.presale = {
  leafHead: () => '',
  leafBefore: 'ships by',
  leafAfter: (month) => month,
  inQueue: (count) => `${count} in line`,
  madeADay: (count) => `${count} made a day`,
};

export const tickets: typeof zhCN.tickets = {
  visits: 'Farm visits',
  slotsLeft: 'left',
  dayOpen: 'Open',
  dayFull: 'Full',
  allFull: 'All full',
  moreDays: (count) => `and ${count} more ${count === 1 ? 'day' : 'days'}`,
};

/** Prompter. */
export const prompter: typeof zhCN.prompter = {
  notForAir: 'For the host’s eyes, not for air',
  waiting: 'Waiting for data',
  nowShown: 'Now',
  nothingShown: 'Nothing is being shown',
  upNextRow: 'Next',
  messages: 'From the operator',
  runningLow: 'Running low',
  cancelledRows: 'Cancelled',
  minded: 'Mind',
  allWell: 'Nothing to mind',
  moreRows: (count) => `${count} more`,
  linkShort: (no) => `No. ${no}`,
  cancelReason: {
    'unpaid-timeout': 'not paid',
    buyer: 'by the buyer',
    oversell: 'sold too many',
    capacity: 'more than can be made',
    quality: 'quality',
    weather: 'weather',
    other: 'other',
  },
  refundedRow: 'refunded',
  alertOversold: (title, count) => `${title}: sold ${count} too many, hold back`,
  alertOrder: {
    unlisted: 'An order for what the stall does not list',
    currency: 'An order in another currency',
    unusual: 'An order has taken an unusual turn',
  },
  alertWrongSide: (title) => `${title}: the shop keeps this stock, the change was not applied`,
};
