import type { Session } from '@stallcast/protocol';
import { plainText } from '../../internal/fit-text.js';
import type { LegalWords } from '../../words/index.js';

/** A registered name is hardly longer. */
const LONGEST_NAME = 80;
const LONGEST_LICENCE = 40;

/** Where the line's words come from: the widget's own attributes, and the session. */
export interface LegalSource {
  /** Empty for the session's. */
  seller: string;
  licence: string;
  session: Session | null | undefined;
  words: LegalWords;
}

/** What the line says, in its order. Empty texts are left out. */
export interface LegalView {
  seller: { label: string; name: string } | null;
  licence: string;
  /** That the product's page is what counts. Always there. */
  page: string;
  isSynthetic: boolean;
}

/**
 * Derives the line; null where nothing is known yet.
 *
 * A seller and a licence belong together: the licence of a session's seller is never put beside a name of the widget's own.
 */
export function deriveLegalView({ seller, licence, session, words }: LegalSource): LegalView | null {
  const own = plainText(seller, LONGEST_NAME);
  const told = own === '' ? session?.seller : { name: own, licence };
  if (!told && !session) return null;
  const name = plainText(told?.name ?? '', LONGEST_NAME);
  const number = plainText(told?.licence ?? '', LONGEST_LICENCE);
  return {
    seller: name ? { label: words.soldBy, name } : null,
    licence: name === '' ? '' : number === '' ? words.licenceOnPage : words.licence(number),
    page: words.pageCounts,
    isSynthetic: own === '' && name !== '' && session?.synthetic === true,
  };
}
