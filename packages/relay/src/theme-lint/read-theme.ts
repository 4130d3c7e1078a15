import postcss, { type Declaration, type Rule } from 'postcss';

/** A custom property as it stands in a style sheet. */
export interface Written {
  name: string;
  value: string;
  /** From 1. */
  line: number;
}

/** The properties of one selector. */
export interface Scope {
  selector: string;
  /** Whether they hold for the whole page. */
  isPage: boolean;
  /** Whether they stand in the layer of themes, where a theme may have a palette of its own. */
  isTheme: boolean;
  written: readonly Written[];
}

/** Reads the custom properties of a style sheet, by selector. Throws postcss's error with a line where it is no CSS. */
export function readTheme(css: string): Scope[] {
  const scopes: Scope[] = [];
  postcss.parse(css).walkRules((rule) => {
    const written = rule.nodes.flatMap((node) =>
      node.type === 'decl' && node.prop.startsWith('--')
        ? [{ name: node.prop, value: node.value.trim(), line: lineOf(node) }]
        : [],
    );
    // What a plain property reads is looked at as well.
    const reading = rule.nodes.flatMap((node) =>
      node.type === 'decl' && !node.prop.startsWith('--')
        ? [...node.value.matchAll(/var\(\s*(--stall-[\w-]+)/g)].map(([, name = '']) => ({
            name: '',
            value: `var(${name})`,
            line: lineOf(node),
          }))
        : [],
    );
    if (written.length + reading.length === 0) return;
    scopes.push({
      selector: rule.selector,
      isPage: rule.selectors.some((one) => /^(?::where\()?(?::root|html|body)\b(?![^,)]*\s\S)/.test(one)),
      isTheme: isInThemeLayer(rule),
      written: [...written, ...reading],
    });
  });
  return scopes;
}

const lineOf = (node: Declaration): number => node.source?.start?.line ?? 1;

function isInThemeLayer(rule: Rule): boolean {
  for (let parent: unknown = rule.parent; parent; parent = (parent as { parent?: unknown }).parent) {
    const { type, name, params } = parent as { type?: string; name?: string; params?: string };
    if (type === 'atrule' && name === 'layer' && params === 'stall.theme') return true;
  }
  return false;
}
