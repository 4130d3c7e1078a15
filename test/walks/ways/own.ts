import { expect, type Page } from '@playwright/test';
import { followStudioLink } from './open-studio.js';
import { openAsObs } from './open-as-obs.js';
import type { Way } from './way.js';

/** What a host has in a spreadsheet, as it comes out of it when it is copied. */
const TABLE = {
  'zh-CN': '商品\t价格\t库存\t链接号\n黄桃 5斤装\t36.8\t40\t1\n酥梨 8斤装\t29.9\t25\t2\n',
  en: 'Name\tPrice\tStock\tLink\nYellow peaches, 2.5 kg\t36.8\t40\t1\nPears, 4 kg\t29.9\t25\t2\n',
} as const;

/** The example makes room for the host's own goods, pasted from a spreadsheet. */
export const own: Way = {
  id: 'own',
  title: { 'zh-CN': '换成自己的货', en: 'Your own goods' },
  async go({ walk, start }) {
    const started = await start();
    const obs = await openAsObs(walk, started.links.overlay);
    const card = obs.locator('stall-product-card').first();
    const studio = await followStudioLink(walk, started, { isKnown: true });
    const wizard = studio.locator('studio-data-wizard');
    await walk.step({
      say: {
        'zh-CN': '在 Excel、WPS 或飞书里选好商品、价格、库存这几列，连标题一起，按 Ctrl+C。',
        en: 'In Excel, WPS or Feishu select the columns with name, price and stock, the headings too, and press Ctrl+C.',
      },
      // From one corner to the other.
      elsewhere: { in: 'spreadsheet', presses: 2, keys: 2 },
      then: () => studio.evaluate((text) => navigator.clipboard.writeText(text), TABLE[walk.language]),
    });
    await walk.step({
      say: { 'zh-CN': '在工作室里点 {key}。', en: 'In the studio press {key}.' },
      key: wizard.locator('button[data-door=type-in]'),
      then: () => wizard.locator('studio-type-in table input').first().waitFor(),
    });
    const sheet = wizard.locator('studio-type-in');
    await walk.step({
      say: {
        'zh-CN': '点第一个格子，按 Ctrl+V。马上看到：{seen}',
        en: 'Press the first field, then Ctrl+V. At once you see: {seen}',
      },
      key: sheet.locator('table input').first(),
      deed: 'paste',
      then: () => sheet.locator('studio-copy-panel button.send').waitFor(),
      see: sheet.locator('studio-table-report .summary'),
    });
    await walk.step({
      say: {
        'zh-CN': '对了，就点 {key}。演示商品一起收走，画面上不再有“演示”两个字。',
        en: 'If it is right, press {key}. The made-up goods leave with it, and so does DEMO.',
      },
      key: sheet.locator('studio-copy-panel button.send'),
      pictures: [{ alt: { 'zh-CN': '工作室：粘贴的表格', en: 'The studio: a table that was pasted' } }],
      then: () => sheet.locator('studio-copy-panel .said.done').waitFor(),
    });
    await walk.step({
      say: { 'zh-CN': '关上：点右上角的 {key}。', en: 'Close it: press {key} at the top right.' },
      key: wizard.locator('studio-wizard-sheet button.close'),
    });
    const opened = studio.context().waitForEvent('page');
    let deck: Page | undefined;
    await walk.step({
      say: { 'zh-CN': '点 {key}。', en: 'Press {key}.' },
      key: studio.locator('studio-steps a.go'),
      then: async () => {
        deck = await opened;
        await deck.locator('deck-product-row').first().waitFor();
      },
    });
    const row = deck?.locator('deck-product-row').first();
    if (!row) throw new Error('The deck did not open.');
    await walk.step({
      say: {
        'zh-CN': '在控台里点要讲的商品右边的 {key}：画面上就是自己的货了。',
        en: 'In the deck press {key} beside the product to speak of: your own goods are on the picture.',
      },
      key: row.locator('button.feature'),
      among: row,
      then: () => expect(card).toContainText(walk.language === 'en' ? 'Yellow peaches' : '黄桃'),
    });
    await expect(card.locator('.mark.demo')).toHaveCount(0);
  },
};
