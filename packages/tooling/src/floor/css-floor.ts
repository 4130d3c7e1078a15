import { cssBlocks, type CssBlock } from './css-blocks.js';
import type { FloorFinding } from './finding.js';

interface Denied {
  feature: string;
  since: number;
  pattern: RegExp;
}

const IN_PRELUDES: readonly Denied[] = [
  { feature: '@container', since: 105, pattern: /^@container\b/ },
  { feature: '@starting-style', since: 117, pattern: /^@starting-style\b/ },
  { feature: '@scope', since: 118, pattern: /^@scope\b/ },
  { feature: '@position-try', since: 125, pattern: /^@position-try\b/ },
  { feature: '@view-transition', since: 126, pattern: /^@view-transition\b/ },
  { feature: 'a range in @media', since: 104, pattern: /^@media\b[^{]*[<>=]/ },
  { feature: ':has()', since: 105, pattern: /:has\(/ },
  { feature: ':nth-child(… of …)', since: 111, pattern: /:nth-(?:last-)?child\([^)]*\bof\b/ },
  { feature: ':popover-open', since: 114, pattern: /:popover-open\b/ },
  { feature: ':user-valid, :user-invalid', since: 119, pattern: /:user-(?:in)?valid\b/ },
  { feature: ':dir()', since: 120, pattern: /:dir\(/ },
  { feature: ':state()', since: 125, pattern: /:state\(/ },
  { feature: '& (nesting)', since: 112, pattern: /&/ },
];

const IN_DECLARATIONS: readonly Denied[] = [
  { feature: 'individual transforms', since: 104, pattern: /(?:^|[;\s])(?:translate|rotate|scale)\s*:/ },
  { feature: 'container queries', since: 105, pattern: /(?:^|[;\s])container(?:-type|-name)?\s*:/ },
  { feature: 'container units', since: 105, pattern: /\d(?:cqw|cqh|cqi|cqb|cqmin|cqmax)\b/ },
  { feature: 'dynamic viewport units', since: 108, pattern: /\d[sld]v(?:w|h|i|b|min|max)\b/ },
  { feature: 'color-mix()', since: 111, pattern: /\bcolor-mix\(/ },
  { feature: 'color()', since: 111, pattern: /[\s:,(]color\(/ },
  { feature: 'oklch(), oklab(), lch(), lab()', since: 111, pattern: /[\s:,(](?:ok)?l(?:ch|ab)\(/ },
  { feature: 'relative colours', since: 119, pattern: /\b(?:rgba?|hsla?)\(\s*from\b/ },
  { feature: 'light-dark()', since: 123, pattern: /\blight-dark\(/ },
  { feature: 'trigonometry', since: 111, pattern: /[\s:,(+*/-](?:a?sin|a?cos|a?tan|atan2)\(/ },
  { feature: 'pow(), sqrt(), hypot(), log(), exp()', since: 120, pattern: /[\s:,(+*/-](?:pow|sqrt|hypot|log|exp)\(/ },
  { feature: 'round(), mod(), rem()', since: 125, pattern: /[\s:,(+*/-](?:round|mod|rem)\(/ },
  { feature: 'linear()', since: 113, pattern: /[\s:,(]linear\(/ },
  { feature: 'unprefixed image-set()', since: 113, pattern: /[\s:,(]image-set\(/ },
  {
    feature: 'anchor positioning',
    since: 125,
    pattern: /\banchor(?:-size)?\(|(?:^|[;\s])(?:anchor-name|position-anchor|position-area)\s*:/,
  },
  {
    feature: 'scroll-driven animations',
    since: 115,
    pattern: /(?:^|[;\s])(?:animation-timeline|scroll-timeline|view-timeline)\b/,
  },
  { feature: 'subgrid', since: 117, pattern: /\bsubgrid\b/ },
];

/**
 * Finds what Chromium 103 does not understand in a style sheet.
 *
 * What stands inside `@supports` is an enhancement, and left alone.
 */
export function cssFloor(css: string): FloorFinding[] {
  return cssBlocks(css)
    .filter(({ prelude, ancestors }) => ![prelude, ...ancestors].some((around) => around.startsWith('@supports')))
    .flatMap(blockFloor);
}

function blockFloor(block: CssBlock): FloorFinding[] {
  const { prelude, declarations } = block;
  const found = [...denied(prelude, IN_PRELUDES), ...denied(declarations, IN_DECLARATIONS)];
  if (isNested(block)) found.push({ feature: 'nesting', since: 112, excerpt: excerptOf(prelude) });
  if (/(?:^|[;\s])mask(?:-image)?\s*:/.test(declarations) && !declarations.includes('-webkit-mask')) {
    found.push({ feature: 'unprefixed mask', since: 120, excerpt: excerptOf(declarations) });
  }
  return found;
}

/** Inside a style rule, nothing may open another block: neither a selector nor a condition. */
const isNested = ({ ancestors }: CssBlock) =>
  ancestors.some((around) => !around.startsWith('@')) && !ancestors.some((around) => around.includes('@keyframes'));

function denied(text: string, list: readonly Denied[]): FloorFinding[] {
  return list.flatMap(({ feature, since, pattern }) => {
    const match = pattern.exec(text);
    return match ? [{ feature, since, excerpt: excerptOf(text.slice(Math.max(0, match.index - 20))) }] : [];
  });
}

const excerptOf = (text: string) => text.trim().replace(/\s+/g, ' ').slice(0, 80);
