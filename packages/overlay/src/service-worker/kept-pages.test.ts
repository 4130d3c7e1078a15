import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptPages, MOST_PICTURES, type Build } from './kept-pages.js';

const ORIGIN = location.origin;
const build = (version: string, asset = `/assets/deck-${version}.js`): Build => ({
  version,
  pages: { '/deck': [asset, '/assets/shared.js'], '/overlay': ['/assets/shared.js'] },
});

/** A server that answers each address with its version, or nothing while it is down. */
function createServer() {
  const server = {
    version: 'one',
    isDown: false,
    isSlow: false,
    status: 200,
    isSentElsewhere: false,
    type: '',
    asked: [] as string[],
    /** How the browser's own copies were to be used for pages. */
    caching: new Set<unknown>(),
    async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      const { pathname } = new URL(input instanceof Request ? input.url : String(input), ORIGIN);
      server.asked.push(pathname);
      if (init) server.caching.add(init.cache);
      if (server.isSlow) await new Promise(() => {});
      if (server.isDown) throw new TypeError('down');
      const type = server.type || (pathname.includes('.') ? 'text/javascript' : 'text/html');
      const response = new Response(`${pathname} ${server.version}`, {
        status: server.status,
        headers: { 'content-type': type },
      });
      return server.isSentElsewhere ? Object.defineProperty(response, 'redirected', { value: true }) : response;
    },
  };
  return server;
}

let server: ReturnType<typeof createServer>;
const open = (version: string) =>
  keptPages({ build: build(version), origin: ORIGIN, fetch: (input, init) => server.fetch(input, init) });
const clear = async () => {
  for (const name of await caches.keys()) await caches.delete(name);
};

beforeEach(async () => {
  server = createServer();
  await clear();
});
afterEach(clear);

/** A navigation, which a page cannot make by itself. */
function navigate(path: string): Request {
  const request = new Request(ORIGIN + path);
  Object.defineProperty(request, 'mode', { value: 'navigate' });
  return request;
}
const text = async (answer: Promise<Response> | null) => (answer ? (await answer).text() : null);

describe('the kept pages', () => {
  it('leave alone what is none of theirs', () => {
    const { answer } = open('one');
    const others = ['/stalls/orchard/state', '/stalls/orchard/events', '/service-worker.js', '/deck.webmanifest'];
    for (const path of others) expect(answer(new Request(ORIGIN + path)), path).toBeNull();
    expect(answer(new Request('https://shop.example/assets/a.js'))).toBeNull();
    expect(answer(new Request(`${ORIGIN}/assets/a.js`, { method: 'POST' }))).toBeNull();
    expect(answer(navigate('/healthz'))).toBeNull();
    expect(server.asked).toEqual([]);
  });

  it('come from the network while it is there, and from the copy when it is not, whatever the query', async () => {
    const pages = open('one');
    await pages.keepPage('/deck/');
    expect([...server.caching]).toEqual(['no-store']);
    server.version = 'two';
    expect(await text(pages.answer(navigate('/deck?stall=a')))).toBe('/deck two');
    server.isDown = true;
    expect(await text(pages.answer(navigate('/deck?stall=b')))).toBe('/deck one');
    expect(await text(pages.answer(new Request(`${ORIGIN}/assets/deck-one.js`)))).toBe('/assets/deck-one.js one');
  });

  it('come from the copy where the network is slow, or answers that it cannot', async () => {
    const pages = open('one');
    await pages.keepPage('/deck');
    server.version = 'of a proxy';
    server.status = 503;
    expect(await text(pages.answer(navigate('/deck')))).toBe('/deck one');
    server.isSlow = true;
    expect(await text(pages.answer(navigate('/deck')))).toBe('/deck one');
  });

  it('are not there while they were not kept whole', async () => {
    const pages = open('one');
    server.isDown = true;
    await expect(pages.keepPage('/deck')).rejects.toThrow();
    await expect(pages.answer(navigate('/deck'))).rejects.toThrow('down');
    server.isDown = false;
    server.status = 404;
    await expect(pages.keepPage('/deck')).rejects.toThrow(/Expected .*404/);
    expect(await caches.match('/deck')).toBeUndefined();
  });

  it('are none that were sent elsewhere, as to where one signs in, and none of another kind', async () => {
    const pages = open('one');
    server.isSentElsewhere = true;
    await expect(pages.keepPage('/deck')).rejects.toThrow(/Expected the page/);
    server.isSentElsewhere = false;
    server.type = 'application/json';
    await expect(pages.keepPage('/deck')).rejects.toThrow(/Expected the page/);
    expect(await caches.match('/deck')).toBeUndefined();
  });

  it('come from the network where the browser’s storage is blocked, or full', async () => {
    const blocked = {
      open: () => Promise.reject(new Error('blocked')),
      match: () => Promise.reject(new Error('blocked')),
    };
    const full = {
      match: () => Promise.resolve(undefined),
      open: () =>
        Promise.resolve({ match: () => Promise.resolve(undefined), put: () => Promise.reject(new Error('full')) }),
    };
    for (const storage of [blocked, full]) {
      const { answer } = keptPages({
        build: build('one'),
        origin: ORIGIN,
        caches: storage as unknown as CacheStorage,
        fetch: (input) => server.fetch(input as Request),
      });
      expect(await text(answer(navigate('/deck')))).toBe('/deck one');
      expect(await text(answer(new Request(`${ORIGIN}/assets/shared.js`)))).toBe('/assets/shared.js one');
      expect(await text(answer(new Request(`${ORIGIN}/pictures/peach.svg`)))).toBe('/pictures/peach.svg one');
    }
  });

  it('keep no picture that is not there', async () => {
    const { answer } = open('one');
    const picture = () => text(answer(new Request(`${ORIGIN}/pictures/peach.svg`)));
    server.status = 404;
    await picture();
    server.status = 200;
    server.version = 'two';
    expect(await picture()).toBe('/pictures/peach.svg two');
  });

  it('are fetched anew for the next build, of what was kept alone, and what did not change is not fetched', async () => {
    await open('one').keepPage('/deck');
    server.version = 'two';
    server.asked = [];
    const next = open('two');
    await next.takeOver();
    await next.forgetOld();
    expect(server.asked.sort()).toEqual(['/assets/deck-two.js', '/deck']);
    server.isDown = true;
    expect(await text(next.answer(navigate('/deck')))).toBe('/deck two');
    // A page of the build before, which is still open, may load from its own.
    expect(await text(next.answer(new Request(`${ORIGIN}/assets/deck-one.js`)))).toBe('/assets/deck-one.js one');

    server.isDown = false;
    const third = open('three');
    await third.takeOver();
    await third.forgetOld();
    expect(await caches.match('/assets/deck-one.js')).toBeUndefined();
  });

  it('of an update that does not come whole stay the old ones', async () => {
    await open('one').keepPage('/deck');
    server.isDown = true;
    await expect(open('two').takeOver()).rejects.toThrow();
    expect(await text(open('one').answer(navigate('/deck')))).toBe('/deck one');
  });

  it('of the build before stay also where an update between broke off', async () => {
    await open('one').keepPage('/deck');
    const { fetch: whole } = server;
    server.fetch = async (input) => {
      if (new URL((input as Request).url ?? String(input), ORIGIN).pathname === '/deck') throw new TypeError('down');
      return whole(input);
    };
    await expect(open('two').takeOver()).rejects.toThrow();
    expect(await caches.has('stallcast-pages-two')).toBe(true);
    server.fetch = whole;
    const third = open('three');
    await third.takeOver();
    await third.forgetOld();
    expect(await caches.has('stallcast-pages-two')).toBe(false);
    expect(await text(third.answer(new Request(`${ORIGIN}/assets/deck-one.js`)))).toBe('/assets/deck-one.js one');
  });

  it('have pictures at once, fresh ones for later, and not without end', async () => {
    const { answer } = open('one');
    const picture = () => text(answer(new Request(`${ORIGIN}/pictures/peach.svg`)));
    expect(await picture()).toBe('/pictures/peach.svg one');
    server.version = 'two';
    expect(await picture()).toBe('/pictures/peach.svg one');
    await expect.poll(picture).toBe('/pictures/peach.svg two');
    for (let n = 0; n < MOST_PICTURES + 5; n++) await answer(new Request(`${ORIGIN}/pictures/${n}.svg`));
    const kept = await (await caches.open('stallcast-pictures')).keys();
    expect(kept.length).toBe(MOST_PICTURES);
  });
});
