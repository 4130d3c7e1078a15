import type { SceneItem } from '@stallcast/elements';
import { WIDGET_SHEET, type SheetField } from '../widgets/widget-sheet.js';

/** The attributes that every one of the items has, each with the choices that all of them know. What holds without it is told where they agree. */
export function sharedFields(items: readonly SceneItem[]): readonly SheetField[] {
  const tags = [...new Set(items.map(({ tag }) => tag))];
  const [first = [], ...others] = tags.map((tag) => WIDGET_SHEET[tag]?.fields ?? []);
  return first.flatMap((field) => {
    const alike = others.map((fields) => fields.find(({ name, kind }) => name === field.name && kind === field.kind));
    if (!alike.every((one): one is SheetField => one !== undefined)) return [];
    if (alike.length === 0) return [field];
    const { without, of, ...rest } = field;
    const choices = of?.filter((choice) => alike.every((one) => one.of?.includes(choice)));
    if (choices?.length === 0) return [];
    const isAgreed = without !== undefined && alike.every((one) => one.without === without);
    return [{ ...rest, ...(choices && { of: choices }), ...(isAgreed && { without }) }];
  });
}
