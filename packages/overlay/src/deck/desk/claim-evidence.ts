import type { Offer, Product, Session } from '@stallcast/protocol';
import type { ClaimEvidence } from '@stallcast/protocol/claims';

/** What the deck knows of a product; what is not known proves nothing. */
interface Known {
  product?: Product | null | undefined;
  offer?: Offer | null | undefined;
  session?: Session | null | undefined;
}

/** What the grower signs alone: it proves no label. */
const OWN_WORD = '承诺达标合格证';

/** Tells what a seller has entered a proof for, so that a title is not warned of what is proved. */
export function claimEvidence({ product, offer, session }: Known): ClaimEvidence[] {
  const evidence: ClaimEvidence[] = [];
  if (product?.provenance?.certificates.some(({ kind, no }) => no && kind !== OWN_WORD)) evidence.push('certificate');
  if (offer?.compareAt?.evidence) evidence.push('price');
  if (session?.share) evidence.push('share');
  return evidence;
}
