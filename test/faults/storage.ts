import type { Page } from 'playwright';

/** What is wrong with a browser's storage. */
export type Storage = 'well' | 'full' | 'blocked';

/** Makes the storage of a page refuse: full, as on a full disk, or blocked, as where a person allows no cookies. */
export async function spoilStorage(page: Page, how: Storage): Promise<void> {
  if (how === 'well') return;
  await page.addInitScript((kind) => {
    const refusal = (): DOMException =>
      kind === 'full'
        ? new DOMException('The disk is full.', 'QuotaExceededError')
        : new DOMException('Storage is blocked.', 'SecurityError');
    const refuse = (): never => {
      throw refusal();
    };
    const refused = { configurable: true, get: refuse, set: refuse };
    if (kind === 'blocked') {
      for (const name of ['localStorage', 'sessionStorage', 'caches']) Object.defineProperty(window, name, refused);
      Object.defineProperty(Document.prototype, 'cookie', refused);
      IDBFactory.prototype.open = refuse;
    } else {
      Storage.prototype.setItem = refuse;
      IDBFactory.prototype.open = function open(this: IDBFactory) {
        const request = Object.assign(new EventTarget(), { error: refusal(), onerror: null as EventListener | null });
        queueMicrotask(() => {
          const event = new Event('error');
          request.dispatchEvent(event);
          request.onerror?.(event);
        });
        return request as unknown as IDBOpenDBRequest; // As much of a request as an opening that fails.
      };
    }
  }, how);
}
