import { chromium } from 'playwright';
import { describe, expect, it } from 'vitest';
import { ENGINES, engineLaunch, enginesRunHere, unpackEngine } from './engines.mjs';

describe.runIf(enginesRunHere)("OBS's engines", () => {
  it.each(Object.keys(ENGINES))('Chromium %s is unpacked to a path of its own and is that version', async (version) => {
    const executablePath = await unpackEngine(version);
    expect(executablePath).toContain(version);

    const browser = await chromium.launch(engineLaunch(version));
    const page = await browser.newPage();
    const userAgent = await page.evaluate(() => navigator.userAgent);
    await browser.close();
    expect(userAgent).toContain(`Chrome/${version}.`);
  });

  it('names the engines there are when asked for another', () => {
    expect(() => engineLaunch('99')).toThrow('the engines are 103 and 127');
  });
});
