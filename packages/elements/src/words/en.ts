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

  countdown: 'Countdown',
  counted: {
    none: '',
    before: 'starts in',
    running: 'ends in',
    'last-ten': 'ends in',
    over: 'is over',
    'stock-gone': 'sold out',
  },

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
};
