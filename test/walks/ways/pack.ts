import { expect } from '@playwright/test';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LOCAL_PACK_ZIP } from '../../e2e/page-server.js';
import { unpack } from '../../e2e/unpack.js';
import type { Way } from './way.js';

/** Without Node and without a network: the pack, as it comes out of its zip. */
export const pack: Way = {
  id: 'pack',
  title: { 'zh-CN': '没有网、不装 Node：本地包', en: 'No network, no Node: the local pack' },
  lead: {
    'zh-CN': '从拿到压缩包算起。里面的“读我”也是这几步，有图。',
    en: 'From the zip on. The guide in it has the same steps, with pictures.',
  },
  async go({ walk, folder, carried }) {
    const home = join(folder, 'unpacked');
    mkdirSync(home);
    await unpackAndShow(walk, home, carried.zip ?? LOCAL_PACK_ZIP);
  },
};

async function unpackAndShow(walk: Parameters<Way['go']>[0]['walk'], home: string, zip: string): Promise<void> {
  let folder = home;
  await walk.step({
    say: {
      'zh-CN': '右键压缩包，点 {path}。放好以后不要再挪。',
      en: 'Right-click the zip, press {path}. Leave the folder where it is.',
    },
    elsewhere: { in: 'files', presses: 1, path: { 'zh-CN': ['全部解压缩', '提取'], en: ['Extract All', 'Extract'] } },
    then: async () => {
      unpack(zip, home);
      folder = join(home, readdirSync(home)[0] ?? '');
    },
  });
  const at = (name: string): string => pathToFileURL(join(folder, name)).href;
  const laptop = await walk.open();
  await laptop.setOffline(true);
  const foreign: string[] = [];
  laptop.on('request', (request) => /^(?:file|data|blob):/.test(request.url()) || foreign.push(request.url()));
  const guideName = readdirSync(folder).find((name) => name.endsWith('.html') && name.includes('START')) ?? '';
  const guide = await laptop.newPage();
  await walk.step({
    say: { 'zh-CN': '打开新文件夹里的 **{file}**。', en: 'In the new folder open **{file}**.' },
    words: { file: guideName },
    elsewhere: { in: 'files', presses: 2 },
    then: () => guide.goto(at(guideName)),
  });
  if (walk.language === 'en')
    await walk.step({
      say: { 'zh-CN': '', en: 'It is in Chinese: press {key}.' },
      key: guide.locator('button[data-say=en]'),
      then: () => expect(guide.locator('html')).toHaveAttribute('lang', 'en'),
    });
  // OBS's windows and sources share a browser; a page of the laptop's browser stands for both.
  const deck = await laptop.newPage();
  await walk.step({
    say: {
      'zh-CN': '在 OBS 里：{path}，选新文件夹里的 **stallcast.lua**，点 **打开**。画面放好了，控台的窗口也开了。',
      en: 'In OBS: {path}, choose **stallcast.lua** in the new folder, press **Open**. The picture is in OBS, and the deck opens in a window.',
    },
    elsewhere: {
      in: 'OBS',
      path: { 'zh-CN': ['工具', '脚本', '＋'], en: ['Tools', 'Scripts', '＋'] },
      // The file, and “Open”.
      presses: 2,
    },
    then: async () => {
      await deck.setViewportSize({ width: 420, height: 760 });
      await deck.goto(at('deck.html'));
      await deck.locator('deck-empty-stall button').first().waitFor();
    },
  });
  const picture = await laptop.newPage();
  await picture.setViewportSize({ width: 1080, height: 1920 });
  await picture.goto(at('overlay.html'));
  await walk.step({
    say: {
      'zh-CN': '练手就点 {key}，画面上马上有商品。自己卖，先照“读我”第 3 步把控台固定在 OBS 里，那里能打汉字。',
      en: 'To practise press {key}: goods are on the picture at once. To sell your own, go on with step 3 of the guide, which keeps the deck in OBS.',
    },
    key: deck.locator('deck-empty-stall button:not(.primary)'),
    then: () => picture.locator('stall-product-card .board').first().waitFor(),
  });
  expect(foreign).toEqual([]);
}
