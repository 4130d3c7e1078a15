import type { Session } from '@stallcast/protocol';
import { leafDay } from '../../internal/calendar-day.js';
import { plainText } from '../../internal/fit-text.js';
import type { ShareWords } from '../../words/index.js';

/** What the farmers' share shows, free of the DOM. */
export interface ShareView {
  /** Drawn: 80%, 77.5%. */
  percent: string;
  /** Of what, in words. */
  of: string;
  /** To whom, in words. */
  to: string;
  /** Who vouches for it. */
  issuer: string;
  /** The day as of which that holds. */
  day: string;
  /** How many tenths are theirs, for the split; the last may be a part of one. */
  tenths: number;
  isSynthetic: boolean;
}

/**
 * Derives the view of a session's share. Null without a share, or without its evidence: who vouches for it, and as of when.
 *
 * It never becomes an amount of money: what the goods have cost is not known here.
 */
export function deriveShareView(session: Session | null | undefined, now: number, words: ShareWords): ShareView | null {
  const share = session?.share;
  if (!share || !(share.bps > 0) || share.bps > 10_000) return null;
  const to = plainText(share.to, 100);
  const issuer = plainText(share.evidence.issuer, 100);
  const asOf = leafDay(share.evidence.asOf, words, session.tz, now);
  if (!to || !issuer || !asOf) return null;
  return {
    percent: `${percent(share.bps)}%`,
    of: words.shareOf(share.basis),
    to: words.shareTo(to),
    issuer,
    day: asOf.full,
    tenths: share.bps / 1000,
    isSynthetic: session.synthetic === true,
  };
}

/** 8000 is 80, 7750 is 77.5: no digit that says nothing. */
function percent(bps: number): string {
  const rest = String(bps % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(bps / 100)}${rest && `.${rest}`}`;
}
