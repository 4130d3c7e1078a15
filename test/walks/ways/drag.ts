import { expect } from '@playwright/test';
import { dropOnObs, openAsObs, putCamera } from './open-as-obs.js';
import { openStudio } from './open-studio.js';
import type { Way } from './way.js';

/** The main way: start, look, drag one link into OBS. */
export const drag: Way = {
  id: 'drag',
  title: { 'zh-CN': '从启动到画面', en: 'From the start to the picture' },
  async go(ground) {
    const { walk } = ground;
    const { started, studio } = await openStudio(ground);
    const look = studio.locator('studio-looks button[data-look=orchard]');
    await walk.step({
      say: {
        'zh-CN': '挑一个喜欢的样子，比如 {key}，点一下。右边就是观众看到的画面。',
        en: 'Choose a look, for example {key}. Beside it you see what viewers will see.',
      },
      key: look,
      shownAt: look.locator('> .said'),
      among: studio.locator('studio-looks .cards'),
      pictures: [{ alt: { 'zh-CN': '工作室：选一个样子', en: 'The studio: choose a look' } }],
      then: () => studio.frameLocator('iframe').locator('stall-goal').first().waitFor(),
    });
    const tag = studio.locator('studio-steps a[draggable=true]').first();
    let obs: Awaited<ReturnType<typeof openAsObs>> | undefined;
    await walk.step({
      say: {
        'zh-CN': '把 OBS 的窗口放在浏览器旁边。按住 {key} 的牌子，拖到 OBS 窗口里松手；OBS 问要不要添加，点 **是**。',
        en: 'Put OBS’s window beside the browser. Hold the tag {key}, drag it onto OBS and let go; when OBS asks, press **Yes**.',
      },
      key: tag,
      shownAt: tag.locator('b'),
      deed: 'drag',
      elsewhere: { in: 'OBS', presses: 1 },
      pictures: [
        { alt: { 'zh-CN': '工作室：圈出来的牌子拖进 OBS', en: 'The studio: the tag in the ring goes into OBS' } },
      ],
      then: async () => {
        const { name, width, height, url } = dropOnObs(walk.dragged());
        expect({ name, width, height }).toEqual({ name: 'Stallcast orchard', width: 1080, height: 1920 });
        obs = await openAsObs(walk, url);
      },
    });
    if (!obs) throw new Error('Nothing was dropped.');
    await putCamera(obs, new URL(started.links.studio).origin);
    const card = obs.locator('stall-product-card').first();
    await walk.step({
      say: {
        'zh-CN':
          '好了：商品、价格、库存都在画面上，背景透明，摄像头画面会露出来。画面上的 {seen} 两个字，是因为货还是演示的。',
        en: 'That is all: product, price and stock are on the picture, and your camera shows through. {seen} is there because the goods are made up.',
      },
      see: card.locator('.mark.demo'),
      pictures: [
        {
          of: obs,
          isAfter: true,
          alt: { 'zh-CN': 'OBS 里的画面', en: 'The picture in OBS' },
          words: card,
          size: 'phone',
        },
      ],
    });
    await expect(card).toBeVisible();
  },
};
