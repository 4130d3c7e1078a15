import { widgetsOf, type Attribute, type Described, type Manifest, type Widget } from './manifest.js';

/** The words that an attribute's type lets one choose from. */
const wordsOf = ({ type }: Attribute): string[] =>
  (type?.text.match(/'[^']*'/g) ?? []).map((word) => word.slice(1, -1)).filter(Boolean);

/** What an editor shows beside an attribute: its sentence, and what holds without it. */
const sentence = ({ description = '', default: without }: Described): string =>
  without === undefined || without === "''" ? description : `${description}\n\nDefault: \`${without}\``;

/** Whether an attribute is on by being there. */
const isSwitch = ({ type }: Attribute): boolean => type?.text === 'boolean';

const attributesOf = ({ attributes = [] }: Widget): Attribute[] => attributes;

/** What VS Code reads from `html.customData`: https://github.com/microsoft/vscode-custom-data */
export function vscodeData(manifest: Manifest) {
  return {
    $schema: 'https://raw.githubusercontent.com/microsoft/vscode-html-languageservice/main/docs/customData.schema.json',
    version: 1.1,
    tags: widgetsOf(manifest).map((widget) => ({
      name: widget.tagName,
      description: { kind: 'markdown', value: widget.description ?? '' },
      attributes: attributesOf(widget).map((attribute) => ({
        name: attribute.name,
        description: { kind: 'markdown', value: sentence(attribute) },
        ...(isSwitch(attribute) ? { valueSet: 'v' } : {}),
        values: wordsOf(attribute).map((name) => ({ name })),
      })),
    })),
  };
}

/** What the editors of JetBrains read from `web-types` in package.json: https://github.com/JetBrains/web-types */
export function webTypes(manifest: Manifest, { name, version }: { name: string; version: string }) {
  const described = (all: readonly Described[] = []) => all.map(({ name, description }) => ({ name, description }));
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: widgetsOf(manifest).map((widget) => ({
          name: widget.tagName,
          description: widget.description,
          attributes: attributesOf(widget).map((attribute) => ({
            name: attribute.name,
            description: attribute.description,
            ...(attribute.default === undefined ? {} : { default: attribute.default.replaceAll("'", '') }),
            value: isSwitch(attribute) ? { kind: 'no-value' } : { type: attribute.type?.text ?? 'string' },
          })),
          slots: described(widget.slots),
          js: { events: described(widget.events) },
          css: { parts: described(widget.cssParts), properties: described(widget.cssProperties) },
        })),
      },
    },
  };
}
