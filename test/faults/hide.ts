import type { Page } from 'playwright';

/**
 * Hides a page as OBS does with a source that no scene shows: the document says so, and there are no frames. Returns what shows it
 * again. It is played, since a browser without a screen keeps every page in front.
 */
export async function hide(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const held: FrameRequestCallback[] = [];
    const ask = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => held.push(callback);
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    addEventListener(
      'shown-again',
      () => {
        Reflect.deleteProperty(document, 'hidden');
        Reflect.deleteProperty(document, 'visibilityState');
        window.requestAnimationFrame = ask;
        document.dispatchEvent(new Event('visibilitychange'));
        for (const callback of held) ask(callback);
      },
      { once: true },
    );
  });
  return () => page.evaluate(() => void dispatchEvent(new Event('shown-again')));
}
