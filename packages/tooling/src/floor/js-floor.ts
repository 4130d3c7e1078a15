import { parse } from 'acorn';
import ts from 'typescript';
import { cssFloor } from './css-floor.js';
import type { FloorFinding } from './finding.js';

/** Members of well-known objects. */
const DENIED_MEMBERS: Readonly<Record<string, FloorFinding['since']>> = {
  'AbortSignal.any': 116,
  'Array.fromAsync': 121,
  'CSS.highlights': 105,
  'Iterator.from': 122,
  'Map.groupBy': 117,
  'Object.groupBy': 117,
  'Promise.try': 128,
  'Promise.withResolvers': 119,
  'RegExp.escape': 136,
  'Response.json': 105,
  'URL.canParse': 120,
  'URL.parse': 126,
  'crypto.randomUUID': 'secure',
  'crypto.subtle': 'secure',
  'navigator.clipboard': 'secure',
  'navigator.locks': 'secure',
  'navigator.serviceWorker': 'secure',
  'navigator.storage': 'secure',
  'navigator.wakeLock': 'secure',
};

/** Methods that no object had before, by names that nobody else gives. */
const DENIED_METHODS: Readonly<Record<string, number>> = {
  checkVisibility: 105,
  getHTML: 125,
  getSetCookie: 113,
  isDisjointFrom: 122,
  isSubsetOf: 122,
  isSupersetOf: 122,
  isWellFormed: 111,
  moveBefore: 133,
  parseHTMLUnsafe: 124,
  setHTMLUnsafe: 124,
  showPopover: 114,
  startViewTransition: 111,
  symmetricDifference: 122,
  toReversed: 110,
  toSorted: 110,
  toSpliced: 110,
  toWellFormed: 111,
  togglePopover: 114,
};

const ITERATOR_MAKERS = new Set(['values', 'keys', 'entries', 'matchAll']);
const ITERATOR_HELPERS = new Set('drop every filter find flatMap forEach map reduce some take toArray'.split(' '));

/** Where the object under a denied member is one of these, it is the same object. */
const GLOBALS = new Set(['globalThis', 'window', 'self']);

/**
 * Finds what Chromium 103, or a page that is no secure context, does not have in a script or module.
 *
 * A use that asks first is an enhancement and left alone: `navigator.wakeLock?.request()`, `if (navigator.locks)`,
 * `typeof crypto.randomUUID`; so is what only secure contexts have, inside a `try` with its `catch`. Style sheets inside strings are looked through as well.
 *
 * @param name Decides the syntax: `.ts` is TypeScript, anything else JavaScript.
 */
export function jsFloor(name: string, text: string): FloorFinding[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: FloorFinding[] = name.endsWith('.ts') ? [] : syntaxFloor(text);

  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) found.push(...memberFloor(node));
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) found.push(...embeddedCssFloor(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function syntaxFloor(text: string): FloorFinding[] {
  try {
    parse(text, { ecmaVersion: 2022, sourceType: 'module', allowHashBang: true });
    return [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
    return [{ feature: `syntax after ES2022: ${error.message}`, since: 104, excerpt: text.slice(at, at + 60) }];
  }
}

function memberFloor(node: ts.PropertyAccessExpression): FloorFinding[] {
  if (asksFirst(node)) return [];
  const name = node.name.text;
  const owner = ownerOf(node.expression);
  const excerpt = node.getText().slice(-80);

  const sinceMember = DENIED_MEMBERS[`${owner}.${name}`];
  if (sinceMember === 'secure' && isTried(node)) return [];
  if (sinceMember !== undefined) return [{ feature: `${owner}.${name}`, since: sinceMember, excerpt }];

  const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
  const sinceMethod = Object.hasOwn(DENIED_METHODS, name) ? DENIED_METHODS[name] : undefined;
  if (isCalled && sinceMethod !== undefined) return [{ feature: `.${name}()`, since: sinceMethod, excerpt }];
  if (isCalled && ITERATOR_HELPERS.has(name) && makesIterator(node.expression)) {
    return [{ feature: `.${name}() of an iterator`, since: 122, excerpt }];
  }
  return [];
}

/** The last name of what a member is taken from: `crypto` for `crypto`, `window.crypto` and `globalThis.crypto`. */
function ownerOf(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  const isGlobal =
    ts.isPropertyAccessExpression(expression) &&
    ts.isIdentifier(expression.expression) &&
    GLOBALS.has(expression.expression.text);
  return isGlobal ? expression.name.text : '';
}

/** `map.values()` and `text.matchAll(…)` give iterators; `Object.values(map)` gives an array. */
function makesIterator(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false;
  const { name, expression: owner } = expression.expression;
  return ITERATOR_MAKERS.has(name.text) && !(ts.isIdentifier(owner) && owner.text === 'Object');
}

/** `a.b?.()`, `a.b?.c`, `typeof a.b`, `a.b && …`, `if (a.b)`. */
function asksFirst(node: ts.PropertyAccessExpression): boolean {
  const { parent } = node;
  if ((ts.isCallExpression(parent) || ts.isPropertyAccessExpression(parent)) && parent.expression === node) {
    return parent.questionDotToken !== undefined;
  }
  return (
    ts.isTypeOfExpression(parent) ||
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
  );
}

/** Inside the block of a `try` that has a `catch`, in the same function. */
function isTried(node: ts.Node): boolean {
  if (ts.isFunctionLike(node) || ts.isSourceFile(node)) return false;
  const { parent } = node;
  return (ts.isTryStatement(parent) && parent.tryBlock === node && !!parent.catchClause) || isTried(parent);
}

/** A declaration inside braces: text that is meant as a style sheet. */
const LOOKS_LIKE_CSS = /\{[^{}]*[\w-]+\s*:[^{}]+\}/;

function embeddedCssFloor(node: ts.StringLiteralLike | ts.TemplateExpression): FloorFinding[] {
  const text = ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => `_${literal.text}`)].join('')
    : node.text;
  return styleSheetsIn(text).flatMap(cssFloor);
}

/** A text that is a style sheet, or the style sheets among the texts of one that is JSON, whose braces mean something else. */
function styleSheetsIn(text: string): string[] {
  if (!LOOKS_LIKE_CSS.test(text)) return [];
  const texts: string[] = [];
  try {
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'string' && LOOKS_LIKE_CSS.test(value)) texts.push(value);
      return value;
    });
    return texts;
  } catch {
    return [text];
  }
}
