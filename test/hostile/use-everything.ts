import type { Page } from '@playwright/test';

/**
 * Runs in a page: does with every element, through shadow roots, what a viewer with a mouse and a keyboard might.
 *
 * Whatever an attribute such as `onmouseover` waits for, comes. Many vectors do nothing until then.
 *
 * @param view The window of the elements, when they stand in a frame.
 */
export function useEverything(root: ParentNode, view: Window & typeof globalThis = window): void {
  for (const element of [...root.querySelectorAll('*')]) {
    // Vectors give elements the names of their own methods.
    const tell = (type: string) =>
      view.EventTarget.prototype.dispatchEvent.call(element, new view.Event(type, { bubbles: true, cancelable: true }));
    const attributes = view.Element.prototype.getAttributeNames.call(element);
    for (const name of attributes) if (name.startsWith('on')) tell(name.slice(2));
    for (const type of ['mouseover', 'mousemove', 'mouseout', 'wheel', 'copy']) tell(type);
    if (element instanceof view.HTMLElement) {
      view.HTMLElement.prototype.focus.call(element);
      view.HTMLElement.prototype.blur.call(element);
      view.HTMLElement.prototype.click.call(element);
    } else tell('click');
    if (element.shadowRoot) useEverything(element.shadowRoot, view);
  }
}

/** Uses everything on a page. */
export async function useAll(page: Page): Promise<void> {
  await page.evaluate(`(${useEverything.toString()})(document)`);
}
