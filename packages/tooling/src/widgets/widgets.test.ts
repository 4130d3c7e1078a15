import { describe, expect, it } from 'vitest';
import { choicesOf, tidyManifest, vscodeData, webTypes, widgetsOf, type Declaration, type Manifest } from './index.js';

const KITE: Declaration = {
  kind: 'class',
  name: 'KiteElement',
  tagName: 'stall-kite',
  customElement: true,
  description: 'Flies\nhigh.\n\nIt falls\nas well.',
  superclass: { name: 'StallElement', module: '/src/internal/stall-element.js' },
  attributes: [
    { name: 'look', type: { text: 'KiteLook' }, default: "'low'", description: 'How it flies.' },
    { name: 'tail', type: { text: 'boolean' }, default: 'false', description: 'Has a tail.' },
  ],
  members: [
    { kind: 'field', name: 'look', type: { text: 'KiteLook' }, attribute: 'look' },
    { kind: 'field', name: '#line', privacy: 'private' },
    { kind: 'field', name: 'tagName', static: true },
    { kind: 'method', name: 'connectedCallback' },
    { kind: 'method', name: 'release' },
  ],
  events: [{ name: 'stall-kite-fell', type: { text: 'KiteFellEvent' } }, { name: 'height' }, { name: '' }],
};

const raw = (...declarations: Declaration[]): Manifest => ({
  schemaVersion: '1.0.0',
  modules: declarations.map((declaration) => ({
    kind: 'javascript-module',
    path: `src/components/kite/${declaration.name}.ts`,
    declarations: [declaration],
    exports: [],
  })),
});

const tidy = () => tidyManifest(raw(KITE), choicesOf(["export type KiteLook = 'high' | 'low';"]));

describe('tidyManifest', () => {
  it('keeps what users of a widget may rely on, and drops events that have no name of their own', () => {
    const [kite] = widgetsOf(tidy());
    expect(kite?.summary).toBe('Flies high.');
    expect(kite?.description).toBe('Flies high.\n\nIt falls as well.');
    expect(kite?.members?.map(({ name }) => name)).toEqual(['look', 'release']);
    expect(kite?.events?.map(({ name }) => name)).toEqual(['stall-kite-fell']);
    expect(kite?.attributes?.[0]?.type?.text).toBe("'high' | 'low'");
  });

  it('names the files of the package, and the one that registers the tag', () => {
    const [element, entry] = tidy().modules;
    expect(element?.path).toBe('dist/components/kite/KiteElement.js');
    expect(entry).toMatchObject({
      path: 'dist/components/kite/define.js',
      exports: [{ kind: 'custom-element-definition', name: 'stall-kite', declaration: { module: element?.path } }],
    });
  });

  it('keeps classes of events, and nothing else that is no widget', () => {
    const { modules } = tidyManifest(
      raw(
        { kind: 'class', name: 'KiteFellEvent', superclass: { name: 'Event' } },
        { kind: 'class', name: 'LineController' },
        { kind: 'function', name: 'fly' },
      ),
    );
    expect(modules.flatMap(({ declarations = [] }) => declarations.map(({ name }) => name))).toEqual(['KiteFellEvent']);
  });
});

describe('choicesOf', () => {
  it.each([
    ["export type A = 'one' | 'two';", "'one' | 'two'"],
    ["type A =\n  | 'one'\n  | 'two';", "'one' | 'two'"],
    ["type A = 'one' | B;", undefined],
    ['type A = string;', undefined],
    ["type A = 'one';\ntype A = 'two';", undefined],
  ])('reads %j', (text, choice) => {
    expect(choicesOf([text]).get('A')).toBe(choice);
  });
});

describe('what editors read', () => {
  it('offers VS Code the words of an attribute, and none for a switch', () => {
    const [kite] = vscodeData(tidy()).tags;
    expect(kite?.attributes[0]).toMatchObject({ name: 'look', values: [{ name: 'high' }, { name: 'low' }] });
    expect(kite?.attributes[0]?.description.value).toContain("Default: `'low'`");
    expect(kite?.attributes[1]).toMatchObject({ name: 'tail', valueSet: 'v', values: [] });
  });

  it('tells JetBrains of attributes, events and versions', () => {
    const types = webTypes(tidy(), { name: 'kites', version: '1.2.3' });
    expect(types).toMatchObject({ name: 'kites', version: '1.2.3' });
    expect(types.contributions.html.elements[0]).toMatchObject({
      name: 'stall-kite',
      attributes: [{ default: 'low', value: { type: "'high' | 'low'" } }, { value: { kind: 'no-value' } }],
      js: { events: [{ name: 'stall-kite-fell' }] },
    });
  });
});
