export type { ClaimEvidence, ClaimLanguage, ClaimReason, ClaimRule, ClaimRuleName, ClaimSeverity } from './claim.js';
export { lintClaims, type ClaimContext, type ClaimFinding } from './lint-claims.js';
