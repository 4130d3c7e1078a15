/** A tag of the studio, dragged with a mouse into a real OBS beside it: the source that comes of it, and what that opens. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../packages/tooling/bootstrap/browser.mjs';
import { findObs, findXdotool } from '../../packages/tooling/bootstrap/obs-studio.mjs';
import { openStall, type Stall } from '../e2e/stall.js';
import { dragIntoObs, DRAG_SCREEN, openBesideObs } from './drag-tag.js';
import { openObs, type OpenObs } from './open-obs.js';

const NAME = 'Stallcast orchard';

describe.runIf(findObs() && findXdotool() && findBrowser())('a tag that is dragged into a real OBS', () => {
  let stall: Stall;
  let real: OpenObs;
  beforeAll(async () => {
    stall = await openStall();
    real = await openObs({ screen: DRAG_SCREEN, language: 'zh-CN' });
  });
  afterAll(async () => {
    await real?.close();
    await stall?.stop();
  });

  const inputs = async () => (await real.obs.call('GetInputList')).inputs.map(({ inputName }) => inputName);

  it.each([
    ['portrait', 1080, 1920],
    ['landscape', 1920, 1080],
  ])('becomes a source of its size and name: %s', async (shape, width, height) => {
    const beside = await openBesideObs(real, stall.studio());
    try {
      await dragIntoObs(beside, `studio-steps .ticket a:has(.${shape})`);
      await expect.poll(inputs, { timeout: 30_000 }).toEqual([NAME]);
      const { inputSettings, inputKind } = await real.obs.call('GetInputSettings', { inputName: NAME });
      expect(inputKind).toBe('browser_source');
      expect(inputSettings).toMatchObject({ width, height });

      const url = String(inputSettings['url']);
      expect(url).not.toContain('layer-');
      await beside.page.goto(url);
      await beside.page.locator('stall-product-card').first().waitFor();
    } finally {
      await beside.close();
      await real.obs.call('RemoveInput', { inputName: NAME }).catch(() => undefined);
    }
  });

  it('brings the text of its CSS box, if it has one', async () => {
    // What has a meaning in an address has none within a value, and long values are whole.
    const css = `body { --stall-id: "100% & #1 + ?"; --stall-theme: night; } /* ${'桃'.repeat(300)} */`;
    const stallName = '果园 & 100% #1 + ?';
    const key = 'VIEW+KEY%&#/=';
    const [name, text] = ['夜场 & 100% #1 + ?', css].map(encodeURIComponent);
    const open = `http://127.0.0.1:7788/overlay?stall=${encodeURIComponent(stallName)}`;
    const link = `${open}&layer-name=${name}&layer-css=${text}#${encodeURIComponent(key)}`;
    const beside = await openBesideObs(real, 'about:blank');
    try {
      await beside.page.setContent(`<a href="${link}" style="display: block; padding: 40px">夜场</a>`);
      await dragIntoObs(beside, 'a');
      const inputName = '夜场 & 100% #1 + ?';
      await expect.poll(inputs, { timeout: 30_000 }).toEqual([inputName]);
      const { inputSettings } = await real.obs.call('GetInputSettings', { inputName });
      expect(inputSettings).toMatchObject({ css });
      // OBS writes some letters plainly that the link had encoded: what the page reads is the same.
      const url = new URL(String(inputSettings['url']));
      expect([...url.searchParams]).toEqual([['stall', stallName]]);
      expect(decodeURIComponent(url.hash)).toBe(`#${key}`);
    } finally {
      await beside.close();
    }
  });
});
