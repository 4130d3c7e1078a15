/**
 * Hostile text on pages that enforce Trusted Types: a shop's own page with the widgets on it, the relay's overlay, and the local pack
 * on file://. There a text that reaches a sink of markup is an error and told as a violation, also where nothing of it would run.
 *
 * Lit's one policy is let in, which takes the templates of the code and no text, and the one that names the pages' worker.
 */
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { LOCAL_PACK, servePages } from '../e2e/page-server.js';
import { MARKUP } from './corpora.js';
import { CANARY, openHostileStall, type HostileStall } from './hostile-stall.js';
import { NO_MISDEEDS, watchContext, watchNavigations } from './page-watch.js';
import { cut, stockUp, type Listed } from './stock-up.js';
import { useAll } from './use-everything.js';
import { visibleText } from './visible-text.js';

const POLICY = "require-trusted-types-for 'script'; trusted-types lit-html stallcast-worker";
const EMBEDDING = fileURLToPath(new URL('../../examples/plain-html/', import.meta.url));

/** Each sort of vector comes early in the corpus; what keeps them text is the same for all. */
const TEXTS = MARKUP.filter((_, index) => index % 8 === 0);

let stall: HostileStall;
let listed: Listed[];

test.describe.configure({ mode: 'default' });
test.setTimeout(120_000);
test.beforeAll(async () => {
  stall = await openHostileStall();
  listed = await stockUp(stall, ['桃', ...TEXTS]);
});
test.afterAll(() => stall.stop());

async function openWatched(context: BrowserContext, isAllowed: (url: string) => boolean) {
  const misdeedsOf = await watchContext(context, isAllowed);
  const page = await context.newPage();
  const navigations = watchNavigations(page);
  return { page, misdeedsOf, misdeeds: () => misdeedsOf(page, navigations) };
}

/** Waits until the first card says so, by a look from inside: a locator's own scripts are not this page's. */
const showsTitle = (page: Page, title: string) =>
  expect
    .poll(() =>
      page.evaluate(
        () => document.querySelector('stall-product-card')?.shadowRoot?.querySelector('.title')?.textContent,
      ),
    )
    .toBe(visibleText(title));

test('a careless page is told of by its policy', async ({ browser }) => {
  const context = await browser.newContext();
  const { page, misdeeds } = await openWatched(context, (url) => url === 'http://careless.test/');
  await page.route('http://careless.test/', (route) =>
    route.fulfill({
      headers: { 'content-security-policy': POLICY },
      contentType: 'text/html',
      body: '<!doctype html><body></body>',
    }),
  );
  await page.goto('http://careless.test/');
  const thrown = await page.evaluate(() => {
    try {
      // eslint-disable-next-line no-restricted-syntax -- the control does what the widgets may not
      document.body.innerHTML = '<img src=x onerror=alert(1)>';
      return null;
    } catch (error) {
      return String(error);
    }
  });
  expect(thrown).toMatch(/TrustedHTML/);
  const { violations, executions } = await misdeeds();
  expect(violations).toEqual(['require-trusted-types-for trusted-types-sink']);
  expect(executions).toEqual([]);
  await context.close();
});

test('a shop’s own page shows the titles as text', async ({ browser }) => {
  const folder = await buildEmbedding();
  enforceIn(join(folder, 'index.html'), `${POLICY}; script-src 'self'`);
  const server = await servePages(folder);
  const origin = `http://127.0.0.1:${server.port}`;
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const { page, misdeeds } = await openWatched(
    context,
    (url) => url.startsWith(origin) || url.startsWith(stall.origin),
  );
  const src = `relay:${stall.origin}/stalls/orchard?room=main`;
  await page.goto(`${origin}/index.html?${new URLSearchParams({ src }).toString()}#${CANARY.view}`);
  for (const { id, title } of listed) {
    await page.evaluate(
      (wanted) => document.querySelector('stall-product-card')?.setAttribute('product-id', wanted),
      id,
    );
    await showsTitle(page, title);
    await useAll(page);
  }
  expect(await misdeeds()).toEqual(NO_MISDEEDS);
  await context.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

test('the relay’s overlay shows the titles as text', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const { page, misdeeds } = await openWatched(context, (url) => url.startsWith(stall.origin));
  await enforce(page, `${stall.origin}/overlay**`, POLICY);
  await page.goto(`${stall.origin}/overlay?stall=orchard&room=main#${CANARY.view}`);
  for (const { id, title } of listed) {
    expect((await stall.command({ type: 'feature', productIds: [id] })).status).toBe(200);
    await showsTitle(page, title);
    await useAll(page);
  }
  expect(await misdeeds()).toEqual(NO_MISDEEDS);
  await context.close();
});

test('the local pack on file:// shows the titles as text', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-pack-'));
  cpSync(LOCAL_PACK, folder, { recursive: true });
  const addressOf = (name: string) => pathToFileURL(join(folder, name)).href;
  for (const name of ['overlay.html', 'deck.html']) enforceIn(join(folder, name), POLICY);
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const { page, misdeedsOf, misdeeds } = await openWatched(context, (url) =>
    url.startsWith(pathToFileURL(folder).href),
  );
  // Opening the deck opens the stall in this browser's storage.
  const deck = await context.newPage();
  await deck.goto(addressOf('deck.html'));
  await expect
    .poll(() => deck.evaluate(() => document.querySelector('deck-app')?.shadowRoot?.querySelector('main') !== null))
    .toBe(true);
  await page.goto(addressOf('overlay.html'));
  let commands = 0;
  // As a hotkey of OBS sends them: the page passes them on to the ledger in its storage.
  const command = (fields: object) =>
    page.evaluate(
      (detail) => {
        window.dispatchEvent(new CustomEvent('stallcast-command', { detail }));
      },
      { id: `c${++commands}`, ...fields },
    );
  for (const [index, text] of ['桃', ...TEXTS].entries()) {
    const title = cut(text, 200);
    const product = {
      ...{ id: `p${index}`, kind: 'goods', title, spec: cut(text, 100), media: [] },
      ...{ promises: [], sources: [], stockFrom: 'ledger' },
    };
    await command({ type: 'put-product', product });
    await command({ type: 'feature', productIds: [product.id] });
    await showsTitle(page, title);
    await useAll(page);
  }
  const rows = () =>
    deck.evaluate(() => document.querySelector('deck-app')?.shadowRoot?.querySelectorAll('deck-product-row').length);
  await expect.poll(rows).toBe(TEXTS.length + 1);
  expect(await misdeeds()).toEqual(NO_MISDEEDS);
  expect(await misdeedsOf(deck, [])).toEqual(NO_MISDEEDS);
  await context.close();
  rmSync(folder, { recursive: true });
});

/** Adds a policy to what a server says of its pages. */
async function enforce(page: Page, pages: string, policy: string): Promise<void> {
  await page.route(pages, async (route) => {
    const response = await route.fetch();
    const own = response.headers()['content-security-policy'];
    const headers = { ...response.headers(), 'content-security-policy': own ? `${own}; ${policy}` : policy };
    await route.fulfill({ response, headers });
  });
}

/** Writes a policy into a page. */
function enforceIn(path: string, policy: string): void {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  writeFileSync(path, readFileSync(path, 'utf8').replace('<meta charset', `${meta}<meta charset`));
}

/** Builds the example as its README says, and returns the folder. */
async function buildEmbedding(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'stallcast-embedding-'));
  await build({
    root: EMBEDDING,
    configFile: join(EMBEDDING, 'vite.config.js'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'chrome103', modulePreload: false },
  });
  return outDir;
}
