/** A new host chooses a look, and composes a scene: from a starting one, by mouse and by keyboard, in a colour of its own, and sees it on air. */
import { expect, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { test } from './stall.js';

const CLI = fileURLToPath(new URL('../../packages/relay/dist/cli.js', import.meta.url));

interface SceneFile {
  title: string;
  tokens: Record<string, string>;
  items: { id: string; tag: string; x: number; y: number; width: number }[];
}

test.use({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return file.path();
}

test('a starting scene is moved, tuned, exported, imported, and shown by its link', async ({ page, stall }, {
  project,
}) => {
  test.skip(project.name !== 'chromium', 'the studio is for the host’s own browser');
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));

  await page.goto(stall.studio());
  // A look by two presses: what is seen and every tag bring it.
  const tags = page.locator('.ticket a');
  await page.locator('[data-look=county]').click();
  await page.locator('[data-theme=paper]').click();
  await expect(tags.first()).toHaveAttribute('href', /scene=county&theme=paper&layer-name/);
  const preview = page.frameLocator('studio-preview iframe');
  await expect(preview.locator('stall-scene stall-goal')).toBeVisible();
  await expect(preview.locator('html')).toHaveAttribute('data-stall-theme', 'paper');

  // The composer begins with it.
  await page.getByRole('button', { name: '自己排画面' }).click();
  const frame = page.locator('button[data-item=goal]');
  await frame.waitFor();
  const place = async () => {
    const box = await frame.boundingBox();
    if (!box) throw new Error('The goal has no frame.');
    return box;
  };

  // By mouse, and back again. A hover waits until the frame stays where it is.
  await expect(page.locator('studio-composer h1')).toHaveText('全县目标');
  await frame.hover();
  const before = await place();
  const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 90, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await place()).y - before.y).toBeGreaterThan(80);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => Math.abs((await place()).y - before.y)).toBeLessThan(1);
  await page.getByRole('button', { name: '重做' }).click();

  // By keyboard: ten to the left, narrower.
  await frame.focus();
  await page.keyboard.press('Control+ArrowLeft');
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowLeft');

  // Another colour for prices, as a file that the linter has nothing against.
  await page.locator('#tab-theme').click();
  await page.locator('#stall-color-value').fill('#0a5cc4');
  const css = await download(page, '导出 CSS 文件');
  expect(await readFile(css, 'utf8')).toContain('--stall-color-value: #0a5cc4;');
  await promisify(execFile)(process.execPath, [CLI, 'lint-theme', css]);

  // Out as a file, and in again after something else was on the bench.
  const path = await download(page, '导出文件');
  const file = JSON.parse(await readFile(path, 'utf8')) as SceneFile;
  const goal = file.items.find(({ id }) => id === 'goal');
  expect(file.tokens).toEqual({ '--stall-color-value': '#0a5cc4' });
  expect(goal?.width).toBeLessThan(736);
  await page.locator('[data-start=blank]').click();
  await expect(frame).toHaveCount(0);
  await page.locator('studio-scenes input[type=file]').setInputFiles(path);
  await frame.waitFor();

  // Every change was kept: a reload opens it again.
  await page.reload();
  await frame.waitFor();
  await page.locator('#tab-use').click();
  const link = await page.locator('a.open').getAttribute('href');

  // In use, the steps' own portrait tag brings it; the landscape one brings what it brought before.
  await page.getByRole('button', { name: '用这个画面' }).click();
  await expect(tags.nth(0)).toHaveAttribute('href', /scene=~p\.[\w-]+&layer-name/);
  await expect(tags.nth(1)).toHaveAttribute('href', /scene=county&theme=paper&layer-name/);
  const code = (address: string | null) => new URL(address ?? '').searchParams.get('scene');
  expect(code(await tags.nth(0).getAttribute('href'))).toBe(code(link));
  await expect(page.locator('[data-look^=own][aria-pressed=true]')).toContainText('全县目标');
  expect(errors).toEqual([]);

  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.goto(link ?? '');
  const shown = page.locator('stall-scene stall-goal');
  await shown.waitFor();
  await expect
    .poll(async () => {
      const box = await shown.boundingBox();
      return [Math.round(box?.x ?? 0), Math.round(box?.y ?? 0), Math.round(box?.width ?? 0)];
    })
    .toEqual([goal?.x, goal?.y, goal?.width]);
  expect(
    await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--stall-color-value')),
  ).toBe('#0a5cc4');
  await expect(shown.locator('.mark').first()).toBeVisible();
});
