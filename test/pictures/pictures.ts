import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { browserLaunch } from '@stallcast/tooling/browser';
import { fileURLToPath } from 'node:url';
import { openStall, wooOrder, type Stall } from '../e2e/stall.js';
import { composeSheet } from './compose-sheet.js';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const PORTRAIT = { width: 1080, height: 1920 };
const LANDSCAPE = { width: 1920, height: 1080 };

/** What a picture of the overlay shows. */
interface Shot {
  size: typeof PORTRAIT;
  featured: readonly string[];
  /** The shop's id of what is sold while the picture is taken, and who buys it. */
  sold: { id: number; qty: number; buyer: [family: string, given: string]; province: string };
}

const SHOTS: readonly Shot[] = [
  { size: PORTRAIT, featured: ['peach'], sold: { id: 93, qty: 2, buyer: ['王', '芳'], province: 'CN11' } },
  { size: LANDSCAPE, featured: ['peach'], sold: { id: 93, qty: 1, buyer: ['陈', '志强'], province: 'CN12' } },
  {
    size: LANDSCAPE,
    featured: ['peach', 'pepper', 'cabbage'],
    sold: { id: 93, qty: 3, buyer: ['李', '秀英'], province: 'CN16' },
  },
];

/** Takes every picture of the documents from the built pages, over a relay with the example stall. */
export async function takePictures(): Promise<void> {
  const stall = await openStall();
  const browser = await chromium.launch(browserLaunch());
  try {
    const overlays: Buffer[] = [];
    for (const shot of SHOTS) overlays.push(await shootOverlay(browser, stall, shot));
    await composeSheet(await browser.newPage(), overlays, `${FOLDER}overlay.jpg`);

    await stall.command({ type: 'feature', productIds: ['peach'] });
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
    await phone.goto(stall.deck());
    await phone.getByRole('button', { name: '讲解中' }).first().waitFor();
    await save(phone, 'deck.jpg');

    const { search, hash } = new URL(stall.deck());
    const studio = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await studio.goto(`${stall.origin}/${search}${hash}`);
    await studio.locator('studio-looks button[data-look=tickets] stall-scene').first().waitFor();
    await studio.frameLocator('iframe').locator('stall-product-card .board').first().waitFor();
    await save(studio, 'studio.jpg');

    await shootMarks(browser, stall);
  } finally {
    await browser.close();
    stall.signal('SIGCONT');
    await stall.stop();
  }
}

async function shootOverlay(browser: Browser, stall: Stall, shot: Shot): Promise<Buffer> {
  await stall.command({ type: 'feature', productIds: shot.featured });
  const page = await openOverlay(browser, stall.overlay(), shot.size);
  await sell(stall, shot.sold);
  await page.locator('stall-order-ticker li.row:not([hidden]) .buyer').first().waitFor();
  await settle(page);
  return page.screenshot();
}

/** The overlay over a drawn orchard, as a video would be behind it in OBS. */
async function openOverlay(browser: Browser, link: string, viewport: typeof PORTRAIT): Promise<Page> {
  const page = await browser.newPage({ viewport, deviceScaleFactor: 0.75 });
  await page.goto(link);
  await page.addStyleTag({ content: ':root { background: url(/pictures/backdrop.svg) 50% 28% / cover fixed }' });
  await card(page).waitFor();
  return page;
}

const card = (page: Page): Locator => page.locator('stall-product-card').first();

let orders = 7000;
async function sell(stall: Stall, { id, qty, buyer: [family, given], province }: Shot['sold']): Promise<void> {
  const now = new Date().toISOString().slice(0, 19);
  const order = wooOrder(++orders, { date_created_gmt: now, date_modified_gmt: now }, qty);
  const address = { first_name: given, last_name: family, state: province, country: 'CN' };
  const lines = [{ id: 1, product_id: id, variation_id: 0, quantity: qty }];
  const answer = await stall.hook('woocommerce', { ...order, billing: address, shipping: address, line_items: lines });
  if (!answer.ok) throw new Error(`The order was refused: ${await answer.text()}`);
}

/** The three marks, each as the card bears it: made-up data, an old figure, a line that is down. */
async function shootMarks(browser: Browser, stall: Stall): Promise<void> {
  const page = await openOverlay(browser, stall.overlay({ widgets: 'card' }), PORTRAIT);
  await settle(page);
  const cards = [await shootCard(page)];
  stall.signal('SIGSTOP');
  for (const mark of ['.age', '.age.offline']) {
    await card(page).locator(mark).first().waitFor({ timeout: 90_000 });
    await settle(page);
    cards.push(await shootCard(page));
  }
  await composeSheet(await browser.newPage(), cards, `${FOLDER}marks.jpg`);
}

async function shootCard(page: Page): Promise<Buffer> {
  const box = await card(page).boundingBox();
  if (!box) throw new Error('The card has no box: is the page hidden?');
  return page.screenshot({ clip: { x: box.x - 20, y: box.y - 76, width: box.width + 40, height: box.height + 96 } });
}

/** Waits until nothing has moved for half a second: one motion may follow another. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let quiet = 0; quiet < 30; quiet += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (document.getAnimations().some(({ playState }) => playState === 'running')) quiet = 0;
    }
  });
}

async function save(page: Page, name: string): Promise<void> {
  await settle(page);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  await page.screenshot({ path: FOLDER + name, type: 'jpeg', quality: 85 });
}
