import { afterEach, expect, it, vi } from 'vitest';
import { fetchViewKey } from './fetch-view-key.js';

const STALL = 'http://127.0.0.1:7788/stalls/orchard';
const fetchIt = vi.fn<typeof fetch>();
afterEach(() => void vi.unstubAllGlobals());

it.each<[what: string, answer: () => Promise<Response>, told: unknown]>([
  ['the key', () => Promise.resolve(Response.json({ viewKey: 'VIEW' })), { ok: true, viewKey: 'VIEW' }],
  ['a refusal', () => Promise.resolve(Response.json({}, { status: 401 })), { ok: false, trouble: 'key' }],
  ['a view key’s refusal', () => Promise.resolve(Response.json({}, { status: 403 })), { ok: false, trouble: 'key' }],
  ['no such stall', () => Promise.resolve(Response.json({}, { status: 404 })), { ok: false, trouble: 'stall' }],
  ['an error', () => Promise.resolve(Response.json({ viewKey: 'x' }, { status: 500 })), { ok: false, trouble: 'down' }],
  ['a page', () => Promise.resolve(new Response('<html>')), { ok: false, trouble: 'down' }],
  ['another word', () => Promise.resolve(Response.json({ viewKey: 7 })), { ok: false, trouble: 'down' }],
  ['nothing', () => Promise.resolve(Response.json(null)), { ok: false, trouble: 'down' }],
  ['nobody', () => Promise.reject(new TypeError('down')), { ok: false, trouble: 'down' }],
])('the view key is asked for with the deck key: %s', async (_, answer, told) => {
  vi.stubGlobal('fetch', fetchIt.mockImplementation(answer));
  expect(await fetchViewKey(STALL, 'DECK')).toEqual(told);
  const [url, init] = fetchIt.mock.lastCall!;
  expect([url, new Headers(init?.headers).get('authorization')]).toEqual([`${STALL}/links`, 'Bearer DECK']);
});
