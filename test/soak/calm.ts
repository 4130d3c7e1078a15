import type { Page } from 'playwright';

/** So long nothing moves and no node comes or goes. */
const STILL_MS = 800;
const WITHIN_MS = 25_000;

/** Waits until a page has nothing more to show: its number left is this one, no motion runs, and its nodes stay as they are. */
export async function calm(page: Page, left: string): Promise<void> {
  const limit = performance.now() + WITHIN_MS;
  let last = '';
  let since = performance.now();
  for (;;) {
    const [texts, isMoving] = await Promise.all([
      widgetTexts(page),
      page.evaluate(() => document.getAnimations().some(({ playState }) => playState === 'running')),
    ]);
    const now = isMoving ? `moving ${performance.now()}` : JSON.stringify(texts);
    if (now !== last || !texts.some((text) => text.startsWith('stall-stock-counter') && text.includes(left))) {
      since = performance.now();
    }
    last = now;
    if (performance.now() - since > STILL_MS) return;
    if (performance.now() > limit) {
      throw new Error(
        `The page shows no ${left} at rest within ${WITHIN_MS / 1_000} s; it shows ${last.slice(0, 600)}.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What each widget of the scene shows, as text from its DOM: what a listener hears of it. */
export function widgetTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const textOf = (root: Node): string => {
      let text = '';
      for (const node of root.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) text += node.textContent ?? '';
        // What is drawn is said beside it; what leaves is hidden from listeners.
        if (!(node instanceof HTMLElement) || node.hidden || node.ariaHidden === 'true' || node.tagName === 'STYLE')
          continue;
        text += ` ${textOf(node.shadowRoot ?? node)} `;
      }
      return text;
    };
    const boxes = document.querySelector('stall-scene')?.shadowRoot?.querySelectorAll<HTMLElement>('.box > *') ?? [];
    return [...boxes].map(
      (one) =>
        `${one.localName} ${textOf(one.shadowRoot ?? one)
          .replace(/\s+/g, ' ')
          .trim()}`,
    );
  });
}

/** Which widgets of a page that went through much show something else than those of a page that was just opened. */
export function differences(soaked: readonly string[], fresh: readonly string[]): string[] {
  const most = Math.max(soaked.length, fresh.length);
  return Array.from({ length: most }, (_, i) => i).flatMap((i) =>
    soaked[i] === fresh[i] ? [] : [`“${soaked[i] ?? 'nothing'}” for “${fresh[i] ?? 'nothing'}”`],
  );
}
