import { SCENE_WIDGETS } from '@stallcast/elements';
import { widgetsOf, type Manifest } from '@stallcast/tooling/widgets';
import { ATTRIBUTE_SENTENCES } from './attributes-zh-cn.js';
import { SENTENCES } from './elements-zh-cn.js';

type Bilingual = { en: string; 'zh-CN': string };

/** What the studio knows of one attribute. */
export interface SheetField extends Bilingual {
  name: string;
  kind: 'choice' | 'flag' | 'number' | 'text';
  of?: string[];
  /** What holds without it. */
  without?: string;
}

/** What the studio knows of one widget. */
export interface SheetWidget extends Bilingual {
  fields: SheetField[];
}

/** Makes the studio's list of widgets from the manifest: those that a scene may hold, with the attributes that it may set. */
export function widgetSheet(manifest: Manifest): Record<string, SheetWidget> {
  return Object.fromEntries(
    widgetsOf(manifest)
      .filter(({ tagName }) => Object.hasOwn(SCENE_WIDGETS, tagName))
      .map(({ tagName, summary, attributes = [] }) => {
        const rules = SCENE_WIDGETS[tagName] ?? {};
        const fields = attributes
          .filter(({ name }) => Object.hasOwn(rules, name))
          .map((attribute): SheetField => {
            const said = attribute.description?.replace(/\s*\n\s*/g, ' ') ?? '';
            const type = attribute.type?.text ?? '';
            const words = (type.match(/'[^']+'/g) ?? []).map((word) => word.slice(1, -1));
            const kind = /^boolean\b/.test(type)
              ? 'flag'
              : /^number\b/.test(type)
                ? 'number'
                : words.length > 0
                  ? 'choice'
                  : 'text';
            const without = attribute.default?.replaceAll("'", '');
            return {
              name: attribute.name,
              kind,
              ...(kind === 'choice' && { of: words }),
              ...(without && without !== 'undefined' && without !== 'false' && { without }),
              en: said.replaceAll('`', ''),
              'zh-CN': ATTRIBUTE_SENTENCES[said] ?? '',
            };
          });
        return [tagName, { en: summary, 'zh-CN': SENTENCES[summary] ?? '', fields }];
      }),
  );
}
