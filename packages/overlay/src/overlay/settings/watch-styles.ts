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

/**
 * How long a source in OBS waits for the CSS box after it has loaded. OBS adds it right then, a busy computer a little later; who
 * emptied the box waits so long once.
 */
const BOX_WAIT_MS = 500;

/**
 * Resolves once settings can be read.
 *
 * A local file in OBS has them in the CSS box alone, which comes after the page has loaded; starting before would open
 * one connection and then another. Any other page is ready at once.
 */
export async function settingsReady(): Promise<void> {
  if (!location.search && !location.hash) await boxLanded();
}

/** Resolves once the CSS box is in the page, or will not come any more; at once outside of OBS. What is shown before wears no look of its own. */
export async function boxLanded(): Promise<void> {
  if (!('obsstudio' in window) || isBoxThere()) return;
  await new Promise<void>((resolve) => {
    let giveUp: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      stop();
      removeEventListener('load', wait);
      clearTimeout(giveUp);
      resolve();
    };
    const wait = (): void => void (giveUp = setTimeout(end, BOX_WAIT_MS));
    const stop = watchStyles(() => {
      if (isBoxThere()) end();
    });
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait);
  });
}

/** OBS declares this name in the script that adds the style of its CSS box. */
declare const obsCSS: unknown;

function isBoxThere(): boolean {
  return typeof obsCSS !== 'undefined';
}
