import { describe, expect, it } from 'vitest';
import { WEIGHT_CEILING } from './bounds.js';
import { buildPage } from './build-page.js';
import { countDamagedFrames, IDLE_FRAMES } from './damaged-frames.js';
import { findFrameBrowsers, NO_FRAME_BROWSER } from './frame-browsers.js';
import { countSurgeFrames } from './surge-frames.js';
import { weigh } from './weigh.js';

const browsers = await findFrameBrowsers();
const pages = { widgets: await buildPage('widgets'), script: await buildPage('script') };

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
    { timeout: 60_000 },
    async (browser) => {
      const { idle, onChange } = await countDamagedFrames(browser, pages, 'widgets');
      expect(idle).toBe(0);
      expect(onChange).toBeGreaterThan(0);
    },
  );

  it.concurrent.each(browsers)(
    'paint a frame for each of the boxes that are sold in a surge, and ask for one layout in it: $name',
    { timeout: 60_000 },
    async (browser) => {
      const { sold, damaged, layouts, styles, shown, figure } = await countSurgeFrames(browser, pages, 'widgets');
      expect(shown).toBe(figure);
      expect(damaged).toBeGreaterThan(0);
      // Of the ticker's own there are its count, five times a second, and a row that comes in now and then.
      const most = sold * 1.5;
      expect({ damaged, layouts, styles }).toSatisfy(() => Math.max(damaged, layouts, styles) <= most);
    },
  );

  it.skipIf(browsers.length > 0)(NO_FRAME_BROWSER, () => {});
});
