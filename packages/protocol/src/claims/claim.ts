/** One sentence in each language. */
export type ClaimReason = Readonly<Record<ClaimLanguage, string>>;

/** The languages whose claims are known. */
export type ClaimLanguage = 'zh-CN' | 'en';

/** What a claim is warned of for. */
export type ClaimRuleName =
  | 'superlative'
  | 'ranking'
  | 'absolute'
  | 'purity'
  | 'health'
  | 'lowest-price'
  | 'compared-price'
  | 'certificate'
  | 'farm-aid'
  | 'farmers-share'
  | 'scarcity'
  | 'sales-figure'
  | 'audience';

/** What a seller can show for a claim, and by which a warning goes away. */
export type ClaimEvidence = 'ranking' | 'certificate' | 'price' | 'share' | 'sales';

/** How much stands against a claim: `error` where the law names it or nothing can prove it, `warning` where proof is asked for. */
export type ClaimSeverity = 'error' | 'warning';

/** One rule: what it finds, what it leaves alone, and why. */
export interface ClaimRule {
  rule: ClaimRuleName;
  severity: ClaimSeverity;
  /** Found by these, each global and without a repetition that has no bound: time stays linear. */
  found: readonly RegExp[];
  /** A find that lies within one of these, or touches it, is none. */
  except?: readonly RegExp[];
  /** The proof by which the claim may stand. */
  provenBy?: ClaimEvidence;
  reason: ClaimReason;
}
