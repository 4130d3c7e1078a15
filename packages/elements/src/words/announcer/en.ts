import type { AnnouncerWords } from './zh-cn.js';

const PLURALS = new Intl.PluralRules('en');

/** The words of the live region, in English. */
export const en: AnnouncerWords = {
  demo: 'Demo',
  now: (title, price) => `On now: ${title}${price && `, ${price}`}`,
  opened: (title, price) => `${title}: the price is out, ${price}`,
  price: (title, price) => `${title}: now ${price}`,
  stock: (title, caption, count, unit) => `${title}: ${caption} ${count} ${unit}`,
  gone: (title) => `${title}: sold out`,
  back: (title) => `${title}: back in stock`,
  orders: (count) => `${count} more ${PLURALS.select(count) === 'one' ? 'order' : 'orders'}`,
  said: (text) => `Announcement: ${text}`,
  reached: (goal) => `${goal}: reached`,
  between: '. ',
};
