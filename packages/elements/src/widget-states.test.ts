/**
 * Every widget in every state, look and language, and its colours in every theme, by axe's rules.
 *
 * `npm test` takes all rules over all states, each look in one of the two languages, and the colours of each widget in two
 * of the themes; on OBS's engines, where the rules are the same and nobody listens, each widget's first look in
 * one language and its colours in one theme. All of it:
 * `STALLCAST_AXE=all pnpm vitest run --project "elements (chromium)" widget-states`.
 */
import '@stallcast/themes/all.css';
import { THEMES } from '@stallcast/themes';
import axe, { type RunOptions } from 'axe-core';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { loadEntries } from '../gallery/entries.js';
import { raise, setStage } from '../gallery/stage.js';
import type { WidgetEntry } from './internal/widget-state.js';

declare module 'vitest' {
  interface ProvidedContext {
    isAxeWhole: boolean;
    /** `103` or `127`, one of OBS's engines; empty for the current one. */
    engine: string;
  }
}

const isWhole = inject('isAxeWhole');
const isObs = inject('engine') !== '';
const LANGUAGES = ['zh-CN', 'en'];
const entries = await loadEntries();

/** Raises all states side by side, and tells which of axe's rules they break: rule, state and element. */
async function broken(
  { tag, states }: WidgetEntry,
  look: string,
  language: string,
  options: RunOptions,
): Promise<string[]> {
  // A canvas, not the test's narrow window: widgets are drawn for no less.
  document.body.style.width = '1920px';
  for (const state of states) {
    const stage = setStage(tag, state, language);
    if (look) stage.element.setAttribute('look', look);
    stage.room.id = `state-${state.name}`;
    await raise(stage);
    await stage.play();
  }
  const { violations } = await axe.run(document.body, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, html, any }) => `${id}: ${target.flat().join(' ')}: ${any[0]?.message ?? ''} ${html.slice(0, 160)}`,
    ),
  );
}

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['stallTheme'];
});

describe.each(entries)('<$tag>', (entry) => {
  const { looks: all = [''] } = entry;
  const looks = isObs && !isWhole ? all.slice(0, 1) : all;
  const cases = looks.flatMap((look) => LANGUAGES.map((language) => ({ look, language })));

  const first = entries.indexOf(entry);
  const hasBoth = looks.length === 1 && !isObs;
  const isTaken = (index: number) => hasBoth || Math.floor(index / 2) % 2 === (isObs ? first + index : index) % 2;
  it.each(cases.filter((_, index) => isWhole || isTaken(index)))(
    'is accessible in every state, $look in $language',
    async ({ look, language }) => {
      // A page of our own would have landmarks and headings; the widget is only a part of one, and is there once.
      expect(
        await broken(entry, look, language, {
          rules: { region: { enabled: false }, 'landmark-unique': { enabled: false } },
        }),
      ).toEqual([]);
    },
  );

  const some = Object.keys(THEMES).filter((_, index) => index % 3 === first % 3);
  const themes = isWhole ? Object.keys(THEMES) : some.slice(0, isObs ? 1 : 2);
  it.each(themes)('has the contrast that axe wants in %s', async (theme) => {
    document.documentElement.dataset['stallTheme'] = theme;
    // What a stranger wrote is drawn in the same colours.
    const states = entry.states.filter(({ name }) => !/hostile|long|rtl/.test(name));
    for (const look of isWhole ? looks : looks.slice(0, 1)) {
      expect(await broken({ ...entry, states }, look, 'zh-CN', { runOnly: ['color-contrast'] })).toEqual([]);
      document.body.replaceChildren();
    }
  });
});

it('finds what cannot be read', async () => {
  document.body.style.setProperty('--stall-color-text-quiet', '#d8c8b0');
  const [card] = entries.filter(({ tag }) => tag === 'stall-stock-counter');
  if (!card) throw new Error('Expected the stock counter.');
  expect(await broken(card, '', 'zh-CN', { runOnly: ['color-contrast'] })).not.toEqual([]);
  document.body.style.removeProperty('--stall-color-text-quiet');
});
