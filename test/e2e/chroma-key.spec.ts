import { expect, type Page } from '@playwright/test';
import { readPng, type Picture } from '../visual/read-png.js';
import { OverlayPage } from './overlay-page.js';
import { test } from './stall.js';

/** The colours that are keyed out. */
const KEYS = { green: [0, 177, 64], magenta: [255, 0, 255] } as const;
/** How far from what is drawn whole an edge may still be soft, px. */
const EDGE_PX = 2;

test.use({ viewport: { width: 540, height: 960 } });

/** A picture of the page as it stands; through its background one sees where nothing is drawn. */
async function shoot(page: Page, link: string): Promise<Picture> {
  const overlay = new OverlayPage(page);
  await overlay.open(link);
  await overlay.showsLeft(186);
  const take = () => page.screenshot({ omitBackground: true, animations: 'disabled' });
  let last = await take();
  await expect
    .poll(async () => {
      const before = last;
      last = await take();
      return last.equals(before);
    })
    .toBe(true);
  return readPng(last);
}

for (const [name, key] of Object.entries(KEYS))
  test(`${name} is exact where nothing is drawn, and edges are no softer than their antialiasing`, async ({
    page,
    stall,
  }) => {
    const keyed = await shoot(page, stall.overlay({ bg: name, widgets: 'card,counter' }));
    const clear = await shoot(page, stall.overlay({ widgets: 'card,counter' }));
    const { width, height, channels } = keyed;
    expect([clear.width, clear.height, clear.channels]).toEqual([width, height, 4]);
    const isKey = (at: number): boolean =>
      key.every((value, channel) => keyed.pixels[at * channels + channel] === value);
    const alpha = (x: number, y: number): number =>
      x < 0 || y < 0 || x >= width || y >= height ? 0 : (clear.pixels[(y * width + x) * 4 + 3] ?? 0);
    const near = (x: number, y: number): boolean => {
      for (let dy = -EDGE_PX; dy <= EDGE_PX; dy += 1)
        for (let dx = -EDGE_PX; dx <= EDGE_PX; dx += 1) if (alpha(x + dx, y + dy) === 255) return true;
      return false;
    };

    const found = { empty: 0, notKey: 0, keyInside: 0, softFarOff: 0 };
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const at = y * width + x;
        if (alpha(x, y) === 0) {
          found.empty += 1;
          if (!isKey(at)) found.notKey += 1;
        } else if (alpha(x, y) === 255) {
          if (isKey(at)) found.keyInside += 1;
        } else if (!isKey(at) && !near(x, y)) found.softFarOff += 1;
      }
    }
    expect(found.empty).toBeGreaterThan(width * height * 0.3);
    expect(found).toMatchObject({ notKey: 0, keyInside: 0, softFarOff: 0 });
  });
