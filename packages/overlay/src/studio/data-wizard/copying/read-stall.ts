import { checkFrame, type StallState } from '@stallcast/protocol';

/** Why a stall could not be read. */
export type StallTrouble = 'down' | 'key' | 'stall' | 'not-a-relay';

export type StallAnswer = { ok: true; state: StallState } | { ok: false; trouble: StallTrouble };

const PATIENCE_MS = 10_000;

/** Reads a stall once, with any key of it. Never rejects. */
export async function readStall(stallUrl: string, key: string, room?: string): Promise<StallAnswer> {
  const controller = new AbortController();
  const impatience = setTimeout(() => controller.abort(), PATIENCE_MS);
  try {
    const query = room ? `?${new URLSearchParams({ room }).toString()}` : '';
    const response = await fetch(`${stallUrl}/state${query}`, {
      headers: { authorization: `Bearer ${key}` },
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    });
    if (response.status === 401 || response.status === 403) return { ok: false, trouble: 'key' };
    const body: unknown = await response.json().catch(() => null);
    if (response.status === 404) return { ok: false, trouble: isProblem(body) ? 'stall' : 'not-a-relay' };
    if (response.status >= 500 || response.status === 429) return { ok: false, trouble: 'down' };
    const [frame] = checkFrame(body).frames;
    if (!response.ok || frame?.type !== 'snapshot') return { ok: false, trouble: 'not-a-relay' };
    return { ok: true, state: frame.state };
  } catch {
    return { ok: false, trouble: 'down' };
  } finally {
    clearTimeout(impatience);
  }
}

/** A relay refuses in a document of its own; another server's 404 is a page. */
function isProblem(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'code' in body;
}
