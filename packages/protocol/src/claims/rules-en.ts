import type { ClaimRule } from './claim.js';
import { CLAIM_REASONS } from './reasons.js';

/** Claims of English sales talk. */
export const EN_RULES: readonly ClaimRule[] = [
  {
    rule: 'superlative',
    severity: 'error',
    found: [
      /\bbest\b|\bfinest\b|\bfreshest\b|\btastiest\b|\bsweetest\b|\bpurest\b|\bhealthiest\b|\bworld[- ]class\b|\bworld[- ]famous\b|\bunrivall?ed\b|\bunmatched\b|\bsecond to none\b|\bone of a kind\b|\btop[- ]?(?:grade|quality|notch)\b|\bultimate\b|\bnational[- ]level\b|\bthe only (?:farm|shop|one|producer|brand|place)\b/giu,
    ],
    except: [
      /\bbest[- ](?:before|by|if|when|served|eaten|enjoyed|kept|stored|used|within|wishes|regards|of luck|practice|efforts?|to (?:keep|store|eat|freeze))\b/giu,
      /\b(?:at (?:its|their) best|do (?:our|my) best|tastes? best|keeps? best|try (?:our|my) best)\b/giu,
    ],
    reason: CLAIM_REASONS.superlative,
  },
  {
    rule: 'ranking',
    severity: 'error',
    provenBy: 'ranking',
    found: [
      /(?:\bnumber one|\bno\.? ?1|#1)\s(?:in|brand|choice|seller|selling|quality|rated|shop|farm|for|peach|fruit)\b|\b(?:best|top)[- ](?:selling|seller|rated)\b|\bmarket leader\b|\bleading brand\b|\baward[- ]winning\b/giu,
    ],
    reason: CLAIM_REASONS.ranking,
  },
  {
    rule: 'absolute',
    severity: 'warning',
    found: [
      /\b100\s?%|\b(?:completely|totally|absolutely) (?:safe|fresh|natural|risk[- ]free)\b|\brisk[- ]free\b|\bno side effects\b|\bmiracle\b|\bnever spoils\b|\bperfect every time\b/giu,
    ],
    except: [/\b100\s?% (?:cotton|linen|wool|silk|juice|fruit juice|polyester|wheat|soya?|money back|refund)\b/giu],
    reason: CLAIM_REASONS.absolute,
  },
  {
    rule: 'purity',
    severity: 'warning',
    provenBy: 'certificate',
    found: [
      /\b(?:all|purely|totally|100\s?%)[- ]natural\b|\bpesticide[- ]free\b|\bchemical[- ]free\b|\bresidue[- ]free\b|\b(?:no|zero) (?:pesticides?|chemicals?|residues?|additives?|hormones?)\b|\bgmo[- ]free\b/giu,
    ],
    reason: CLAIM_REASONS.purity,
  },
  {
    rule: 'health',
    severity: 'error',
    found: [
      /\b(?:cures?|heals?)\b(?! (?:in|for|at|over|with)\b)|\btreats? (?:cancer|diabetes|colds?|flu|gout|arthritis|hypertension|disease|high blood)|\b(?:prevents?|fights?|anti)[- ](?:cancer|disease|ag(?:e)?ing|flu|colds?|diabetes)\b|\bcancer[- ]fighting\b|\blowers? (?:your )?(?:blood pressure|blood sugar|cholesterol)\b|\bboosts? (?:your |the )?(?:immunity|immune|metabolism)\b|\bdetox(?:es|ifies|ifying)?\b|\bweight[- ]loss\b|\blose weight\b|\bslimming\b|\bburns? fat\b|\bfat[- ]burning\b|\bsuperfood\b|\bmedicinal\b|\bhealing\b/giu,
    ],
    except: [
      /\b(?:not|never|cannot|can't|doesn't|does not|no|isn't) (?:intended to |meant to |claim to |a )?(?:\w{1,12}[, ] ?){0,3}(?:cures?|heals?|treats?|medicinal|prevents?)\b/giu,
      /\bcured? (?:ham|meat|bacon|sausage|leaf|leaves)\b/giu,
    ],
    reason: CLAIM_REASONS.health,
  },
  {
    rule: 'lowest-price',
    severity: 'error',
    provenBy: 'price',
    found: [
      /\b(?:lowest|best|cheapest|rock[- ]bottom|unbeatable) prices?\b|\bcheapest\b|\bcheaper than (?:anywhere|any|the supermarket|supermarkets|elsewhere)\b|\bbelow cost\b|\bat cost\b|\bwon't find (?:it )?cheaper\b/giu,
    ],
    reason: CLAIM_REASONS['lowest-price'],
  },
  {
    rule: 'compared-price',
    severity: 'warning',
    provenBy: 'price',
    found: [
      /\b(?:was|normally|usually|rrp|market price|list price|worth)\s?:?\s?(?:[¥$€£]|CNY|RMB|USD|EUR)\s?\d{1,7}/giu,
    ],
    reason: CLAIM_REASONS['compared-price'],
  },
  {
    rule: 'certificate',
    severity: 'warning',
    provenBy: 'certificate',
    found: [
      /\borganic\b|\bgeographical indication\b|\bprotected origin\b|\bfair[- ]?trade\b|\bcertified\b|\blab[- ]tested\b/giu,
    ],
    except: [/\borganic (?:matter|waste|chemistry|search)\b/giu],
    reason: CLAIM_REASONS.certificate,
  },
  {
    rule: 'farm-aid',
    severity: 'warning',
    provenBy: 'share',
    found: [
      /\b(?:help|helps|helping|support|supports|supporting|save|saving) (?:the |our |poor |local |struggling |small ){0,3}(?:farmers?|villagers?|growers?|village)\b|\bpoverty (?:relief|alleviation)\b|\bfor a good cause\b|\bcharity (?:sale|price)\b/giu,
    ],
    reason: CLAIM_REASONS['farm-aid'],
  },
  {
    rule: 'farmers-share',
    severity: 'warning',
    provenBy: 'share',
    found: [
      /\b\d{1,3}(?:\.\d{1,2})?\s?%[^.;!?\n]{0,30}(?:goes|go|going|paid|given|back|to)\s(?:directly |straight |back )?(?:to )?(?:the |our |local ){0,2}(?:farmers?|growers?|villagers?|village|co-?operative)\b/giu,
    ],
    reason: CLAIM_REASONS['farmers-share'],
  },
  {
    rule: 'scarcity',
    severity: 'warning',
    found: [
      /\b(?:only|just) \d{1,6} (?:left|remaining|boxes left|packs left|units left)\b|\b(?:selling|going) (?:out )?fast\b|\b(?:almost|nearly) (?:gone|sold out)\b|\blast chance\b|\bnow or never\b|\bonce[- ]in[- ]a[- ]lifetime\b|\bbefore (?:it's|it is|they're|they are) (?:all )?gone\b|\bwon't be back\b|\bprice goes up soon\b|\bsold out in (?:seconds|minutes)\b/giu,
    ],
    reason: CLAIM_REASONS.scarcity,
  },
  {
    rule: 'sales-figure',
    severity: 'warning',
    provenBy: 'sales',
    found: [
      /\b(?:over |more than )?\d{1,9}(?:,\d{3}){0,3}(?:k|m)?\+? (?:already )?(?:sold|orders|customers|buyers|happy customers|people bought)\b|\beveryone(?: is|'s) buying\b|\bflying off the shelves\b/giu,
    ],
    except: [
      /\bmax(?:imum)?\.? \d{1,6} orders\b|\bfirst \d{1,6} (?:orders|customers|buyers)\b|\b\d{1,6} orders? per\b/giu,
    ],
    reason: CLAIM_REASONS['sales-figure'],
  },
  {
    rule: 'audience',
    severity: 'warning',
    found: [
      /\b(?:\d{1,9}(?:,\d{3}){0,3}(?:k|m)?\+? )?(?:people |viewers )?(?:are )?(?:watching now|watching right now|viewing now|currently watching|currently viewing)\b|\b\d{1,9}(?:,\d{3}){0,3}(?:k|m)?\+? (?:people|viewers) (?:are )?(?:watching|viewing)\b/giu,
    ],
    reason: CLAIM_REASONS.audience,
  },
];
