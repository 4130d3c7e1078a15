import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_STATE } from '../relay.fixture.js';
import { readStall } from './read-stall.js';

const STALL = 'http://127.0.0.1:7788/stalls/orchard';
const at = '2026-07-01T11:00:00.000Z';
const FRAME = { v: 1, type: 'snapshot', stall: 'orchard', epoch: '01J0000000000000000000000A', offset: 1, at };
const fetchIt = vi.fn<typeof fetch>();

beforeEach(() => void vi.stubGlobal('fetch', fetchIt));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a stall', () => {
  it('is read with its key in a header, and of one room where that is wished', async () => {
    fetchIt.mockImplementation(() => Promise.resolve(Response.json({ ...FRAME, state: EMPTY_STATE })));
    expect(await readStall(STALL, 'KEY', '北 1')).toMatchObject({ ok: true, state: EMPTY_STATE });
    const [url, init] = fetchIt.mock.lastCall!;
    expect(url).toBe(`${STALL}/state?room=%E5%8C%97+1`);
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer KEY');
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    await readStall(STALL, 'KEY');
    expect(fetchIt.mock.lastCall?.[0]).toBe(`${STALL}/state`);
  });

  it.each<[what: string, answer: () => Response, trouble: string]>([
    ['a wrong key', () => Response.json({}, { status: 401 }), 'key'],
    ['a refusal', () => Response.json({}, { status: 403 }), 'key'],
    ['no such stall', () => Response.json({ code: 'unknown-stall' }, { status: 404 }), 'stall'],
    ['no such page', () => new Response('<html>', { status: 404 }), 'not-a-relay'],
    ['an error', () => new Response('', { status: 502 }), 'down'],
    ['too many questions', () => Response.json({}, { status: 429 }), 'down'],
    ['a page where one signs in', () => new Response('<html>'), 'not-a-relay'],
    ['another frame', () => Response.json({ ...FRAME, type: 'ping', prev: 1 }), 'not-a-relay'],
    ['half a frame', () => Response.json({ ...FRAME, offset: 'x', state: EMPTY_STATE }), 'not-a-relay'],
  ])('that answers with %s is told of as %s', async (_, answer, trouble) => {
    fetchIt.mockImplementation(() => Promise.resolve(answer()));
    expect(await readStall(STALL, 'KEY')).toEqual({ ok: false, trouble });
  });

  it('that hangs is down after ten seconds', async () => {
    vi.useFakeTimers();
    fetchIt.mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new DOMException('late', 'AbortError'))),
        ),
    );
    const answer = readStall(STALL, 'KEY');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answer).toEqual({ ok: false, trouble: 'down' });
    expect(vi.getTimerCount()).toBe(0);
  });
});
