import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchSources } from './watch-sources.js';

const STALL = 'http://127.0.0.1:7788/stalls/orchard';
const TOLD = { at: '2026-07-01T11:00:00Z', sources: [], pulls: [] };
const fetchIt = vi.fn<typeof fetch>();
const answer = (body: unknown, status = 200) =>
  fetchIt.mockImplementation(() => Promise.resolve(Response.json(body, { status })));

let page: EventTarget & { visibilityState: string };
const show = (visibilityState: string) => {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  fetchIt.mockReset();
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('fetch', fetchIt);
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the shops’ doors', () => {
  it('are asked after every two seconds while somebody looks, and no more once that ends', async () => {
    answer(TOLD);
    const hear = vi.fn();
    const end = watchSources(STALL, 'KEY', hear);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(hear.mock.calls).toEqual(Array.from({ length: 3 }, () => [{ ok: true, told: TOLD }]));
    show('hidden');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetchIt).toHaveBeenCalledTimes(3);
    show('visible');
    await vi.advanceTimersByTimeAsync(0);
    expect(fetchIt).toHaveBeenCalledTimes(4);
    end();
    show('visible');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetchIt).toHaveBeenCalledTimes(4);
  });

  it('are asked after in one turn alone, also where the page was hidden and shown while an answer was on its way', async () => {
    const waiting: (() => void)[] = [];
    fetchIt.mockImplementation(() => new Promise((resolve) => waiting.push(() => resolve(Response.json(TOLD)))));
    const end = watchSources(STALL, 'KEY', () => {});
    show('hidden');
    show('visible');
    for (const arrive of waiting.splice(0)) arrive();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(waiting).toHaveLength(1);
    end();
  });

  it.each([
    [401, 'key'],
    [403, 'key'],
    [404, 'older'],
    [500, 'down'],
  ])('that answer %i are told of as %s', async (status, trouble) => {
    answer({ code: 'x' }, status);
    const hear = vi.fn();
    const end = watchSources(STALL, 'KEY', hear);
    await vi.advanceTimersByTimeAsync(0);
    expect(hear).toHaveBeenCalledExactlyOnceWith({ ok: false, trouble });
    end();
  });
});
