/** Tells a page that nobody sees it, as OBS does: the document is hidden, and the source says so. Frames stop with it. */
export const HIDE = visibility(false);

/** Tells a page that it is seen again. */
export const SHOW = visibility(true);

function visibility(visible: boolean): string {
  return `(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: ${!visible} });
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${visible ? 'visible' : 'hidden'}' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible: ${visible} } }));
  })()`;
}
