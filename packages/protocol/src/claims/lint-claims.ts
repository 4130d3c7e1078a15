import type { ClaimEvidence, ClaimLanguage, ClaimReason, ClaimRule, ClaimRuleName, ClaimSeverity } from './claim.js';
import { EN_RULES } from './rules-en.js';
import { ZH_RULES } from './rules-zh.js';

/** A claim in a text, with why it is warned of. */
export interface ClaimFinding {
  /** Where it begins, in UTF-16 units as strings count them. */
  start: number;
  /** Where it ends: the unit after its last. */
  end: number;
  /** The claim as it stands in the text. */
  text: string;
  rule: ClaimRuleName;
  reason: ClaimReason;
  severity: ClaimSeverity;
}

/** What is known of the thing that a text speaks of. */
export interface ClaimContext {
  /** What the seller can show: claims that it proves are not found. */
  evidence?: readonly ClaimEvidence[];
}

const RULES: Readonly<Record<ClaimLanguage, readonly ClaimRule[]>> = { 'zh-CN': ZH_RULES, en: EN_RULES };

/**
 * Finds what a seller may not say, or not without proof: in their order, none within or over another.
 *
 * It only warns, by words that are known. What it does not find is not thereby lawful. The time grows with the text's length.
 *
 * @param language The language whose claims are looked for; `any` for a text that may mix them, or whose language is not known.
 */
export function lintClaims(text: string, language: ClaimLanguage | 'any', context: ClaimContext = {}): ClaimFinding[] {
  const rules = language === 'any' ? [...ZH_RULES, ...EN_RULES] : RULES[language];
  const evidence = new Set(context.evidence);
  const all = rules
    .filter(({ provenBy }) => provenBy === undefined || !evidence.has(provenBy))
    .flatMap((rule) => findingsOf(text, rule));
  return withoutOverlaps(all);
}

type Range = readonly [start: number, end: number];

function findingsOf(text: string, { rule, severity, found, except = [], reason }: ClaimRule): ClaimFinding[] {
  const ranges = found.flatMap((expression) => rangesOf(text, expression)).sort(byStart);
  if (ranges.length === 0) return [];
  const excepted = except.flatMap((expression) => rangesOf(text, expression)).sort(byStart);
  return withoutTouched(ranges, excepted).map(([start, end]) => ({
    ...{ start, end, text: text.slice(start, end) },
    ...{ rule, reason, severity },
  }));
}

function rangesOf(text: string, expression: RegExp): Range[] {
  return Array.from(text.matchAll(expression), ({ 0: match, index }): Range => [index, index + match.length]);
}

const byStart = (a: Range, b: Range) => a[0] - b[0];

/** Leaves out the ranges that share a sign with an exception; both in order of their starts. */
function withoutTouched(ranges: readonly Range[], exceptions: readonly Range[]): Range[] {
  let at = 0;
  // An exception that reaches far covers also what starts after a shorter one.
  let reach = 0;
  return ranges.filter(([start, end]) => {
    for (; at < exceptions.length && exceptions[at]![0] < end; at++) reach = Math.max(reach, exceptions[at]![1]);
    return reach <= start;
  });
}

/** Of claims that overlap the one that begins first stays, and of those the longest. */
function withoutOverlaps(findings: readonly ClaimFinding[]): ClaimFinding[] {
  let reach = 0;
  return [...findings]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < reach) return false;
      reach = end;
      return true;
    });
}
