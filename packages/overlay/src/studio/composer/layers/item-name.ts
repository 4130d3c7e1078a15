import type { SceneItem } from '@stallcast/elements';
import type { Language } from '../../../words/language.js';
import { fieldWord, widgetName } from '../widgets/widget-sheet.js';

/** What people call an item: by the name that they gave it, or by its widget and its look. */
export function itemName({ name, tag, attributes }: SceneItem, language: Language): string {
  if (name) return name;
  const look = attributes?.['look'];
  const widget = widgetName(tag, language);
  return typeof look === 'string' ? `${widget} · ${fieldWord(look, language)}` : widget;
}
