import { join } from 'node:path';
import { buildPageAt } from './build-page.js';
import { weigh } from './weigh.js';

/** What all widgets together are to weigh in the end, with store and relay adapter, brotli, bytes. What is loaded on demand is apart. */
export const ALL_WIDGETS_GOAL = 60_000;
/** What they may weigh until then. Lower it whenever they become lighter. */
export const ALL_WIDGETS_CEILING = 66_700;

/**
 * What each widget alone may weigh with room, store and relay adapter, brotli, bytes: a little more than it did when this
 * was last written. Lower it whenever one becomes lighter.
 */
export const WIDGET_CEILINGS: Readonly<Record<string, number>> = {
  announcement: 22_600,
  countdown: 24_300,
  goal: 23_700,
  legal: 20_500,
  'order-ticker': 28_900,
  origin: 24_700,
  presale: 24_500,
  price: 24_800,
  'product-card': 33_000,
  promises: 21_700,
  prompter: 26_100,
  qr: 20_800,
  'sales-chart': 25_700,
  scene: 31_600,
  share: 23_900,
  shelf: 27_500,
  status: 22_200,
  'stock-counter': 25_500,
  tickets: 26_000,
};

/** What a page weighs that has these widgets. */
export interface PageWeight {
  /** What it loads at first. */
  atFirst: number;
  /** What it fetches when it is used, file by file. */
  onDemand: readonly { name: string; brotli: number }[];
}

/** Weighs a page with some widgets, by the names of their folders, or with all. */
export async function weighWidgets(names: readonly string[] | 'all'): Promise<PageWeight> {
  const modules = names === 'all' ? ['define'] : ['room', ...names];
  const imports = ['@stallcast/adapters/relay/register', ...modules.map((name) => `@stallcast/elements/${name}`)];
  const page = await buildPageAt(join(import.meta.dirname, 'pages', 'widgets'), [pageOf(imports)]);
  return {
    atFirst: weigh(page.scripts.map(({ code }) => code).join('\n')).brotli,
    onDemand: page.onDemand.map(({ name, code }) => ({ name, brotli: weigh(code).brotli })),
  };
}

const pageOf = (imports: readonly string[]) => ({
  name: 'page-of',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('/pages/widgets/main.ts') ? imports.map((one) => `import '${one}';`).join('\n') : null,
});
