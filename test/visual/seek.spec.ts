/**
 * A frame for a state and a time can be made again: sought there twice, it is the same. What is turned or scaled is drawn by a compositor that may round
 * a pixel of an edge otherwise, by a few of its 255 steps, which nobody sees and no theme can tell.
 */
import { expect, test, type Page } from '@playwright/test';
import { openGallery, type Gallery } from './gallery-page.js';
import { readPng } from './read-png.js';

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.stop());
test.use({ trace: 'off', viewport: { width: 1080, height: 480 }, deviceScaleFactor: 0.5 });

const TIMES = [0, 60, 125, 187, 250, 5000];

/** Steps of a channel, of 255, that an edge may differ by. */
const ROUNDING = 12;

/** The largest difference of any channel of any pixel. */
function difference(one: Buffer | undefined, other: Buffer | undefined): number {
  if (!one || !other) return Infinity;
  const [a, b] = [readPng(one).pixels, readPng(other).pixels];
  if (a.length !== b.length) return Infinity;
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? Infinity))), 0);
}

/** Makes the state anew, as another machine would, and takes it at each of the times, twice. */
async function film(page: Page, address: string): Promise<Buffer[]> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(async () => {
    await window.one.show({ tag: 'stall-product-card', state: 'low' });
    window.one.seek(0);
    window.one.stock(0);
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  });
  const shots: Buffer[] = [];
  for (const ms of TIMES) {
    const pair: Buffer[] = [];
    for (let i = 0; i < 2; i++) {
      await page.evaluate((ms) => window.one.seek(ms), ms);
      pair.push(await page.screenshot());
    }
    expect(difference(pair[0], pair[1]), `${ms} ms, twice`).toBeLessThanOrEqual(ROUNDING);
    shots.push(...pair.slice(1));
  }
  return shots;
}

test('a card that sells out looks the same whenever it is made and sought to a time, and at the end as one at rest', async ({
  page,
}) => {
  const address = gallery.address.replace('index.html', 'one.html');
  const shots = await film(page, address);
  const again = await film(page, address);
  TIMES.forEach((ms, index) => {
    expect(difference(shots[index], again[index]), `${ms} ms, made anew`).toBeLessThanOrEqual(ROUNDING);
  });
  // The last two are both past the end.
  const moving = shots.slice(0, -2).map((shot, index) => difference(shot, shots[index + 1]));
  expect(Math.min(...moving), 'the frames of the motion differ').toBeGreaterThan(8 * ROUNDING);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  const [still] = await film(page, address);
  // At rest nothing is turned by a motion: that is the same to the byte.
  expect(shots.at(-1)?.equals(still ?? Buffer.alloc(0)), 'past the end').toBe(true);
});
