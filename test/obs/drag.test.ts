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
    const css = 'body { --stall-theme: night; }';
    const link = `http://127.0.0.1:7788/overlay?stall=x&layer-name=${encodeURIComponent('夜场')}&layer-css=${encodeURIComponent(css)}#KEY`;
    const beside = await openBesideObs(real, 'about:blank');
    try {
      await beside.page.setContent(`<a href="${link}" style="display: block; padding: 40px">夜场</a>`);
      await dragIntoObs(beside, 'a');
      await expect.poll(inputs, { timeout: 30_000 }).toEqual(['夜场']);
      const { inputSettings } = await real.obs.call('GetInputSettings', { inputName: '夜场' });
      expect(inputSettings).toMatchObject({ url: 'http://127.0.0.1:7788/overlay?stall=x#KEY', css });
    } finally {
      await beside.close();
    }
  });
});
