/** The part of Trusted Types that this needs; Chromium has it, a type library does not. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const WORKER = '/service-worker.js';

/**
 * Has this browser keep a copy of the page, so that it opens while the relay is away.
 *
 * To be called once the page has shown something. Does nothing where the context is not secure (plain http on a local network,
 * `file://`), and where the browser keeps nothing: the page works as well without.
 */
export function registerWorker(): void {
  void register().catch(() => {
    // Storage that is blocked, or a server that has no worker: a page that is not kept.
  });
}

async function register(): Promise<void> {
  if (!isSecureContext || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  await serviceWorker.register(workerAddress(), { updateViaCache: 'none' });
  // A page that was there before its worker went past it: the worker fetches it once more.
  const { active } = await serviceWorker.ready;
  active?.postMessage({ keepPage: location.pathname });
}

/** The worker's address, as a page that enforces Trusted Types wants it. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  return (
    trustedTypes?.createPolicy('stallcast-worker', { createScriptURL: () => WORKER }).createScriptURL('') ?? WORKER
  );
}
