/*
 * Whether anybody sees this page, asked once for all widgets.
 *
 * OBS sends `obsSourceVisibleChanged` besides changing `document.hidden`; one release, 32.0.0, sent the event alone.
 * The event comes without an initial value, so until it does the document decides.
 */
const listeners = new Set<() => void>();
let sourceHidden = false;
let told = false;

/** Whether the page is hidden: a tab in the background, or a source that no scene shows. */
export function isPageHidden(): boolean {
  return document.hidden || sourceHidden;
}

/** Calls when the page is hidden or shown; returns what ends it. Nothing is listened to while nobody asks. */
export function onPageVisibility(listener: () => void): () => void {
  if (listeners.size === 0) listen();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) unlisten();
  };
}

function listen(): void {
  told = isPageHidden();
  document.addEventListener('visibilitychange', tell);
  window.addEventListener('obsSourceVisibleChanged', hear);
}

function unlisten(): void {
  document.removeEventListener('visibilitychange', tell);
  window.removeEventListener('obsSourceVisibleChanged', hear);
  sourceHidden = false;
}

function hear(event: Event): void {
  const detail: unknown = (event as CustomEvent<unknown>).detail;
  sourceHidden = typeof detail === 'object' && detail !== null && 'visible' in detail && detail.visible === false;
  tell();
}

function tell(): void {
  const hidden = isPageHidden();
  if (hidden === told) return;
  told = hidden;
  for (const listener of [...listeners]) listener();
}
