import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keysDoor, relayAsker } from './keys-door.js';

const STALL = 'http://127.0.0.1:7788/stalls/orchard';
const fetchIt = vi.fn<typeof fetch>();
const answer = (body: unknown, status = 200) =>
  fetchIt.mockImplementation(() => Promise.resolve(Response.json(body, { status })));
const door = keysDoor(relayAsker(STALL, 'KEY'));
const asked = () => {
  const [url, init] = fetchIt.mock.lastCall!;
  return { url, method: init?.method, body: init?.body, key: new Headers(init?.headers).get('authorization') };
};

beforeEach(() => {
  fetchIt.mockReset();
  vi.stubGlobal('fetch', fetchIt);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the door of keys', () => {
  it('lists what the relay tells, and takes nothing for granted that it does not', async () => {
    answer({ keys: [{ id: 'k' }], mayGive: true, lan: 'open' });
    expect(await door.list()).toEqual({ keys: [{ id: 'k' }], mayGive: true, lan: 'open' });
    expect(asked()).toEqual({ url: `${STALL}/keys`, method: 'GET', body: undefined, key: 'Bearer KEY' });
    answer({ keys: [] });
    expect(await door.list()).toEqual({ keys: [], mayGive: false, lan: 'closed' });
  });

  it('gives a phone a link and a code for each address, in the language of the page', async () => {
    answer({ id: 'k1', name: '手机 1', decks: ['http://a/deck#1', 'http://b/deck#1'], codes: [['10', '01']] });
    expect(await door.pair('手机 1', 'en')).toEqual({
      id: 'k1',
      name: '手机 1',
      links: [
        { link: 'http://a/deck#1', code: ['10', '01'] },
        { link: 'http://b/deck#1', code: [] },
      ],
    });
    expect(asked()).toMatchObject({ url: `${STALL}/keys`, method: 'POST', body: '{"name":"手机 1","language":"en"}' });
  });

  it('takes a key back by its id, whatever is in it', async () => {
    answer({ revoked: true });
    expect(await door.revoke('a/b')).toBe(true);
    expect(asked()).toMatchObject({ url: `${STALL}/keys/a%2Fb/revoke`, method: 'POST', body: '{}' });
  });

  it.each<[string, () => void]>([
    ['refuses', () => answer({ keys: [], decks: [], codes: [] }, 403)],
    ['is a page', () => fetchIt.mockImplementation(() => Promise.resolve(new Response('<html>')))],
    ['is away', () => fetchIt.mockRejectedValue(new TypeError('down'))],
    ['tells something else', () => answer({ keys: 'x', decks: 'x' })],
    ['tells nothing', () => answer(null)],
  ])('is closed where the relay %s', async (how, prepare) => {
    prepare();
    expect([await door.list(), await door.pair('a', 'zh-CN')]).toEqual([null, null]);
    if (how !== 'tells something else' && how !== 'tells nothing') expect(await door.revoke('k')).toBe(false);
  });

  it('waits for a relay that hangs eight seconds, and no longer', async () => {
    const ends = vi.spyOn(AbortSignal, 'timeout');
    answer({ keys: [] });
    await door.list();
    expect(ends).toHaveBeenCalledExactlyOnceWith(8_000);
    expect(fetchIt.mock.lastCall?.[1]?.signal).toBe(ends.mock.results[0]?.value);
    ends.mockRestore();
  });
});
