/** A frame for a state and a time can be made again: sought there twice, it is the same to the byte. */
import { expect, test, type Page } from '@playwright/test';
import { openGallery, type Gallery } from './gallery-page.js';

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.stop());
test.use({ trace: 'off', viewport: { width: 1080, height: 480 }, deviceScaleFactor: 0.5 });

const TIMES = [0, 60, 125, 187, 250, 5000];

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
    expect(pair[0]?.equals(pair[1] ?? Buffer.alloc(0)), `${ms} ms, twice`).toBe(true);
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
    expect(shots[index]?.equals(again[index] ?? Buffer.alloc(0)), `${ms} ms, made anew`).toBe(true);
  });
  const different = new Set(shots.map((shot) => shot.toString('base64')));
  expect(different.size, 'the frames of the motion differ').toBe(TIMES.length - 1);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  const [still] = await film(page, address);
  expect(shots.at(-1)?.equals(still ?? Buffer.alloc(0)), 'past the end').toBe(true);
});
