import type { CompareBasis } from '@stallcast/protocol';
import { englishRegion } from './regions.js';
import type { Words } from './zh-cn.js';

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

/** Every word that the widgets say, in English: written for the place where it stands, not translated word by word. */
export const en: Words = {
  language: 'en',

  demo: 'DEMO',
  span,
  ago: (ms) => `${span(ms)} ago`,
  dataAge: (ms) => `Data ${span(ms)} old`,
  offlineFor: (ms) => `Offline ${span(ms)}`,

  linkNo: (no) => `Link ${no}`,
  linkWord: 'LINK',
  featured: 'ON NOW',
  flashPrice: 'Flash',
  flashLeft: 'ends in',
  presale: 'Pre-order',
  shipsBy: (date) => `ships by ${date}`,
  paused: 'Paused',
  soldOut: 'SOLD OUT',
  priceHidden: 'price soon',
  price: 'Price',
  compare: (basis) => COMPARE[basis],
  per: { jin: '500 g', kg: 'kg', l: 'l' },
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

  unit: () => '',
  leftUnit: () => 'left',
  stock: 'In stock',
  reading: 'reading …',
  left: 'In stock',
  onlyLeft: 'Only',
  lastOne: 'Just',
  available: 'Available',
  manual: 'Host count',
  leftAgo: (ago) => ago,
  leftAt: (time) => `At ${time}`,
  lowWord: 'Low',
  inStockWord: 'Yes',
  noCount: 'not counted',
  awaitPayment: (count) => [`${count} unpaid,`, 'may return'],
  sold: 'Sold',
  gone: 'Sold out',
  capacity: 'Made a day',
  preorder: 'Open',
  queued: (count) => `${count} in line`,
  pausedCap: 'Paused',
  pausedSub: 'by the host',
  tally: ['M6 4V36', 'M15 4V36', 'M24 4V36', 'M33 4V36', 'M1 30L37 10'],
  large: { per: 1_000, suffix: 'k+' },

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
  region: englishRegion,

  announcement: 'Announcement',
  announcementSeal: '',

  soldBy: 'Sold by',
  licence: (number) => `Licence ${number}`,
  licenceOnPage: 'Licence on the shop page',
  pageCounts: 'Price and stock as on the product page',

  scanForShop: 'Scan for our shop',
  codeFor: (host) => `QR code that leads to ${host}`,

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

  ordersTonight: 'Orders tonight',
  netTonight: 'Net sales tonight',
  orderWord: (count) => (count === 1 ? 'order' : 'orders'),
  orderCount: (count) => `${count} ${count === 1 ? 'order' : 'orders'}`,
  crateIs: (amount) => `a crate = ${amount}`,
  noOrdersYet: 'No orders yet',
  chartSummary: (span, orders, net) => `${span}: ${orders}, ${net} net.`,
  chartTable: 'Sales by time',

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

  compact: [
    { from: 1_000_000_000, per: 1_000_000_000, suffix: 'B' },
    { from: 1_000_000, per: 1_000_000, suffix: 'M' },
    { from: 100_000, per: 1_000, suffix: 'k' },
  ],

  goal: 'Tonight',
  goalReached: 'Reached',
  goalShare: (percent) => `${percent}% done`,
  goalLost: { refunded: 'refunded', cancelled: 'cancelled', both: 'returned' },
  goalOrders: (text, count) => `${text} ${count === 1 ? 'order' : 'orders'}`,
  goalUnits: (text, count) => `${text} ${count === 1 ? 'unit' : 'units'}`,
  massUnit: { grams: 1_000, unit: ' kg' },

  shareOf: (basis) => `of the ${basis === 'profit' ? 'profit' : 'sales'}`,
  shareTo: (to) => `to ${to}`,
  shareGap: ' ',
  asOf: (date) => `as of ${date}`,

  originWord: 'Origin',
  inspected: (result) => (result === 'pass' ? 'Passed' : 'Failed inspection'),
  sampled: (count) => `${count} sampled`,
  harvested: (date) => `picked ${date}`,
  lot: (lot) => `Lot ${lot}`,
  papers: 'Inspections and certificates',
  validUntil: (date) => `to ${date}`,
  expired: 'expired',
  certificates: {
    'compliance-pledge': 'Pledge of compliance',
    'green-food': 'Green Food (China)',
    organic: 'Organic product',
    'geographical-indication': 'Protected origin',
    inspection: 'Test report',
  },

  leafHead: () => '',
  leafBefore: 'ships by',
  leafAfter: (month) => month,
  inQueue: (count) => `${count} in line`,
  madeADay: (count) => `${count} made a day`,

  visits: 'Farm visits',
  slotsLeft: 'left',
  dayOpen: 'Open',
  dayFull: 'Full',
  allFull: 'All full',
  moreDays: (count) => `and ${count} more ${count === 1 ? 'day' : 'days'}`,
};
