import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright';
import { browserLaunch } from '../../packages/tooling/bootstrap/browser.mjs';
import { buildPage } from '../bench/build-page.js';

/** A browser, and the page that is watched, on a port of its own. */
export interface Site {
  readonly browser: Browser;
  readonly origin: string;
  close(): Promise<void>;
}

/** Builds a watched page from the sources, serves it, and starts a browser: `STALLCAST_ENGINE=103` or `127` takes one of OBS's. */
export async function openSite(
  folder = '../../faults/page',
  args: readonly string[] = [],
  /** Arguments of Playwright's that the browser goes without. */
  without: readonly string[] = [],
): Promise<Site> {
  const { files } = await buildPage(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const file = files.get(pathname === '/' ? 'index.html' : pathname.slice(1));
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.type }).end(file.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const launch = browserLaunch(process.env.STALLCAST_ENGINE);
  const browser = await chromium.launch({
    ...launch,
    args: [...launch.args, ...args],
    ignoreDefaultArgs: [...without],
  });
  return {
    browser,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
