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
        await page.evaluate((wanted) => window.one.show(wanted), { tag, state, language });
        let part = '';
        const read = async () => {
          const tree = await page.locator('stall-room').ariaSnapshot();
          return (part = `# ${state}, ${language}\n${tree || '(nothing)'}\n`);
        };
        // A count that goes on, and what is loaded when it is used, take their time.
        if (isWriting) await page.waitForTimeout(SETTLING_MS).then(read);
        else await expect.soft.poll(async () => isAccepted(await read()), `${tag} ${state} ${language}`).toBe(true);
        parts.push(part);
      }
    }
    if (isWriting) writeFileSync(path, parts.join('\n'));
    else expect.soft(parts.join('\n'), tag).toBe(accepted);
  }
});
