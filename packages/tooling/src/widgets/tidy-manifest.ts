import type { Declaration, Described, Manifest, ManifestModule, Member } from './manifest.js';

/** Names of types that are a choice of words, each with its words: `GoalLook` → `'bar' | 'slim' | 'column'`. */
export type Choices = ReadonlyMap<string, string>;

const SOURCE = /^\/?src\/(.+)\.(?:ts|js)$/;

/** Where a source file's code is in the package. */
const built = (path: string): string => path.replace(SOURCE, 'dist/$1.js');

const joined = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .join('\n\n');

/**
 * Makes of what the analyzer found a manifest for those who use the package.
 *
 * What stays: the widgets and the classes of their events, with paths of the package, and with each type that is a choice of words
 * written out. What goes: modules without either, members that are not public, and the event that `dispatchEvent(new …)` gives, which
 * has no name or that of an argument.
 */
export function tidyManifest(raw: Manifest, choices: Choices = new Map()): Manifest {
  const elements = new Map<string, string>();
  const modules = raw.modules.flatMap((module): ManifestModule[] => {
    const declarations = (module.declarations ?? []).flatMap((declaration) => tidied(declaration, choices));
    if (declarations.length === 0) return [];
    const path = built(module.path);
    for (const { tagName, name } of declarations) if (tagName !== undefined) elements.set(path, `${tagName} ${name}`);
    const exports = declarations.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: path } }));
    return [{ kind: 'javascript-module', path, declarations, exports }];
  });
  // The tag is registered by the widget's own entry, not by the module of its class.
  for (const [module, tagAndName] of elements) {
    const [tag = '', name = ''] = tagAndName.split(' ');
    modules.push({
      kind: 'javascript-module',
      path: module.replace(/[^/]+$/, 'define.js'),
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: tag, declaration: { name, module } }],
    });
  }
  return { schemaVersion: raw.schemaVersion, readme: '', modules };
}

function tidied(declaration: Declaration, choices: Choices): Declaration[] {
  if (declaration.kind !== 'class') return [];
  const isEvent = declaration.superclass?.name === 'Event';
  const isElement = declaration.customElement === true && declaration.tagName !== undefined;
  if (!isEvent && !isElement) return [];

  const description = joined(declaration.description ?? '');
  const [summary = ''] = description.split('\n\n');
  const members = (declaration.members ?? []).filter(isPublic).map((member) => written(member, choices));
  const events = (declaration.events ?? []).filter(({ name }) => name?.includes('-'));
  const attributes = (declaration.attributes ?? []).map((attribute) => written(attribute, choices));
  const superclass = isEvent ? { name: 'Event', package: 'global:' } : { name: 'LitElement', package: 'lit' };
  return [
    {
      ...declaration,
      summary,
      description,
      superclass,
      members,
      ...(attributes.length > 0 ? { attributes } : {}),
      events,
    },
  ];
}

/** Whether users of the class may rely on a member. What Lit calls is not for them. */
function isPublic({ kind, name, privacy, static: isStatic }: Member): boolean {
  if (privacy !== undefined || name.startsWith('#') || isStatic) return false;
  return kind === 'field' || !/^(?:connected|disconnected|attributeChanged|adopted)Callback$/.test(name);
}

function written<T extends Described>(described: T, choices: Choices): T {
  const text = described.type?.text;
  if (text === undefined) return described;
  return { ...described, type: { text: text.replace(/\b[A-Z]\w+\b/g, (name) => choices.get(name) ?? name) } };
}
