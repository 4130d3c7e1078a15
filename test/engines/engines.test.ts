/**
 * Every widget in every one of its states, in a stock Firefox and in WebKit, beside what the current Chromium makes of it.
 *
 * Alone: `pnpm --filter @stallcast/test engines`, with `--picture` also a sheet of what each shows.
 */
import { THEMES } from '@stallcast/themes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences, faultsOf } from './differences.js';
import type { EnginePage } from './engine.js';
import { openChromium } from './open-chromium.js';
import { PAGE_ENGINES } from './page-engines.js';
import type { Setting } from './page/main.js';
import type { Seen } from './page/see-widget.js';
import { servePage, type ServedPage } from './serve-page.js';
import { SETTINGS, TAGS } from './widgets.js';

/** What a widget says to its author when its state is about a mistake of his. */
const SAID_BY_WIDGETS = /^warn: stall-[a-z-]+: /;

/** Widgets that tell nothing which a change of figures, titles and texts would alter. */
const WITHOUT_NEWS = ['stall-legal', 'stall-qr'];

let page: ServedPage;
let chromium: EnginePage;
const references = new Map<Setting, Promise<Seen[]>>();

const see = (engine: EnginePage, setting: Setting): Promise<Seen[]> =>
  engine.evaluate(`seeStates(${JSON.stringify(setting)})`);

/** What Chromium makes of it: looked at once for all engines. */
function referenceOf(setting: Setting): Promise<Seen[]> {
  const known = references.get(setting) ?? see(chromium, setting);
  references.set(setting, known);
  return known;
}

async function load(engine: EnginePage): Promise<EnginePage> {
  await engine.goto(page.address);
  await engine.evaluate('widgetsLoaded');
  return engine;
}

beforeAll(async () => {
  page = await servePage();
  chromium = await load(await openChromium());
});

afterAll(async () => {
  await chromium.close();
  await page.close();
});

it('has all widgets', () => {
  expect(TAGS.length).toBeGreaterThanOrEqual(17);
});

describe.each([{ name: 'Chromium', packages: 'chromium', open: null }, ...PAGE_ENGINES])('$name', (engine) => {
  const { open, packages } = engine;
  if (open === undefined) {
    it.skip(`is not on this machine: apt-get install ${packages} brings it`);
    return;
  }
  let opened: EnginePage;
  beforeAll(async () => {
    opened = open === null ? chromium : await load(await open());
  });
  afterAll(() => (open === null ? undefined : opened.close()));

  it.each(SETTINGS)('draws every state of <$tag> in $language and $theme', async (setting) => {
    const reference = await referenceOf(setting);
    const seen = open === null ? reference : await see(opened, setting);
    expect(seen.map(({ state }) => state)).toEqual(reference.map(({ state }) => state));
    expect(seen.filter(({ places }) => Object.keys(places).length > 0).length).toBeGreaterThan(1);
    expect(seen.flatMap(faultsOf)).toEqual([]);
    expect(seen.flatMap((one, index) => differences(reference[index] ?? one, one))).toEqual([]);
    const hasNews = seen.some(({ spoken, spokenAfterChange }) => spoken !== spokenAfterChange);
    expect(hasNews || WITHOUT_NEWS.includes(setting.tag), 'what it says follows the data').toBe(true);
    const faults = await opened.evaluate<string[]>('faults');
    expect(faults.filter((fault) => !SAID_BY_WIDGETS.test(fault))).toEqual([]);
  });

  it('wears every theme', async () => {
    const themes = Object.keys(THEMES);
    const plates = { seen: [] as unknown[], reference: [] as unknown[] };
    for (const theme of themes) {
      plates.seen.push(plateOf(await see(opened, { ...PLATE, theme })));
      plates.reference.push(plateOf(await see(chromium, { ...PLATE, theme })));
    }
    expect(new Set(plates.seen).size).toBe(themes.length);
    expect(plates.seen).toEqual(plates.reference);
  });
});

/** A small widget with a plate of its own. */
const PLATE = { tag: 'stall-countdown', look: '', language: 'en' };

const plateOf = (seen: readonly Seen[]): string | undefined =>
  seen.flatMap(({ colours }) => Object.entries(colours)).find(([path]) => path.includes('.board'))?.[1];
