/** A host presses “Add to OBS” in the studio: a real OBS has the overlay, and what it opens is on air. */
import { expect } from '@playwright/test';
import { findObs } from '../../packages/tooling/bootstrap/obs-studio.mjs';
import { openObs, PASSWORD } from '../obs/open-obs.js';
import { test } from './stall.js';

test('the studio adds the overlay to OBS, and OBS opens a picture with the stall in it', async ({ stall, page }, {
  project,
}) => {
  test.skip(!findObs() || project.name !== 'chromium', 'OBS is not on this machine, or another engine is asked');
  test.setTimeout(120_000);
  const real = await openObs();
  try {
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(stall.studio());
    await page.getByText('一键加到 OBS').click();
    await page.getByLabel('OBS 的地址').fill(real.address);

    await page.getByRole('button', { name: /竖屏/ }).and(page.locator('studio-add-to-obs button')).click();
    await expect(page.locator('studio-add-to-obs [role=status]')).toContainText('OBS 要密码');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.locator('studio-add-to-obs button').first().click();
    await expect(page.locator('studio-add-to-obs [role=status]')).toContainText('加好了');
    expect(faults).toEqual([]);

    const { inputs } = await real.obs.call('GetInputList', { inputKind: 'browser_source' });
    expect(inputs.map(({ inputName }) => inputName)).toEqual(['Stallcast orchard']);
    const { inputSettings } = await real.obs.call('GetInputSettings', { inputName: 'Stallcast orchard' });
    expect(inputSettings).toMatchObject({ width: 1080, height: 1920 });

    await page.setViewportSize({ width: 1080, height: 1920 });
    await page.goto(String(inputSettings['url']));
    await expect(page.locator('stall-product-card').first()).toBeVisible();
  } finally {
    await real.close();
  }
});
