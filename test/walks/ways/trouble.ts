import { expect } from '@playwright/test';
import { openAsObs } from './open-as-obs.js';
import type { Way } from './way.js';

/** The line drops and comes back; the doctor says what is wrong. */
export const trouble: Way = {
  id: 'trouble',
  title: { 'zh-CN': '出了问题', en: 'Something is wrong' },
  async go({ walk, start }) {
    const started = await start();
    const { overlay: link } = started.links;
    const obs = await openAsObs(walk, link.replace('#', `&lang=${walk.language}#`));
    const card = obs.locator('stall-product-card').first();
    await walk.step({
      say: {
        'zh-CN': '画面上写着 {seen}：有一会儿没有收到消息，数字可能旧了。看看 Stallcast 的终端还开着没有。',
        en: 'The picture says {seen}: nothing was heard for a while, the number may be old. Is Stallcast’s terminal still open?',
      },
      elsewhere: { in: 'OBS' },
      then: () => started.end(),
      see: card.locator('.age'),
    });
    await expect(card).toBeVisible();
    await walk.step({
      say: {
        'zh-CN': '没有了，就再输入 `npm start`，按回车。画面自己恢复，OBS 里什么也不用动。',
        en: 'If not, type `npm start` again and press Enter. The picture heals by itself; nothing is to be done in OBS.',
      },
      elsewhere: { in: 'terminal', types: 'npm start' },
      then: async () => {
        await started.again();
        await expect(card.locator('.age')).toHaveCount(0);
      },
    });
    const doctor = obs.locator('overlay-doctor');
    await walk.step({
      say: {
        'zh-CN':
          '还是不对：在 OBS 里右键来源，点 {path}，按 D 键。画面上出现 {seen}，用大白话说哪里不对；再按一次 D 收起来。',
        en: 'Still wrong: right-click the source in OBS, press {path}, then the key D. {seen} appears and says what is wrong in plain words; D again puts it away.',
      },
      elsewhere: { in: 'OBS', presses: 1, path: { 'zh-CN': ['交互'], en: ['Interact'] }, keys: 2 },
      then: () => obs.keyboard.press('d'),
      see: doctor.locator('h1, h2').first(),
    });
    await obs.keyboard.press('d');
    await expect(doctor).toHaveCount(0);
  },
};
