/** Why the view key did not come. */
export type LinksTrouble = 'key' | 'stall' | 'down';

export type LinksAnswer = { ok: true; viewKey: string } | { ok: false; trouble: LinksTrouble };

/** Asks the relay for the view key, which the overlay's links carry. Only the deck key opens this door. */
export async function fetchViewKey(stallUrl: string, deckKey: string): Promise<LinksAnswer> {
  try {
    const response = await fetch(`${stallUrl}/links`, {
      headers: { authorization: `Bearer ${deckKey}` },
      cache: 'no-store',
    });
    if (response.status === 401 || response.status === 403) return { ok: false, trouble: 'key' };
    if (response.status === 404) return { ok: false, trouble: 'stall' };
    const body: unknown = await response.json();
    const viewKey = typeof body === 'object' && body !== null && 'viewKey' in body ? body.viewKey : null;
    return response.ok && typeof viewKey === 'string' ? { ok: true, viewKey } : { ok: false, trouble: 'down' };
  } catch {
    return { ok: false, trouble: 'down' };
  }
}
