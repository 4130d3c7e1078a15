import { expect } from '@playwright/test';
import { join } from 'node:path';
import { findObs } from '../../../packages/tooling/bootstrap/obs-studio.mjs';
import { openObs } from '../../obs/open-obs.js';
import { dropOnObs, openAsObs } from './open-as-obs.js';
import { followStudioLink } from './open-studio.js';
import type { Way } from './way.js';

/** The script for OBS: one link makes the source, and hotkeys come with it. */
export const script: Way = {
  id: 'script',
  title: { 'zh-CN': '用 OBS 脚本，带快捷键', en: 'By a script for OBS, with hotkeys' },
  async go({ walk, start, folder }) {
    const studio = await followStudioLink(walk, await start(), { isKnown: true, isPictured: false });
    const form = studio.locator('studio-add-to-obs');
    await walk.step({
      say: { 'zh-CN': '点开 {key}。', en: 'Open {key}.' },
      key: form.locator('summary'),
      then: () => form.locator('a[download]').waitFor(),
    });
    const downloads = studio.waitForEvent('download');
    const file = join(folder, 'stallcast.lua');
    await walk.step({
      say: { 'zh-CN': '点 {key}。', en: 'Press {key}.' },
      key: form.locator('a[download]'),
      then: async () => (await downloads).saveAs(file),
    });
    expect((await downloads).suggestedFilename()).toBe('stallcast.lua');
    const tag = studio.locator('studio-steps .ticket').first();
    await walk.step({
      say: { 'zh-CN': '点竖屏牌子旁边的 {key}。', en: 'Press {key} beside the portrait tag.' },
      key: tag.locator('button.copy'),
      among: tag,
    });
    const link = await studio.evaluate(() => navigator.clipboard.readText());
    await walk.step({
      say: {
        'zh-CN':
          '在 OBS 里：{path}，选刚下载的文件，把链接粘贴到第一格。画面就加好了；快捷键在 **设置** → **快捷键** 里选。',
        en: 'In OBS: {path}, choose the file, and paste the link into the first field. The source is there; choose keys under **Settings** → **Hotkeys**.',
      },
      elsewhere: {
        in: 'OBS',
        path: { 'zh-CN': ['工具', '脚本', '＋'], en: ['Tools', 'Scripts', '＋'] },
        // The file, “Open”, and the field.
        presses: 3,
        keys: 2,
      },
      then: async () => (walk.language === 'zh-CN' && findObs() ? inRealObs(file, link) : undefined),
    });
    await openAsObs(walk, dropOnObs(link).url);
  },
};

/** What was downloaded, in a real OBS with what was copied. */
async function inRealObs(path: string, overlay: string): Promise<void> {
  const real = await openObs({ scripts: [{ path, settings: { overlay } }] });
  try {
    await expect
      .poll(async () => {
        const { inputs } = await real.obs.call('GetInputList');
        return inputs.map(({ inputName }) => inputName);
      })
      .toContain('Stallcast orchard');
  } finally {
    await real.close();
  }
}
