/**
 * Calls whenever the page's styles may have changed: OBS adds the text of its CSS box to the head only after the page has
 * loaded. Nothing runs in between.
 */
export function watchStyles(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.head, { childList: true, characterData: true, subtree: true });
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true, attributeFilter: ['style', 'class'] });
  }
  window.addEventListener('load', changed);
  return () => {
    observer.disconnect();
    window.removeEventListener('load', changed);
  };
}

/** How long a source waits for the CSS box before it takes its defaults. */
const BOX_WAIT_MS = 1_500;

/**
 * Resolves once settings can be read.
 *
 * A local file in OBS has them in the CSS box alone, which comes after the page has loaded; starting before would open
 * one connection and then another. Any other page is ready at once.
 */
export async function settingsReady(): Promise<void> {
  const inObs = 'obsstudio' in window;
  if (!inObs || location.search || location.hash || isBoxThere()) return;
  await new Promise<void>((resolve) => {
    const ready = (): void => {
      if (!isBoxThere()) return;
      stop();
      clearTimeout(giveUp);
      resolve();
    };
    const stop = watchStyles(ready);
    const giveUp = setTimeout(() => {
      stop();
      resolve();
    }, BOX_WAIT_MS);
  });
}

/** OBS declares this name in the script that adds the style of its CSS box. */
declare const obsCSS: unknown;

function isBoxThere(): boolean {
  return typeof obsCSS !== 'undefined';
}
