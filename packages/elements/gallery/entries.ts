import type { WidgetEntry } from '../src/internal/widget-state.js';

const modules = import.meta.glob<WidgetEntry>('../src/components/*/*.states.ts', { eager: true, import: 'widget' });
import.meta.glob('../src/components/*/define.ts', { eager: true });

/** Every widget with its named states, by tag. A new `*.states.ts` is in it by being there. */
export const ENTRIES: readonly WidgetEntry[] = Object.values(modules).sort((a, b) => (a.tag < b.tag ? -1 : 1));
