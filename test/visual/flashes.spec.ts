/** Nothing flashes above three times a second (WCAG 2.3.1), measured on frames: the page's clock stands and is moved frame by frame. */
import { expect, test, type Page } from '@playwright/test';
import type { OneWidget } from '../../packages/elements/gallery/one.js';
import { measureFlashes, type Flashes } from './flash-meter.js';
import { openGallery, type Gallery } from './gallery-page.js';

const FPS = 25;
const SECONDS = 2;
const FRAME_MS = 1000 / FPS;

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.stop());
test.use({ trace: 'off', viewport: { width: 1080, height: 480 }, deviceScaleFactor: 0.25 });

type Act = (frame: number, one: OneWidget) => void;

/** Draws the frames of a widget of which `act` says what happens before each, and measures them. */
async function film(page: Page, wanted: Parameters<OneWidget['show']>[0], act: Act): Promise<Flashes> {
  await page.clock.install({ time: new Date('2026-07-01T11:42:00.000Z') });
  await page.goto(gallery.address.replace('index.html', 'one.html'), { waitUntil: 'networkidle' });
  await page.evaluate((wanted) => window.one.show(wanted), wanted);
  await page.clock.pauseAt(new Date('2026-07-01T12:42:00.000Z'));
  await page.evaluate(`window.act = ${act.toString()}; window.one.drive();`);
  const session = await page.context().newCDPSession(page);
  const pngs: Buffer[] = [];
  for (let frame = 0; frame < SECONDS * FPS; frame++) {
    await page.evaluate((frame) => (window as unknown as { act: Act }).act(frame, window.one), frame);
    await page.clock.runFor(FRAME_MS);
    await page.evaluate((ms) => {
      window.one.pass(ms);
      window.one.draw();
    }, FRAME_MS);
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
    pngs.push(Buffer.from(data, 'base64'));
  }
  return measureFlashes(pngs, FPS);
}

test('the meter finds what flashes five times a second', async ({ page }) => {
  const flashes = await film(page, { tag: 'stall-announcement', state: 'shown' }, (frame) => {
    const isLight = Math.floor((frame * 40) / 100) % 2 === 0;
    document.body.style.background = isLight ? '#fff' : '#333';
  });
  expect(flashes.field).toBeGreaterThanOrEqual(4);
  expect(flashes.cell).toBeLessThanOrEqual(5);
});

const SCENES: readonly [name: string, wanted: Parameters<OneWidget['show']>[0], act: Act][] = [
  [
    'a surge of 1,000 orders a second',
    { tag: 'stall-order-ticker', state: 'quiet', look: 'toast' },
    (_, one) => one.orders(40),
  ],
  ['the same, in rows', { tag: 'stall-order-ticker', state: 'quiet', look: 'ticker' }, (_, one) => one.orders(40)],
  ['the last ten seconds of a countdown', { tag: 'stall-countdown', state: 'last-ten' }, () => {}],
  [
    'what sells out, comes back and sells out',
    { tag: 'stall-product-card', state: 'low' },
    (frame, one) => {
      if (frame === 5 || frame === 35) one.stock(0);
      if (frame === 20) one.stock(12);
    },
  ],
  [
    'announcements one after the other',
    { tag: 'stall-announcement', state: 'ended' },
    (frame, one) => {
      if (frame % 15 === 5) one.announce(`今晚八点加场 ${frame}`);
    },
  ],
];

for (const [name, wanted, act] of SCENES) {
  test(`${name} has three flashes in a second at most`, async ({ page }, { annotations }) => {
    const flashes = await film(page, wanted, act);
    annotations.push({ type: 'flashes', description: JSON.stringify(flashes) });
    if (process.env['STALLCAST_FLASHES']) console.log(name, flashes);
    expect(flashes.field).toBeLessThanOrEqual(3);
  });
}
