import { expect, type Page } from '@playwright/test';
import type { Started } from '../npm-start.js';
import { quoteGreeting } from '../npm-start.js';
import type { Walk } from '../walk.js';
import type { Ground } from './way.js';

/** From an empty terminal to the studio, in the host's language: the beginning of several ways. */
export async function openStudio({ walk, start }: Ground): Promise<{ started: Started; studio: Page }> {
  let started: Started | undefined;
  await walk.step({
    say: {
      'zh-CN': '在项目的文件夹里打开终端，输入 `npm start`，按回车。第一次要等一会儿，看到三条链接就好了。',
      en: 'Open a terminal in the project’s folder, type `npm start` and press Enter. The first time takes a while; then three links are there.',
    },
    elsewhere: { in: 'terminal', types: 'npm start' },
    then: async () => (started = await start()),
  });
  if (!started) throw new Error('Stallcast was not started.');
  walk.block(quoteGreeting(started.printed));
  return { started, studio: await followStudioLink(walk, started) };
}

export interface FollowOptions {
  /** The host was there before. @default false */
  isKnown?: boolean;
  /** Pictures are taken of it, for which all of it has to be there. @default true */
  isPictured?: boolean;
}

/** The studio's link of the terminal. A page is Chinese until English is asked for; who was there before, has asked already. */
export async function followStudioLink(
  walk: Walk,
  { links }: Started,
  { isKnown = false, isPictured = true }: FollowOptions = {},
): Promise<Page> {
  const context = await walk.open();
  if (isKnown)
    await context.addInitScript((language) => localStorage.setItem('stallcast.language', language), walk.language);
  const studio = await context.newPage();
  await walk.step({
    say: isKnown
      ? {
          'zh-CN': '打开工作室：终端里“工作室 Studio”下面的链接。',
          en: 'Open the studio: the link under “工作室 Studio” in the terminal.',
        }
      : {
          'zh-CN': '按住 Ctrl，点“工作室 Studio”下面的链接。浏览器打开工作室。',
          en: 'Hold Ctrl and press the link under “工作室 Studio”. The browser opens the studio.',
        },
    elsewhere: { in: 'terminal', presses: 1, keys: 1 },
    then: async () => {
      await studio.goto(links.studio);
      await (isPictured ? isShown(studio) : studio.locator('studio-steps a[draggable=true]').first().waitFor());
    },
  });
  if (walk.language === 'en' && !isKnown) {
    await walk.step({
      say: { 'zh-CN': '', en: 'The page is in Chinese: press {key} at the top right. It is remembered.' },
      key: studio.locator('studio-app header button').last(),
      then: async () => {
        await expect(studio.locator('html')).toHaveAttribute('lang', 'en');
        await isShown(studio);
      },
    });
  }
  return studio;
}

/** Waits until the looks and the preview have been drawn. */
async function isShown(studio: Page): Promise<void> {
  await studio.locator('studio-steps a[draggable=true]').first().waitFor();
  await studio.locator('studio-looks button[data-look=tickets] stall-scene').first().waitFor();
  await studio.frameLocator('iframe').locator('stall-product-card .board').first().waitFor();
}
