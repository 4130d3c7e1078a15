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
  await walk.step({
    say: {
      'zh-CN':
        '在 OBS 的来源下面点 {path}，勾选 **本地文件**，选 **overlay.html**，宽填 1080，高填 1920，点 **确定**。',
      en: 'In OBS, under Sources, press {path}; tick **Local file**, choose **overlay.html**, width 1080, height 1920, press **OK**.',
    },
    elsewhere: {
      in: 'OBS',
      path: { 'zh-CN': ['＋', '浏览器'], en: ['＋', 'Browser'] },
      // OK to its name, the tick, Browse, the file, Open, two fields, OK.
      presses: 8,
      // Each size over the old one.
      keys: 2 * (2 + 4),
    },
  });
  await walk.step({
    say: { 'zh-CN': '回到“读我”，点 {key}。', en: 'Back in the guide press {key}.' },
    key: guide.locator('button[data-copy]'),
    then: async () =>
      expect(await guide.evaluate(() => navigator.clipboard.readText())).toMatch(/^http:\/\/absolute\/.*deck\.html$/),
  });
  // OBS's docks and sources share a browser; a page of the laptop's browser stands for both.
  const dock = await laptop.newPage();
  await walk.step({
    say: {
      'zh-CN': '在 OBS 里：{path}，名称写“控台”，网址粘贴上去，点 **应用**。',
      en: 'In OBS: {path}; name it “Deck”, paste the address, press **Apply**.',
    },
    elsewhere: {
      in: 'OBS',
      path: {
        'zh-CN': ['停靠窗口', '自定义浏览器停靠窗口'],
        en: ['Docks', 'Custom Browser Docks'],
      },
      presses: 3,
      keys: 4 + 2,
    },
    then: async () => {
      await dock.setViewportSize({ width: 420, height: 760 });
      await dock.goto(at('deck.html'));
      await dock.locator('deck-empty-stall button').first().waitFor();
    },
  });
  const picture = await laptop.newPage();
  await picture.setViewportSize({ width: 1080, height: 1920 });
  await picture.goto(at('overlay.html'));
  await walk.step({
    say: {
      'zh-CN': '练手就点 {key}，画面上马上有商品。自己卖，就点它上面那个，填自己的货。',
      en: 'To practise press {key}: goods are on the picture at once. To sell, press the one above it and add your own.',
    },
    key: dock.locator('deck-empty-stall button:not(.primary)'),
    then: () => picture.locator('stall-product-card .board').first().waitFor(),
  });
  expect(foreign).toEqual([]);
}
