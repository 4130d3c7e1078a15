import type * as zhCN from './zh-cn.js';

export const papers: typeof zhCN.papers = {
  inspected: (result) => (result === 'pass' ? 'Passed' : 'Failed inspection'),
  certificates: {
    'compliance-pledge': 'Pledge of compliance',
    'green-food': 'Green Food (China)',
    organic: 'Organic product',
    'geographical-indication': 'Protected origin',
    inspection: 'Test report',
  },
};

/** The words of the details that a page opens, in English. */
export const en: zhCN.DetailWords = {
  close: 'Close',
  price: 'Price',
  now: 'Price now',
  flash: 'Flash price',
  flashUntil: (time) => `until ${time}`,
  hidden: 'price soon',
  compare: 'Compared with',
  evidence: 'Evidence',
  unitPrice: 'Unit price',
  limit: 'Limit',
  perBuyer: (count) => `${count} per buyer`,
  coupon: 'Coupon',
  content: 'Net content',
  spec: 'Size',
  promises: 'Promises',
  badFruit: (hours, percent, cap) =>
    `${percent}% back, told within ${hours} h of delivery${cap ? `, up to ${cap}` : ''}`,
  shipWithin: (hours) => `Within ${hours} h of payment`,
  cutOff: (time) => `Paid by ${time}, it leaves the same day`,
  returns: (days) => `Within ${days} days`,
  shipsBy: (date) => `By ${date}`,
  shipping: 'Shipping',
  fruit: 'Bad fruit',
  returning: 'Returns',
  provenance: 'Origin and inspection',
  origin: 'Origin',
  farmer: 'Grown by',
  lot: 'Lot',
  harvested: 'Harvested',
  certificate: (kind, isOver) => (isOver ? `${kind} (expired)` : kind),
  validUntil: (date) => `valid until ${date}`,
  number: (no) => `No. ${no}`,
  inspection: (date) => `Inspected ${date}`,
  sampled: (count) => `${count} sampled`,
  separator: ', ',
};
