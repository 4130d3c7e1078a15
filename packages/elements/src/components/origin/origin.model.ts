import type { Certificate, Inspection, Product } from '@stallcast/protocol';
import { dayEnd, dayOf, leafDay } from '../../internal/calendar-day.js';
import { plainText } from '../../internal/fit-text.js';
import { paperWords } from '../../words/details/paper-words.js';
import type { OriginWords } from '../../words/index.js';

/** What the latest inspection of the lot found; `plain` where there was none. */
export type OriginState = 'passed' | 'failed' | 'plain';

/** A certificate as a line. */
export interface CertificateLine {
  kind: string;
  no: string;
  issuer: string;
  /** Empty where it tells no end. */
  until: string;
  isExpired: boolean;
}

/** An inspection as a line. */
export interface InspectionLine {
  hasPassed: boolean;
  result: string;
  /** Who looked, when, and at how many. */
  by: string;
  date: string;
  sample: string;
  note: string;
}

/** What the origin shows, free of the DOM. */
export interface OriginView {
  productId: string;
  state: OriginState;
  origin: string;
  farmer: string;
  lot: string;
  /** On a seal: No.0214. */
  sealNo: string;
  harvested: string;
  /** What was found, in words; empty for `plain`. */
  result: string;
  /** The day of that, or of the harvest. */
  date: string;
  /** The latest first. */
  inspections: readonly InspectionLine[];
  /** Those that hold first. */
  certificates: readonly CertificateLine[];
  /** When a certificate that holds expires next, in ms; null for none. */
  nextAt: number | null;
  isSynthetic: boolean;
}

export interface OriginSource {
  product: Product | null | undefined;
  /** The server's time, in ms. */
  now: number;
  timeZone: string | undefined;
  words: OriginWords;
}

const LINE = 100;

/**
 * Derives where a product comes from. Null where nothing is told of it.
 *
 * The latest inspection speaks for the lot: one that failed is not made up for by those before it. What has expired by the
 * session's calendar never counts as valid.
 */
export function deriveOriginView({ product, now, timeZone, words }: OriginSource): OriginView | null {
  const told = product?.provenance;
  const origin = plainText(told?.origin ?? '', LINE);
  if (!told || !origin) return null;

  const day = (iso: string): string => leafDay(iso, words, timeZone, now)?.full ?? '';
  const [latest, ...earlier] = [...told.inspections].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const certificates = told.certificates.map((one) => certificateLine(one, now, timeZone, words, day));
  const lot = plainText(told.lot ?? '', 40);
  const picked = told.harvestedAt ? day(told.harvestedAt) : '';
  const ends = certificates.some(({ isExpired, until }) => !isExpired && until);
  return {
    productId: product.id,
    state: latest ? (latest.result === 'pass' ? 'passed' : 'failed') : 'plain',
    origin,
    farmer: plainText(told.farmer ?? '', LINE),
    lot: lot && words.lot(lot),
    sealNo: lot && `No.${lot}`,
    harvested: picked && words.harvested(picked),
    result: latest ? paperWords(words.language).inspected(latest.result) : '',
    date: latest ? day(latest.at) : picked,
    inspections: (latest ? [latest, ...earlier] : []).map((one) => inspectionLine(one, words, day)),
    certificates: certificates.sort((a, b) => Number(a.isExpired) - Number(b.isExpired)),
    nextAt: ends ? dayEnd(now, timeZone) : null,
    isSynthetic: product.synthetic === true,
  };
}

function certificateLine(
  { kind, no = '', issuer, validUntil }: Certificate,
  now: number,
  timeZone: string | undefined,
  words: OriginWords,
  day: (iso: string) => string,
): CertificateLine {
  const until = validUntil ? day(validUntil) : '';
  // A date that cannot be read does not make a paper valid.
  const isExpired = validUntil !== undefined && (!until || validUntil.slice(0, 10) < dayOf(now, timeZone));
  return {
    kind: plainText(
      (Object.hasOwn(paperWords(words.language).certificates, kind) && paperWords(words.language).certificates[kind]) ||
        kind,
      LINE,
    ),
    no: plainText(no, 80),
    issuer: plainText(issuer, LINE),
    until: isExpired ? words.expired : until && words.validUntil(until),
    isExpired,
  };
}

function inspectionLine(
  { at, by, sample, result, note = '' }: Inspection,
  words: OriginWords,
  day: (iso: string) => string,
): InspectionLine {
  return {
    hasPassed: result === 'pass',
    result: paperWords(words.language).inspected(result),
    by: plainText(by, LINE),
    date: day(at),
    sample: words.sampled(sample),
    note: plainText(note, 200),
  };
}
