import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytes, WEIGHT_CEILING } from './bounds.js';
import {
  ALL_WIDGETS_CEILING,
  ALL_WIDGETS_GOAL,
  THREE_WIDGETS_CEILINGS,
  weighThreeWidgets,
  weighWidgets,
  WIDGET_CEILINGS,
} from './widget-weights.js';

const FOLDERS = new URL('../../packages/elements/src/components/', import.meta.url);
/** The room is in every page. */
const WIDGETS = readdirSync(FOLDERS).filter((name) => name !== 'room');

describe('the page with card, counter and ticker, store and relay adapter', () => {
  it('weighs no more than it may: before its first picture, in all, and with whatever it may ever fetch', async () => {
    const { atFirst, inAll, ever } = await weighThreeWidgets();
    console.log(`three widgets: ${bytes(atFirst)} at first, ${bytes(inAll)} in all, ${bytes(ever)} ever`);
    expect(atFirst).toBeLessThanOrEqual(WEIGHT_CEILING);
    expect(inAll).toBeLessThanOrEqual(THREE_WIDGETS_CEILINGS.inAll);
    expect(ever).toBeLessThanOrEqual(THREE_WIDGETS_CEILINGS.ever);
  });

  it('has one script before its first picture: a second one would be asked for only once the first is here', async () => {
    expect((await weighThreeWidgets()).first).toBe(1);
  });
});

describe('a page with all widgets, store and relay adapter', () => {
  it(`weighs at most ${bytes(ALL_WIDGETS_CEILING)}, brotli, without what it loads on demand`, async () => {
    const { atFirst, onDemand } = await weighWidgets('all');
    const later = onDemand.map(({ name, brotli }) => `${name} ${bytes(brotli)}`).join(', ');
    console.log(`all: ${bytes(atFirst)} (goal: ${bytes(ALL_WIDGETS_GOAL)}); on demand: ${later}`);
    expect(atFirst).toBeLessThanOrEqual(ALL_WIDGETS_CEILING);
  });
});

describe('a page with one widget, store and relay adapter', () => {
  it('has a ceiling for each', () => {
    expect(Object.keys(WIDGET_CEILINGS).sort()).toEqual(WIDGETS.sort());
  });

  it.each(WIDGETS)('weighs no more than it may: %s', async (name) => {
    const { atFirst } = await weighWidgets([name]);
    console.log(`${name}: ${bytes(atFirst)}`);
    expect(atFirst).toBeLessThanOrEqual(WIDGET_CEILINGS[name] ?? 0);
  });
});
