import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askRelay } from './ask-relay.js';
import { askTable, readTable } from './ask-table.js';
import { bothLanguages } from './both-languages.js';
import { parseRelayLink, relaySource } from './relay-link.js';
import { EMPTY_STATE } from '../relay.fixture.js';
import { shopifySource, tableSource } from './table-source.js';

const BASE = 'http://127.0.0.1:7788/?stall=orchard';
const OWN = { origin: 'http://127.0.0.1:7788', stall: 'orchard' };
const ADDRESS = 'https://table.example/stall.csv';
const CSV = '商品,价格\n桃,39.9\n';

const ask = async (typed: string, fetchIt: typeof fetch) => {
  const answer = await askTable(typed, { currency: 'CNY', fetch: fetchIt, base: BASE });
  return answer.ok ? answer.inspection.rows.length : answer.trouble['zh-CN'];
};
const serving = (body: BodyInit, init?: ResponseInit) => vi.fn(() => Promise.resolve(new Response(body, init)));
const silent = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));

beforeEach(() => void vi.stubGlobal('navigator', { onLine: true }));
afterEach(() => void vi.unstubAllGlobals());

describe('a table’s address', () => {
  it('is read as the overlay reads it', async () => {
    expect(await ask(` ${ADDRESS} `, serving(CSV))).toBe(1);
    expect(await ask('table.example/stall.csv', serving(CSV))).toBe(1);
    expect(await ask('http://127.0.0.1:7788/stall.csv', serving(CSV))).toBe(1);
    expect(await ask(`table:${ADDRESS}`, serving(CSV))).toBe(1);
  });

  it.each([
    ['table.example:8443/stall.csv', 'https://table.example:8443/stall.csv'],
    [`今晚的商品表 ${ADDRESS} 点开看`, ADDRESS],
    [`《${ADDRESS}》`, ADDRESS],
    ['看看【商品】\nhttps://table.example/商品.csv', 'https://table.example/%E5%95%86%E5%93%81.csv'],
  ])('is found in what was pasted: %j', async (typed, url) => {
    const answer = await askTable(typed, { currency: 'CNY', fetch: serving(CSV), base: BASE });
    expect(answer).toMatchObject({ ok: true, url });
  });

  it('that answers slowly is given up after twelve seconds, and at once when nobody waits any more', async () => {
    vi.useFakeTimers();
    const slow = vi.fn(
      (_: unknown, init?: RequestInit) =>
        new Promise<Response>((_resolve, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError'))),
        ),
    ) as unknown as typeof fetch;
    const late = ask(ADDRESS, slow);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(await late).toContain('等了 12 秒');
    const gone = new AbortController();
    const left = askTable(ADDRESS, { currency: 'CNY', fetch: slow, base: BASE, signal: gone.signal });
    gone.abort();
    expect((await left).ok).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it.each([
    ['', '要一个网址'],
    ['C:\\Users\\me\\商品.csv', '电脑里的文件'],
    ['file:///home/me/stall.csv', '电脑里的文件'],
    ['http://192.168.1.3/stall.csv', 'https:// 开头'],
    ['javascript:alert(1)', '要一个网址'],
  ])('that cannot be read is not asked: %j', async (typed, said) => {
    const fetchIt = serving(CSV);
    expect(await ask(typed, fetchIt)).toContain(said);
    expect(fetchIt).not.toHaveBeenCalled();
  });

  it('under https is told that http is mixed content', async () => {
    const base = 'https://stall.example/';
    const answer = await askTable('http://a.example/t.csv', { currency: 'CNY', base });
    expect(answer.ok ? '' : answer.trouble.en).toContain('this https page');
  });

  it.each([
    ['a web page', '<!doctype html><title>Sign in</title>', '打开的是网页'],
    ['nothing', ' \n', '表格是空的'],
    ['other columns', 'a,b\n1,2\n', '找不到表头'],
    ['a header alone', '商品,价格\n', '只有表头'],
    ['half a quote', '商品,价格\n"桃', '引号没有闭合'],
    ['no JSON', '{"rows"', 'JSON'],
  ])('that holds %s is told of in a sentence', async (_, body, said) => {
    expect(await ask(ADDRESS, serving(body))).toContain(said);
  });

  it.each([
    [403, '不让读（403）'],
    [404, '没有这个地址'],
    [500, '出错（500）'],
    [429, '太忙'],
  ])('that answers %i is told of in a sentence', async (status, said) => {
    expect(await ask(ADDRESS, serving('', { status }))).toContain(said);
  });

  it('that answers, and lets no other page read it, is told from one that does not answer', async () => {
    const closed = vi.fn((_: unknown, init?: RequestInit) =>
      init?.mode === 'no-cors' ? Promise.resolve(new Response('')) : Promise.reject(new TypeError('Failed to fetch')),
    ) as unknown as typeof fetch;
    expect(await ask(ADDRESS, closed)).toContain('CORS');
    expect(await ask('https://docs.google.com/spreadsheets/d/abc/edit#gid=0', closed)).toContain('还没有共享');
    expect(await ask('https://docs.qq.com/sheet/abc', closed)).toContain('腾讯文档');
    expect(await ask('https://docs.qq.com/sheet/abc', serving('<!doctype html>'))).toContain('腾讯文档');
    expect(await ask('https://x.feishu.cn/sheets/abc', serving('', { status: 403 }))).toContain('飞书');
    expect(await ask(ADDRESS, silent)).toContain('连不上这个地址');
    vi.stubGlobal('navigator', { onLine: false });
    expect(await ask(ADDRESS, silent)).toContain('没有网络');
  });

  it('of more than 2 MiB is not read to its end', async () => {
    expect(await ask(ADDRESS, serving('x'.repeat(2_100_000)))).toContain('超过 2 MiB');
  });

  it('makes a report or one sentence of any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const answer = readTable(text, ADDRESS, 'CNY');
        if (!answer.ok) for (const said of Object.values(answer.trouble)) expect(said).toMatch(/[.。]$/);
      }),
    );
  });

  it('is followed at an interval, in the stall’s currency and room', () => {
    expect(tableSource(`${ADDRESS}?a=1#x`, { seconds: 30, currency: 'CNY' })).toBe(`table:${ADDRESS}?a=1#every=30`);
    expect(tableSource(ADDRESS, { seconds: 60, currency: 'USD', room: 'north' })).toBe(
      `table:${ADDRESS}#every=60&currency=USD&room=north`,
    );
    expect(shopifySource('a.example', 'TOKEN', { seconds: 15 })).toBe('shopify:a.example?every=15#TOKEN');
    expect(shopifySource('a.example', '', { seconds: 15, room: 'n' })).toBe('shopify:a.example?every=15&room=n');
  });
});

describe('a fault of an adapter', () => {
  it('comes apart into its languages, also where a cell has a slash', () => {
    expect(bothLanguages('现在是“a / b”。 / Expected x, got “a / b”.')).toEqual({
      'zh-CN': '现在是“a / b”。',
      en: 'Expected x, got “a / b”.',
    });
    expect(bothLanguages('Only English.')).toEqual({ 'zh-CN': 'Only English.', en: 'Only English.' });
  });
});

describe('a link of another relay', () => {
  it.each([
    'https://far.example/overlay?stall=peaches&room=north&lang=en#VIEW%26KEY',
    'https://far.example/overlay?stall=peaches&room=north#VIEW%26KEY&src=table%3Ahttps%3A%2F%2Fx',
    'https://far.example/deck?stall=peaches&room=north#VIEW%26KEY',
    'relay:https://far.example/stalls/peaches?room=north#VIEW%26KEY',
  ])('names its stall: %s', (typed) => {
    const link = parseRelayLink(typed)!;
    expect(link).toEqual({ origin: 'https://far.example', stall: 'peaches', room: 'north', key: 'VIEW&KEY' });
    expect(parseRelayLink(relaySource(link))).toEqual(link);
  });

  it.each([
    'https://user:word@far.example/overlay?stall=a#KEY',
    'ftp://far.example/overlay#KEY',
    'https://far.example/somewhere/else#KEY',
  ])('is none that names a user, another kind of address or another page: %s', (typed) => {
    expect(parseRelayLink(typed)).toBeNull();
  });

  it('names a stall in Chinese', () => {
    expect(parseRelayLink('relay:https://far.example/stalls/%E6%A1%83#K')?.stall).toBe('桃');
  });

  it('that leads to a stall tells of it, of its room alone where it names one, and which kind of key it has', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url);
      if (url.endsWith('/healthz')) return Promise.resolve(Response.json({ status: 'ok' }));
      const state = { ...EMPTY_STATE, ...(url.includes('room=') ? {} : { alerts: [] }) };
      const at = '2026-07-01T11:00:00.000Z';
      const frame = { v: 1, type: 'snapshot', stall: 'a', epoch: '01J0000000000000000000000A', offset: 1, at, state };
      return Promise.resolve(Response.json(frame));
    });
    const deck = await askRelay('http://127.0.0.1:7788/deck?stall=peaches#KEY', OWN, BASE);
    expect(deck).toMatchObject({ ok: true, isDeckKey: true, link: { stall: 'peaches', room: '' } });
    const view = await askRelay('https://far.example/overlay?stall=a&room=north#KEY', OWN, BASE);
    expect(view).toMatchObject({ ok: true, isDeckKey: false });
    expect(asked.at(-1)).toBe('https://far.example/stalls/a/state?room=north');
  });

  it('waits eight seconds for each answer, and no longer', async () => {
    const ends = vi.spyOn(AbortSignal, 'timeout');
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      expect(init.signal).toBe(ends.mock.results.at(-1)?.value);
      return Promise.reject(new DOMException('late', 'TimeoutError'));
    });
    const answer = await askRelay('https://far.example/overlay#KEY', OWN, BASE);
    expect(answer).toMatchObject({ ok: false, trouble: { 'zh-CN': expect.stringContaining('连不上那台电脑') } });
    expect(ends.mock.calls).toEqual([[8_000], [8_000]]);
    ends.mockRestore();
  });

  it('is one or none, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true, withQueryParameters: true })), (typed) => {
        const link = parseRelayLink(typed);
        if (link) expect(parseRelayLink(relaySource(link))).toEqual(link);
      }),
    );
  });

  interface Answers {
    healthz?: string | null;
    page?: string | null;
    status?: number;
  }

  it.each<[typed: string, answers: Answers, said: string]>([
    ['hello', {}, '要一条 Stallcast 的画面链接'],
    ['https://far.example/overlay?stall=a', {}, '少了 # 后面的钥匙'],
    ['http://192.168.1.3:7788/overlay#KEY', {}, 'http://'],
    ['http://127.0.0.1:7788/overlay?stall=orchard#KEY', {}, '这就是这里的摊位'],
    ['https://far.example/overlay#KEY', { healthz: null, page: null }, '连不上那台电脑'],
    ['https://far.example/overlay#KEY', { healthz: '<html>', page: '<html>' }, '那里不是 Stallcast'],
    ['https://far.example/overlay#KEY', { healthz: '{"status":"ok"}', status: 401 }, '钥匙不对'],
    ['https://far.example/overlay#KEY', { healthz: '{"status":"ok"}', status: 404 }, '没有这个摊位'],
    ['https://far.example/overlay#KEY', { healthz: '{"status":"ok"}', status: 200 }, '那里不是 Stallcast'],
  ])('that leads nowhere is told of: %s %j', async (typed, { healthz, page, status }, said) => {
    const text = (body: string | null | undefined) =>
      body == null ? Promise.reject(new TypeError('x')) : Promise.resolve(new Response(body));
    vi.stubGlobal('fetch', (url: string) => {
      if (url.endsWith('/healthz')) return text(healthz);
      return url.includes('/stalls/')
        ? Promise.resolve(Response.json({ code: 'x' }, { status: status ?? 200 }))
        : text(page);
    });
    const answer = await askRelay(typed, OWN, BASE);
    expect(answer.ok ? '' : answer.trouble['zh-CN']).toContain(said);
  });
});
