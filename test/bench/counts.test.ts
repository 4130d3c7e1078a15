/*
 * Budgets by counts that no machine changes: bytes, frames, nodes, listeners, layouts, allocations. `pnpm bench` counts all states
 * in all themes, and for longer.
 */
import { describe, expect, it } from 'vitest';
import { COST_CEILINGS, WEIGHT_CEILING } from './bounds.js';
import { buildPage } from './build-page.js';
import { countChangeCosts } from './change-costs.js';
import { countDamagedFrames, IDLE_FRAMES } from './damaged-frames.js';
import { findFrameBrowsers, NO_FRAME_BROWSER } from './frame-browsers.js';
import { countAtRest } from './rest.js';
import { countSurgeFrames } from './surge-frames.js';
import { weigh } from './weigh.js';

const browsers = await findFrameBrowsers();
/** One of them is enough for what the engine does not change, and only the newer ones tell all that is allocated. */
const newest = browsers.slice(-1);
const pages = { widgets: await buildPage('widgets'), script: await buildPage('script') };
const PATIENCE = { timeout: 120_000 };

describe('the three widgets with store and relay adapter', () => {
  it(`weigh at most ${WEIGHT_CEILING} bytes, brotli`, () => {
    const code = pages.widgets.scripts.map((script) => script.code).join('\n');
    expect(weigh(code).brotli).toBeLessThanOrEqual(WEIGHT_CEILING);
  });

  it('are built for production', () => {
    const code = pages.widgets.scripts.map((script) => script.code).join('\n');
    expect(['Lit is in dev mode', 'process.env', 'vite:preloadError'].filter((words) => code.includes(words))).toEqual(
      [],
    );
  });

  it.concurrent.each(browsers)(
    `paint none of ${IDLE_FRAMES} frames while nothing changes, and some on a sale: $name`,
    PATIENCE,
    async (browser) => {
      const { idle, onChange } = await countDamagedFrames(browser, pages, 'widgets');
      expect(idle).toBe(0);
      expect(onChange).toBeGreaterThan(0);
    },
  );

  it.concurrent.each(browsers)(
    'paint a frame for each of the boxes that are sold in a surge, and ask for one layout in it: $name',
    PATIENCE,
    async (browser) => {
      const { sold, damaged, layouts, styles, shown, figure } = await countSurgeFrames(browser, pages, 'widgets');
      expect(shown).toBe(figure);
      expect(damaged).toBeGreaterThan(0);
      // Of the ticker's own there are its count, five times a second, and a row that comes in now and then.
      const most = sold * 1.5;
      expect({ damaged, layouts, styles }).toSatisfy(() => Math.max(damaged, layouts, styles) <= most);
    },
  );

  it.concurrent.each(newest)('hold and do for a change no more than they may: $name', PATIENCE, async (browser) => {
    const costs = await countChangeCosts(browser);
    console.log(costs);
    const over = Object.entries(costs).filter(([what, count]) => count > COST_CEILINGS[what as keyof typeof costs]);
    expect(Object.fromEntries(over)).toEqual({});
  });

  it.skipIf(browsers.length > 0)(NO_FRAME_BROWSER, () => {});
});

describe('all widgets, every fifth of their states, in one theme', () => {
  it.concurrent.each(newest)('paint nothing at rest, and something on a change: $name', PATIENCE, async (browser) => {
    const plan = { themes: ['orchard'], every: 5, frames: 30, countdownFrames: 0 };
    const [count] = await countAtRest(browser, plan);
    expect(count).toMatchObject({ damaged: 0, guilty: [] });
    expect(count?.states).toBeGreaterThan(100);
    expect(count?.onChange).toBeGreaterThan(0);
  });
});
