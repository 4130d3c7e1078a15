/**
 * What a screen reader finds in every widget, in both languages: names and values, in the order in which they are read. The texts in `aria/`
 * are the accepted ones; `STALLCAST_ARIA=write pnpm --filter @stallcast/test exec playwright test --project=chromium visual/aria` writes
 * them anew, to be read before they are committed.
 */
import { expect, test } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGallery, type Gallery } from './gallery-page.js';

const FOLDER = join(import.meta.dirname, 'aria');
const isWriting = process.env['STALLCAST_ARIA'] === 'write';
/** After a surge the count of the ticker stands for three seconds. */
const SETTLING_MS = 1_500;
/** How long a state is looked at, and how often it is shown, before it counts as another than the accepted one. */
const TURN_MS = 7_000;
const TURNS = 3;
const LANGUAGES = ['zh-CN', 'en'];
/** What is read in these is no other than in the rest: they are about places and shapes. */
const ABOUT_LOOKS = /hostile|long|loading/;

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.stop());
test.use({ trace: 'off' });

test('every widget is read as it was accepted, in both languages', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(gallery.address.replace('index.html', 'one.html'), { waitUntil: 'networkidle' });
  const widgets = await page.evaluate(() => window.one.list());
  expect(widgets.length).toBeGreaterThan(15);
  mkdirSync(FOLDER, { recursive: true });

  for (const { tag, states } of widgets) {
    const path = join(FOLDER, `${tag}.txt`);
    expect(isWriting || existsSync(path), `Expected ${path}: write it with STALLCAST_ARIA=write, and read it.`).toBe(
      true,
    );
    const accepted = isWriting ? '' : readFileSync(path, 'utf8');
    // What is only the beginning of what was accepted, with the rest to come, is not it.
    const isAccepted = (part: string) => `${accepted}\n#`.includes(`${part}\n#`);
    const parts: string[] = [];
    for (const state of states.filter((name) => !ABOUT_LOOKS.test(name))) {
      for (const language of LANGUAGES) {
        const show = () => page.evaluate((wanted) => window.one.show(wanted), { tag, state, language });
        let part = '';
        const read = async () => {
          const tree = await page.locator('stall-room').ariaSnapshot();
          return (part = `# ${state}, ${language}\n${tree || '(nothing)'}\n`);
        };
        // A count that goes on, and what is loaded when it is used, take their time.
        if (isWriting) await show().then(() => page.waitForTimeout(SETTLING_MS).then(read));
        // A count that stands for three seconds is played once more where a busy machine was past it before it looked.
        for (let turn = 0, isRead = isWriting; turn < TURNS && !isRead; turn += 1) {
          await show();
          const reading = expect.poll(async () => isAccepted(await read()), { timeout: TURN_MS }).toBe(true);
          isRead = await reading.then(() => true).catch(() => false);
          if (!isRead && turn === TURNS - 1)
            expect.soft(part, `${tag} ${state} ${language}`).toBe('as it was accepted');
        }
        parts.push(part);
      }
    }
    if (isWriting) writeFileSync(path, parts.join('\n'));
    else expect.soft(parts.join('\n'), tag).toBe(accepted);
  }
});
