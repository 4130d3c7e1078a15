import { expect } from '@playwright/test';
import { openObsBeside, OBS_PASSWORD } from '../obs-beside.js';
import { followStudioLink } from './open-studio.js';
import { openAsObs } from './open-as-obs.js';
import type { Way } from './way.js';

/** "Add to OBS": the studio makes the source over obs-websocket. */
export const obsWebsocket: Way = {
  id: 'add-to-obs',
  title: { 'zh-CN': '一键加到 OBS', en: 'Add to OBS at one press' },
  async go({ walk, start }) {
    // One language with OBS itself, the other with what speaks as it does: both have to lead to the same page.
    const [started, obs] = await Promise.all([start(), openObsBeside(walk.language === 'zh-CN')]);
    try {
      const studio = await followStudioLink(walk, started, { isKnown: true, isPictured: false });
      const form = studio.locator('studio-add-to-obs');
      await walk.step({
        say: { 'zh-CN': '点开 {key}。', en: 'Open {key}.' },
        key: form.locator('summary'),
        then: () => form.locator('input[name=password]').waitFor(),
      });
      await walk.step({
        say: {
          'zh-CN': '在 OBS 里：{path}，勾选 **开启 WebSocket 服务器**，点 **显示连接信息**，再点密码右边的 **复制**。',
          en: 'In OBS: {path}; tick **Enable WebSocket server**, press **Show Connect Info**, then **Copy** beside the password.',
        },
        elsewhere: {
          in: 'OBS',
          path: {
            'zh-CN': ['工具', 'WebSocket 服务器设置'],
            en: ['Tools', 'WebSocket Server Settings'],
          },
          presses: 3,
        },
      });
      // A host's OBS listens where the form says; this one beside other tests does not.
      await form
        .locator('input[name=address]')
        .evaluate((field, address) => ((field as HTMLInputElement).value = address), obs.address);
      await studio.evaluate((password) => navigator.clipboard.writeText(password), OBS_PASSWORD);
      await walk.step({
        say: { 'zh-CN': '粘贴到 {key} 里。', en: 'Paste it into {key}.' },
        key: form.locator('input[name=password]'),
        deed: 'paste',
      });
      await walk.step({
        say: { 'zh-CN': '点 {key}。页面回答：{seen}', en: 'Press {key}. The page answers: {seen}' },
        key: form.locator('.keys button').first(),
        then: () => form.locator('.said.done').waitFor({ timeout: 30_000 }),
        see: form.locator('.said.done'),
      });
      const [source] = await obs.sources();
      expect(source).toMatchObject({ inputName: 'Stallcast orchard', inputSettings: { width: 1080, height: 1920 } });
      await openAsObs(walk, String(source?.inputSettings['url']));
    } finally {
      await obs.close();
    }
  },
};
