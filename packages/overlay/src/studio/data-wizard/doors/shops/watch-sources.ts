import { parseSources, type ToldSources } from './source-status.js';

/** How often the relay is asked while somebody looks, ms. */
const EVERY_MS = 2_000;

/** What came of asking: an older relay has no such door. */
export type WatchedSources = { ok: true; told: ToldSources } | { ok: false; trouble: 'down' | 'key' | 'older' };

/** Asks the relay how the shops' doors are doing, again and again while the page is shown. Returns what ends it. */
export function watchSources(stallUrl: string, deckKey: string, hear: (heard: WatchedSources) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new AbortController();

  async function turn(): Promise<void> {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') return;
    const heard = await ask(stallUrl, deckKey, end.signal);
    if (end.signal.aborted) return;
    hear(heard);
    // Another turn may have begun while this one waited for its answer.
    clearTimeout(timer);
    timer = setTimeout(() => void turn(), EVERY_MS);
  }

  const look = (): void => void turn();
  document.addEventListener('visibilitychange', look);
  void turn();
  return () => {
    end.abort();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

async function ask(stallUrl: string, deckKey: string, signal: AbortSignal): Promise<WatchedSources> {
  try {
    const response = await fetch(`${stallUrl}/sources`, {
      headers: { authorization: `Bearer ${deckKey}` },
      cache: 'no-store',
      signal,
    });
    if (response.status === 401 || response.status === 403) return { ok: false, trouble: 'key' };
    if (response.status === 404) return { ok: false, trouble: 'older' };
    const told = parseSources(await response.json());
    return told ? { ok: true, told } : { ok: false, trouble: 'down' };
  } catch {
    return { ok: false, trouble: 'down' };
  }
}
