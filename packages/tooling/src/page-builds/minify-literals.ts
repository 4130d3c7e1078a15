import { parse, type AnyNode, type TaggedTemplateExpression } from 'acorn';
import { shrinkCss } from './css-text.js';
import { shrinkHtml } from './html-text.js';

const SHRINKERS: Readonly<Record<string, (text: string) => string>> = {
  css: shrinkCss,
  html: shrinkHtml,
  svg: shrinkHtml,
};

const MAY_HAVE_ONE = /\b(?:css|html|svg)\s*`/;

/**
 * Shrinks Lit's literals in a script or module: css`…`, html`…`, svg`…`. Minifiers of scripts leave them alone, as they
 * do not know what is in them.
 *
 * What a literal loses in lines stands behind it as empty ones, so that every expression stays on its line and source maps stay true.
 */
export function minifyLiterals(code: string): string {
  if (!MAY_HAVE_ONE.test(code)) return code;
  const edits: { from: number; to: number; text: string }[] = [];

  for (const { tag, quasi } of taggedTemplates(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))) {
    const shrink = tag.type === 'Identifier' && Object.hasOwn(SHRINKERS, tag.name) ? SHRINKERS[tag.name] : undefined;
    if (!shrink) continue;
    for (const { start, end, tail } of quasi.quasis) {
      const raw = code.slice(start, end);
      const text = shrink(raw);
      const next = tail ? end + 1 : end + 2;
      edits.push({ from: start, to: next, text: text + code.slice(end, next) + '\n'.repeat(lines(raw) - lines(text)) });
    }
  }
  edits.sort((a, b) => b.from - a.from);
  return edits.reduce((all, { from, to, text }) => all.slice(0, from) + text + all.slice(to), code);
}

const lines = (text: string): number => text.split('\n').length;

function* taggedTemplates(node: unknown): Generator<TaggedTemplateExpression> {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && (node as AnyNode).type === 'TaggedTemplateExpression') yield node as TaggedTemplateExpression;
  for (const child of Object.values(node)) yield* taggedTemplates(child);
}

/** A plugin for Vite and Rolldown: shrinks the literals of whatever stands outside `node_modules`, in builds alone. */
export function minifiedLiterals() {
  return {
    name: 'stallcast-minified-literals',
    apply: 'build' as const,
    transform(code: string, id: string) {
      if (id.includes('/node_modules/') || !MAY_HAVE_ONE.test(code)) return null;
      return { code: minifyLiterals(code), map: null };
    },
  };
}
