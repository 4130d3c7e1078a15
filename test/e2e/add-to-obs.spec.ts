/** A host presses “Add to OBS” in the studio: a real OBS has the overlay, and what it opens is on air. */
import { expect } from '@playwright/test';
import { findObs } from '../../packages/tooling/bootstrap/obs-studio.mjs';
import { openObs, PASSWORD } from '../obs/open-obs.js';
import { test } from './stall.js';

const LANGUAGES = [
  {
    language: 'zh-CN',
    open: '一键加到 OBS',
    address: 'OBS 的地址',
    password: '密码',
    portrait: /竖屏/,
    landscape: /横屏/,
    wanted: 'OBS 要密码',
    done: '加好了',
    across: '画布是横的（1920×1080）',
    again: '更新好了',
  },
  {
    language: 'en',
    open: 'Add to OBS at one press',
    address: 'OBS’s address',
    password: 'Password',
    portrait: /Portrait/,
    landscape: /Landscape/,
    wanted: 'OBS wants a password',
    done: 'Added',
    across: 'canvas is landscape (1920×1080)',
    again: 'set right',
  },
] as const;

for (const words of LANGUAGES)
  test(`the studio adds the overlay to OBS, and OBS opens a picture with the stall in it: ${words.language}`, async ({
    stall,
    page,
  }, { project }) => {
    test.skip(!findObs() || project.name !== 'chromium', 'OBS is not on this machine, or another engine is asked');
    test.setTimeout(120_000);
    const real = await openObs({ language: words.language === 'en' ? 'en-US' : 'zh-CN' });
    try {
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await page.addInitScript((language) => localStorage.setItem('stallcast.language', language), words.language);
      await page.goto(stall.studio());
      await page.getByText(words.open).click();
      await page.getByLabel(words.address).fill(real.address);

      const said = page.locator('studio-add-to-obs [role=status]');
      const key = (name: RegExp) => page.locator('studio-add-to-obs').getByRole('button', { name });
      await key(words.portrait).click();
      await expect(said).toContainText(words.wanted);
      await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
      await key(words.portrait).click();
      await expect(said).toContainText(words.done);
      // OBS's own canvas lies: what is upright fills a strip of it, and the page says what to press instead.
      await expect(said).toContainText(words.across);
      const opened = async () => {
        const { inputs } = await real.obs.call('GetInputList', { inputKind: 'browser_source' });
        expect(inputs.map(({ inputName }) => inputName)).toEqual(['Stallcast orchard']);
        return (await real.obs.call('GetInputSettings', { inputName: 'Stallcast orchard' })).inputSettings;
      };
      expect(await opened()).toMatchObject({ width: 1080, height: 1920 });

      await key(words.landscape).click();
      await expect(said).toContainText(words.again);
      await expect(said).not.toContainText(words.across);
      expect(faults).toEqual([]);
      const { url, width, height } = await opened();
      expect([width, height]).toEqual([1920, 1080]);
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page.goto(String(url));
      await expect(page.locator('html')).toHaveAttribute('lang', words.language);
      await expect(page.locator('stall-product-card').first()).toBeVisible();
    } finally {
      await real.close();
    }
  });
