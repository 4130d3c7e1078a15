import { whenOf, exampleOf, type Described, type Widget } from '@stallcast/tooling/widgets';
import { importsOf, resolveRelative } from './imports.js';
import { isTest, type ProjectFile } from './project-files.js';

const SOURCES = 'packages/elements/src/';

/** What the rule reads beside the manifest. */
export interface WidgetSources {
  /** The files of `packages/elements/src`. */
  files: readonly ProjectFile[];
  /** The tokens that are listed. */
  tokens: readonly string[];
}

/** Says what a widget leaves undocumented, and what it documents though it is not there: one sentence each. */
export function findUndocumented(widget: Widget, { files, tokens }: WidgetSources): string[] {
  const folder = `${SOURCES}components/${widget.tagName.replace('stall-', '')}/`;
  const own = files.filter(({ path }) => path.startsWith(folder));
  const code = own.filter(({ path }) => path.endsWith('.ts') && !isTest(path));
  const text = [...code, ...sharedBy(code, files)].map((file) => file.text).join('\n');
  const textOf = (path: string) => files.find((file) => file.path === path)?.text;

  return [
    ...sentences(widget),
    ...compare('part', widget.cssParts, ...partsIn(text)),
    ...compare('slot', widget.slots, slotsIn(code.map((file) => file.text).join('\n'))),
    ...compare('token', widget.cssProperties, tokensIn(text, widget.tagName)),
    ...(widget.cssProperties ?? []).flatMap(({ name }) =>
      tokens.includes(name) ? [] : [`${name} is in no list of tokens`],
    ),
    ...events(widget, code, files),
    ...entries(widget, folder, textOf),
    ...ownPage(widget, textOf(`${folder}${folder.split('/').at(-2)}.md`)),
  ].map((problem) => `${widget.tagName}: ${problem}`);
}

/** What a widget draws with beside its own files. Another widget within it has parts of its own. */
function sharedBy(code: readonly ProjectFile[], files: readonly ProjectFile[]): ProjectFile[] {
  const paths = new Set(code.flatMap((file) => importsOf(file).map((to) => resolveRelative(file.path, to))));
  return files.filter(({ path }) => paths.has(path) && path.startsWith(`${SOURCES}internal/`));
}

function sentences(widget: Widget): string[] {
  const named = (kind: string, all: readonly Described[] = []) =>
    all.flatMap(({ name, description = '' }) =>
      /[.”]$/.test(description.trim()) ? [] : [`the ${kind} ${name} has no sentence`],
    );
  return [
    ...(/^[A-Z].*\.$/.test(widget.summary) ? [] : ['it has no first sentence']),
    ...named('attribute', widget.attributes),
    ...named('property', widget.members),
    ...named('part', widget.cssParts),
    ...named('slot', widget.slots),
    ...named('token', widget.cssProperties),
    ...named('event', widget.events),
    ...(widget.attributes ?? []).flatMap(({ name, default: without, description = '' }) =>
      (without === undefined || without === 'undefined') && !/\bwithout it\b/i.test(description)
        ? [`the attribute ${name} does not say what holds without it`]
        : [],
    ),
  ];
}

/** The names that are there, and those that may be: a name that is put in by the code stands in it as a word. */
function partsIn(text: string): [string[], RegExp[]] {
  const there = [...text.matchAll(/\b(?:export)?part[s]?="([\w\s,-]+)"/gi)].flatMap(([, names = '']) =>
    names.split(/[\s,]+/),
  );
  const isPutIn = /\bpart=\$\{/.test(text);
  return [
    there.filter(Boolean),
    isPutIn ? [...text.matchAll(/'([a-z][\w-]*)'/g)].map(([, word]) => RegExp(`^${word}$`)) : [],
  ];
}

const slotsIn = (text: string): string[] =>
  [...text.matchAll(/<slot(?: name="([\w-]+)")?[ >]/g)].map(([, name = '']) => name);

const tokensIn = (text: string, tag: string): string[] =>
  [...text.matchAll(/var\(\s*(--stall-[\w-]+)/g)].flatMap(([, name = '']) =>
    name.startsWith(`--${tag}-`) ? [name] : [],
  );

function compare(
  kind: string,
  told: readonly Described[] = [],
  there: readonly string[],
  maybe: readonly RegExp[] = [],
) {
  const names = told.map(({ name }) => name);
  return [
    ...[...new Set(there)]
      .filter((name) => !names.includes(name))
      .map((name) => `the ${kind} “${name}” is not documented`),
    ...names
      .filter((name) => !there.includes(name) && !maybe.some((pattern) => pattern.test(name)))
      .map((name) => `the ${kind} “${name}” is documented and not there`),
  ];
}

/** Every event that is fired is documented with its class; every one that is documented is in the event map and exported. */
function events({ events: told = [] }: Widget, code: readonly ProjectFile[], files: readonly ProjectFile[]): string[] {
  const all = files.filter(({ path }) => path.endsWith('.events.ts'));
  const index = files.find(({ path }) => path === `${SOURCES}index.ts`)?.text ?? '';
  const fired = code
    .filter(({ path }) => !path.endsWith('.events.ts'))
    .flatMap(({ text }) => [...text.matchAll(/\bnew (\w+Event)\(/g)].map(([, name = '']) => name))
    .filter((name) => all.some(({ text }) => text.includes(`class ${name} `)));
  return [
    ...[...new Set(fired)]
      .filter((name) => !told.some(({ type }) => type?.text === name))
      .map((name) => `${name} is fired and not documented`),
    ...told.flatMap(({ name, type }) => {
      const isMapped = all.some(
        ({ text }) => text.includes(`eventName = '${name}'`) && text.includes(`'${name}': ${type?.text};`),
      );
      return [
        ...(isMapped ? [] : [`${name} is not in GlobalEventHandlersEventMap as ${type?.text}`]),
        ...(RegExp(`\\b${type?.text}\\b`).test(index) ? [] : [`${type?.text} is not exported`]),
      ];
    }),
  ];
}

function entries({ tagName, name }: Widget, folder: string, textOf: (path: string) => string | undefined): string[] {
  const folderName = folder.slice(SOURCES.length);
  return [
    ...(textOf(`${folder}define.ts`)?.includes(`'${tagName}': ${name};`) ? [] : ['it is not in HTMLElementTagNameMap']),
    ...(RegExp(`\\b${name}\\b`).test(textOf(`${SOURCES}index.ts`) ?? '') ? [] : [`${name} is not exported`]),
    ...(textOf(`${SOURCES}define.ts`)?.includes(`'./${folderName}define.js'`) ? [] : ['it is not in define.ts']),
  ];
}

function ownPage({ tagName }: Widget, page: string | undefined): string[] {
  if (page === undefined) return ['it has no page'];
  return [
    ...(page.startsWith(`# \`<${tagName}>\`\n`) ? [] : ['its page has another heading']),
    ...(whenOf(page) ? [] : ['its page does not say when to use it, in a paragraph that begins with “Use”']),
    ...(exampleOf(page)?.includes(`<${tagName}`) ? [] : ['its page begins without an example of it']),
  ];
}

const GLOBAL = new Set(['id', 'class', 'slot', 'lang', 'dir', 'style', 'hidden', 'profile']);

/** Finds tags and attributes in examples that no widget has. */
export function findWrongExamples(pages: readonly ProjectFile[], widgets: readonly Widget[]): string[] {
  return pages.flatMap(({ path, text }) =>
    [...text.matchAll(/```html\n([^]*?)\n```/g)].flatMap(([, example = '']) =>
      [...example.matchAll(/<(stall-[\w-]+)((?:\s+[\w-]+(?:="[^"]*")?)*)/g)].flatMap(
        ([, tag = '', attributes = '']) => {
          const widget = widgets.find(({ tagName }) => tagName === tag);
          if (!widget) return [`${path}: there is no <${tag}>`];
          return [...attributes.replace(/"[^"]*"/g, '""').matchAll(/[\w-]+/g)]
            .map(([name]) => name)
            .filter(
              (name) =>
                !/^(?:data|aria)-/.test(name) &&
                !GLOBAL.has(name) &&
                !widget.attributes?.some((attribute) => attribute.name === name),
            )
            .map((name) => `${path}: <${tag}> has no attribute ${name}`);
        },
      ),
    ),
  );
}
