import { join } from 'node:path';
import { followStudioLink } from './open-studio.js';
import type { Way } from './way.js';

/** The pack as the studio hands it out, for a computer that has neither Node nor a network. */
export const packDownload: Way = {
  id: 'pack-download',
  title: { 'zh-CN': '下载本地包，给没有网的电脑', en: 'Download the local pack, for a computer without a network' },
  async go({ walk, start, folder, carried }) {
    const studio = await followStudioLink(walk, await start(), { isKnown: true, isPictured: false });
    const part = studio.locator('studio-local-pack');
    await walk.step({
      say: { 'zh-CN': '点开 {key}。', en: 'Open {key}.' },
      key: part.locator('summary'),
      then: () => part.locator('button').first().waitFor(),
    });
    const downloads = studio.waitForEvent('download');
    await walk.step({
      say: {
        'zh-CN': '点 {key}，把它拷到要开播的电脑上。',
        en: 'Press {key}, and copy it to the computer that streams.',
      },
      key: part.locator('button').first(),
      then: async () => {
        const download = await downloads;
        carried.zip = join(folder, download.suggestedFilename());
        await download.saveAs(carried.zip);
      },
    });
  },
};
