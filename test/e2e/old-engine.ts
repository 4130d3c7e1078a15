import type { Page } from '@playwright/test';

/** What Playwright calls and Chromium before 105 lacks, good enough to ask whether something is displayed. */
const CHECK_VISIBILITY = `Element.prototype.checkVisibility ??= function () {
  return this.isConnected && (this.getClientRects().length > 0 || getComputedStyle(this).display === 'contents');
};`;

/**
 * Lets Playwright look at pages in Chromium 103.
 *
 * Its own scripts live in a world of their own and call `checkVisibility`, which came with 105. The page's world is left as it
 * is, so that a page which called it would fail here as it does in OBS.
 */
export async function helpPlaywrightLook(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on('Runtime.executionContextCreated', ({ context: { id, name } }) => {
    if (!name.startsWith('__playwright_utility_world')) return;
    void session.send('Runtime.evaluate', { expression: CHECK_VISIBILITY, contextId: id }).catch(() => {
      // The page has moved on; its next world is told of as well.
    });
  });
  await session.send('Runtime.enable');
}
