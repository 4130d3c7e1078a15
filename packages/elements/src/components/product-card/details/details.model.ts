import {
  deriveOfferView,
  formatMoney,
  unitPrice,
  type Certificate,
  type Measure,
  type Offer,
  type Product,
} from '@stallcast/protocol';
import { calendarDay, clockTime } from '../../../internal/local-time.js';
import type { DetailWords } from '../../../words/details/zh-cn.js';
import { paperWords } from '../../../words/details/paper-words.js';
import type { CardWords } from '../../../words/index.js';
import { clipText } from '../title-text.js';

export interface DetailsSource {
  product: Product;
  offer: Offer | null | undefined;
  /** Ms since 1970 by the server's clock. */
  now: number;
  words: CardWords;
  details: DetailWords;
  timeZone?: string | undefined;
}

/** One line: what it is, and what it says. */
export interface DetailRow {
  term: string;
  text: string;
  isBad?: boolean;
}

/** Rows under one heading; there is no section without rows. */
export interface DetailSection {
  name: 'price' | 'provenance' | 'promises';
  heading: string;
  rows: readonly DetailRow[];
}

/** Derives what the details say. Every text from outside is cut to a length that can be read. */
export function deriveDetails(source: DetailsSource): readonly DetailSection[] {
  const { details } = source;
  const sections: DetailSection[] = [
    { name: 'price', heading: details.price, rows: priceRows(source) },
    { name: 'provenance', heading: details.provenance, rows: provenanceRows(source) },
    { name: 'promises', heading: details.promises, rows: promiseRows(source) },
  ];
  return sections.flatMap((section) => {
    const rows = section.rows.map((row) => ({ ...row, text: clipText(row.text) })).filter(({ text }) => text !== '');
    return rows.length > 0 ? [{ ...section, rows }] : [];
  });
}

function priceRows({ product, offer, now, words, details, timeZone }: DetailsSource): DetailRow[] {
  const rows: DetailRow[] = [];
  const { price, compareAt, flash } = deriveOfferView(offer, now);
  if (flash && price) {
    const until = details.flashUntil(clockTime(Date.parse(flash.endsAt), words, timeZone));
    rows.push({ term: details.flash, text: `${formatMoney(price)}${details.separator}${until}` });
  } else if (offer) {
    rows.push({ term: details.now, text: price ? formatMoney(price) : details.hidden });
  }
  if (compareAt) {
    const basis = `${formatMoney(compareAt.price)}${details.separator}${words.compare(compareAt.basis)}`;
    rows.push({ term: details.compare, text: basis });
    if (compareAt.evidence) rows.push({ term: details.evidence, text: compareAt.evidence });
  }
  const units = price
    ? (['jin', 'kg'] as const).map((mass) => unitPrice(price, product.net, mass)).filter((unit) => unit !== null)
    : [];
  // A litre is a litre, whichever mass is asked for.
  const told = new Set(units.map(({ money, per }) => `${formatMoney(money)}/${words.per[per]}`));
  rows.push({ term: details.unitPrice, text: [...told].join(details.separator) });
  rows.push({ term: details.content, text: product.net ? measureText(product.net) : '' });
  rows.push({ term: details.spec, text: product.translations?.[words.language]?.spec ?? product.spec ?? '' });
  // What is kept back is not told from its side.
  if (price && offer?.limitPerBuyer) {
    const unit = words.unit(product.saleUnit ?? 'piece');
    rows.push({ term: details.limit, text: details.perBuyer(offer.limitPerBuyer, unit).trim() });
  }
  if (price && offer?.coupon) rows.push({ term: details.coupon, text: offer.coupon.text });
  return rows;
}

function measureText({ value, unit }: Measure): string {
  if (unit !== 'g' && unit !== 'ml') return '';
  if (value < 1000) return `${value} ${unit}`;
  return `${value / 1000} ${unit === 'g' ? 'kg' : 'l'}`;
}

function provenanceRows({ product, now, words, details, timeZone }: DetailsSource): DetailRow[] {
  const { provenance } = product;
  if (!provenance) return [];
  const day = (iso: string): string => calendarDay(iso, words, timeZone);
  const rows: DetailRow[] = [
    { term: details.origin, text: provenance.origin },
    { term: details.farmer, text: provenance.farmer ?? '' },
    { term: details.lot, text: provenance.lot ?? '' },
    { term: details.harvested, text: day(provenance.harvestedAt ?? '') },
  ];
  for (const certificate of provenance.certificates) {
    const { kind, issuer, no, validUntil } = certificate;
    const isOver = isExpired(certificate, now);
    const said = [issuer, no && details.number(no), validUntil && details.validUntil(yearDay(validUntil))];
    rows.push({
      term: details.certificate(paperWords(words.language).certificates[kind] ?? kind, isOver),
      text: said.filter(Boolean).join(details.separator),
      isBad: isOver,
    });
  }
  const latestFirst = [...provenance.inspections].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  for (const { at, by, sample, result, note } of latestFirst) {
    const said = [paperWords(words.language).inspected(result), by, details.sampled(sample), note].filter(Boolean);
    rows.push({ term: details.inspection(day(at)), text: said.join(details.separator), isBad: result === 'fail' });
  }
  return rows;
}

/** The end of its last day anywhere on earth: no certificate is called expired that is valid somewhere. */
const isExpired = ({ validUntil }: Certificate, now: number): boolean =>
  validUntil !== undefined && Date.parse(validUntil) + 36 * 3_600_000 < now;

const yearDay = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? '' : iso.slice(0, 10));

function promiseRows({ product, words, details, timeZone }: DetailsSource): DetailRow[] {
  return product.promises.flatMap((promise): DetailRow[] => {
    switch (promise.kind) {
      case 'ship-within': {
        const cutOff = promise.cutOff ? `${details.separator}${details.cutOff(promise.cutOff)}` : '';
        return [{ term: details.shipping, text: `${details.shipWithin(promise.hours)}${cutOff}` }];
      }
      case 'bad-fruit': {
        const cap = promise.cap ? formatMoney(promise.cap) : '';
        const percent = Math.floor(promise.ratioBps / 100);
        return [{ term: details.fruit, text: details.badFruit(promise.windowHours, percent, cap) }];
      }
      case 'return':
        return [{ term: details.returning, text: details.returns(promise.days) }];
      case 'presale-ship': {
        const day = calendarDay(promise.by, words, timeZone);
        return day ? [{ term: details.shipping, text: details.shipsBy(day) }] : [];
      }
      default:
        return [];
    }
  });
}
