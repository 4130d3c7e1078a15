import type { WidgetEntry } from '../src/internal/widget-state.js';

const states = import.meta.glob<WidgetEntry>('../src/components/*/*.states.ts', { import: 'widget' });
const defines = import.meta.glob('../src/components/*/define.ts');

const folderOf = (path: string): string => /components\/([^/]+)\//.exec(path)?.[1] ?? '';

/**
 * Defines the widgets and reads their named states, by tag. A new `*.states.ts` is among them by being there.
 *
 * `only` names the wanted ones, without prefix; what is not asked for is not loaded.
 */
export async function loadEntries(only?: readonly string[]): Promise<readonly WidgetEntry[]> {
  const wanted = Object.entries(states).filter(([path]) => !only || only.includes(folderOf(path)));
  const entries = await Promise.all(
    wanted.map(async ([path, load]) => {
      await defines[`../src/components/${folderOf(path)}/define.ts`]?.();
      return load();
    }),
  );
  return entries.sort((a, b) => (a.tag < b.tag ? -1 : 1));
}
