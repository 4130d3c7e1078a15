import { widgetsOf, type Attribute, type Described, type Manifest, type Widget } from './manifest.js';

/** What the page of widgets says beside the manifest, in one language. */
export interface PageWords {
  title: string;
  intro: readonly string[];
  /** Heading of the first table, and of its two columns. */
  which: readonly [title: string, widget: string, when: string];
  heads: Readonly<Record<Section, readonly string[]>>;
  /** What introduces a link to the widget's own page. */
  more: string;
  /** Puts an English sentence into the page's language; undefined where nobody has. */
  translate: (sentence: string) => string | undefined;
}

type Section = 'attributes' | 'properties' | 'slots' | 'parts' | 'tokens' | 'events';

/** A widget's own page, `<name>.md` beside its sources. */
export interface WidgetPage {
  /** From `docs/developer`. */
  href: string;
  text: string;
}

/** The paragraph of a widget's own page that says when to use it; its first word is “Use”. */
export const whenOf = (text: string): string | undefined =>
  /(?:^|\n\n)(Use [^]*?)(?:\n\n|\s*$)/.exec(text)?.[1]?.replace(/\s*\n\s*/g, ' ');

/** The first example of a widget's own page. */
export const exampleOf = (text: string): string | undefined => /^```html\n[^]*?\n```$/m.exec(text)?.[0];

/** Writes the developers' page of widgets from the manifest, the widgets' own pages, and the words of one language. */
export function writeElementTables(
  manifest: Manifest,
  pages: ReadonlyMap<string, WidgetPage>,
  { title, intro, which, heads, more, translate }: PageWords,
): string {
  const said = (sentence: string) => translate(sentence) ?? sentence;
  const widgets = widgetsOf(manifest);
  const overview = widgets.map(({ tagName }) => [
    `[\`${tagName}\`](#${tagName})`,
    said(whenOf(pages.get(tagName)?.text ?? '') ?? ''),
  ]);
  const sections = widgets.map((widget) => {
    const page = pages.get(widget.tagName);
    const tables = tablesOf(widget).flatMap(([section, rows]) =>
      rows.length > 0 ? [table([...heads[section]], rows)] : [],
    );
    return [
      `## ${widget.tagName}`,
      said(widget.summary),
      ...(page ? [exampleOf(page.text) ?? '', `${more}[${widget.tagName}](${page.href})`] : []),
      ...tables,
    ].join('\n\n');
  });
  return [`# ${title}`, ...intro, `## ${which[0]}`, table(which.slice(1), overview), ...sections].join('\n\n');
}

/** What an API table of a widget has, section by section. */
function tablesOf(widget: Widget): [Section, string[][]][] {
  const { attributes = [], members = [], slots = [], cssParts = [], cssProperties = [], events = [] } = widget;
  const properties = members.filter(({ kind, attribute }) => kind === 'field' && attribute === undefined);
  return [
    ['attributes', attributes.map((attribute) => [code(attribute.name), values(attribute), sentence(attribute)])],
    ['properties', properties.map((property) => [code(property.name), values(property), sentence(property)])],
    ['slots', slots.map((slot) => [slot.name ? code(slot.name) : '–', sentence(slot)])],
    ['parts', cssParts.map((part) => [code(part.name), sentence(part)])],
    [
      'tokens',
      cssProperties.map((token) => [code(token.name), token.default ? code(token.default) : '', sentence(token)]),
    ],
    ['events', events.map((event) => [code(event.name), code(event.type?.text ?? 'Event'), sentence(event)])],
  ];
}

const code = (text: string): string => `\`${text}\``;

const sentence = ({ description = '' }: Described): string =>
  description.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');

/** The words that may stand there, the one that holds without an attribute first and in bold; else the type. */
function values({ type, default: without = '' }: Attribute): string {
  const text = type?.text ?? '';
  const words = text.match(/'[^']+'/g) ?? [];
  if (words.length === 0) {
    const isTold = without !== '' && without !== "''" && without !== 'undefined';
    const kind = code(text.replace(/\s*\|\s*undefined$/, '').replaceAll('|', '\\|'));
    return isTold ? `${kind} = ${code(without)}` : kind;
  }
  return words.map((word) => (word === without ? `**${code(word.slice(1, -1))}**` : code(word.slice(1, -1)))).join(' ');
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
