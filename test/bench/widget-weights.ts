import { join } from 'node:path';
import { buildPage, buildPageAt } from './build-page.js';
import { weigh } from './weigh.js';

/** What all widgets together are to weigh in the end, with store and relay adapter, brotli, bytes. What is loaded on demand is apart. */
export const ALL_WIDGETS_GOAL = 60_000;
/** What they may weigh until then. Lower it whenever they become lighter. */
export const ALL_WIDGETS_CEILING = 65_600;

/**
 * What each widget alone may weigh with room, store and relay adapter, brotli, bytes: a little more than it did when this
 * was last written. Lower it whenever one becomes lighter.
 */
export const WIDGET_CEILINGS: Readonly<Record<string, number>> = {
  announcement: 21_650,
  countdown: 23_250,
  goal: 22_850,
  legal: 19_500,
  'order-ticker': 27_800,
  origin: 23_700,
  presale: 23_550,
  price: 24_000,
  'product-card': 32_250,
  promises: 20_800,
  prompter: 24_750,
  qr: 19_750,
  'sales-chart': 24_700,
  scene: 30_500,
  share: 22_900,
  shelf: 26_400,
  status: 20_750,
  'stock-counter': 24_650,
  tickets: 25_100,
};

/**
 * What the page of the benchmark may weigh, card, counter and ticker with store and relay adapter, brotli, bytes, file by file. What it
 * loads before its first picture is bounded by `WEIGHT_CEILING`. Lower them whenever it becomes lighter.
 */
export const THREE_WIDGETS_CEILINGS = {
  /** With what every page fetches after its first picture, but in OBS: the voice for listeners. */
  inAll: 40_850,
  /** With all that it may ever fetch: another language, another transport, what pages share, the details with floating-ui and a code to scan. */
  ever: 58_300,
};
/** The scripts that a page fetches by itself after its first picture. All others are fetched when they are used. */
const AFTERWARDS: readonly string[] = ['announcer'];

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

/** Weighs the page of the benchmark. */
export async function weighThreeWidgets(): Promise<{ atFirst: number; inAll: number; ever: number; first: number }> {
  const { scripts, onDemand } = await buildPage('widgets');
  const sum = (some: typeof scripts): number => some.reduce((all, { code }) => all + weigh(code).brotli, 0);
  const atFirst = sum(scripts);
  const afterwards = onDemand.filter(({ name }) => AFTERWARDS.includes(name));
  if (afterwards.length < AFTERWARDS.length)
    throw new Error(`Expected files ${AFTERWARDS.join()}, got ${onDemand.map(({ name }) => name).join()}.`);
  return { atFirst, inAll: atFirst + sum(afterwards), ever: atFirst + sum(onDemand), first: scripts.length };
}

const pageOf = (imports: readonly string[]) => ({
  name: 'page-of',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('/pages/widgets/main.ts') ? imports.map((one) => `import '${one}';`).join('\n') : null,
});
