/** What a build consists of: for each page by its path, all files of its own that it may load, by their hashed names. */
export interface Build {
  version: string;
  pages: Readonly<Record<string, readonly string[]>>;
}

export interface KeptPagesOptions {
  build: Build;
  origin: string;
  caches?: CacheStorage;
  fetch?: typeof globalThis.fetch;
}

/** The copies of the pages in this browser. */
export interface KeptPages {
  /** What answers a request, or null for what is none of the worker's business. */
  answer(request: Request): Promise<Response> | null;
  /** Keeps a page with everything that it may load, unless this build's copy is there. */
  keepPage(path: string): Promise<void>;
  /** Fetches anew, for this build, each page that an earlier one kept. Rejects where one does not come whole. */
  takeOver(): Promise<void>;
  /** Forgets what is older than the build before this one, which a page that is still open may load from. */
  forgetOld(): Promise<void>;
}

/** How long a page is waited for while there is a copy of it. */
export const PATIENCE_MS = 2_000;

/** How many pictures are kept; the oldest goes first. */
export const MOST_PICTURES = 120;

const BUILDS = 'stallcast-pages-';
const PICTURES = 'stallcast-pictures';

/**
 * Keeps the pages of one build.
 *
 *   page      network for 2 s, then the copy     (of this build; the next build's worker brings its own)
 *   asset     copy, else network                 (its name changes with its content)
 *   picture   copy, and a fresh one for later
 *   the rest  is left alone: other origins, `/stalls/…`, everything that is not GET
 *
 * A page's copy is its path's, whatever its query says; a key never comes here, since a fragment is not part of a request.
 */
export function keptPages({
  build,
  origin,
  caches = globalThis.caches,
  fetch = globalThis.fetch,
}: KeptPagesOptions): KeptPages {
  const own = BUILDS + build.version;
  const filesOf = (path: string): readonly string[] => build.pages[path] ?? [];

  async function keepPage(path: string): Promise<void> {
    const name = pageName(path);
    const cache = await caches.open(own);
    if (!(name in build.pages) || (await cache.match(name))) return;
    await Promise.all(filesOf(name).map((file) => keepFile(cache, file)));
    // The page comes last: it is there only with all that it loads.
    const page = await fetch(origin + name, { cache: 'no-store' });
    if (!isPage(page)) throw new Error(`Expected the page ${name}, got ${page.status}.`);
    await cache.put(name, page);
  }

  async function pathsIn(name: string): Promise<string[]> {
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  }

  async function keepFile(cache: Cache, file: string): Promise<void> {
    if (await cache.match(file)) return;
    const response = (await caches.match(file)) ?? (await fetch(origin + file));
    if (!response.ok) throw new Error(`Expected ${file}, got ${response.status}.`);
    await cache.put(file, response);
  }

  async function answerPage(name: string, request: Request): Promise<Response> {
    const arriving = fetch(request);
    // It may fail while the copy is still looked for.
    arriving.catch(() => {});
    const kept = await keptPage(name).catch(() => undefined);
    if (!kept) return arriving;
    const fresh = arriving.then((response) => (response.status < 500 ? response : kept)).catch(() => kept);
    return Promise.race([fresh, after(PATIENCE_MS).then(() => kept)]);
  }

  async function keptPage(name: string): Promise<Response | undefined> {
    return (await (await caches.open(own)).match(name)) ?? (await caches.match(name));
  }

  async function answerFile(file: string, request: Request): Promise<Response> {
    return (await caches.match(file).catch(() => undefined)) ?? fetch(request);
  }

  async function answerPicture(request: Request): Promise<Response> {
    // Storage that is blocked or full costs the copy, and never the picture.
    const cache = await caches.open(PICTURES).catch(() => null);
    const kept = await cache?.match(request.url).catch(() => undefined);
    const arriving = fetch(request).then(async (response) => {
      if (cache && response.status === 200) await keepPicture(cache, request.url, response.clone()).catch(() => {});
      return response;
    });
    if (!kept) return arriving;
    arriving.catch(() => {});
    return kept;
  }

  return {
    answer(request) {
      const url = new URL(request.url);
      if (request.method !== 'GET' || url.origin !== origin) return null;
      const name = pageName(url.pathname);
      if (request.mode === 'navigate') return name in build.pages ? answerPage(name, request) : null;
      if (url.pathname.startsWith('/assets/')) return answerFile(url.pathname, request);
      return url.pathname.startsWith('/pictures/') ? answerPicture(request) : null;
    },
    keepPage,
    async takeOver() {
      const earlier = (await caches.keys()).filter((name) => name.startsWith(BUILDS) && name !== own);
      const paths = new Set((await Promise.all(earlier.map(pathsIn))).flat());
      await Promise.all([...paths].map(keepPage));
    },
    async forgetOld() {
      const builds = (await caches.keys()).filter((name) => name.startsWith(BUILDS) && name !== own);
      const hasPage = await Promise.all(
        builds.map(async (name) => (await pathsIn(name)).some((path) => path in build.pages)),
      );
      // In the order in which they were made. An update that broke off on a weak line left files alone, which nobody loads from.
      const before = builds.filter((_, index) => hasPage[index]).at(-1);
      await Promise.all(builds.filter((name) => name !== before).map((name) => caches.delete(name)));
    },
  };
}

async function keepPicture(cache: Cache, url: string, picture: Response): Promise<void> {
  await cache.put(url, picture);
  const pictures = await cache.keys();
  await Promise.all(pictures.slice(0, -MOST_PICTURES).map((old) => cache.delete(old)));
}

function pageName(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

/** A page that was sent elsewhere, such as to where one signs in, is none; no browser opens one from a copy either. */
function isPage(response: Response): boolean {
  return response.ok && !response.redirected && (response.headers.get('content-type') ?? '').startsWith('text/html');
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
