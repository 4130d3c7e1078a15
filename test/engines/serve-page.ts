import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';

const PICTURES = join(import.meta.dirname, '../../packages/elements');

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};

/** The page of all widgets, built for the oldest engine in OBS, on loopback. */
export interface ServedPage {
  address: string;
  close(): Promise<void>;
}

export async function servePage(): Promise<ServedPage> {
  const files = await buildPage();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://page').pathname).slice(1) || 'index.html';
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    const picture = /^pictures\/[\w-]+\.svg$/.test(path) ? join(PICTURES, path) : '';
    if (picture && existsSync(picture)) {
      response.writeHead(200, { 'content-type': type });
      createReadStream(picture).pipe(response);
      return;
    }
    const found = files.get(path);
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': type });
    response.end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function buildPage(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const result = (await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    base: './',
    mode: 'production',
    logLevel: 'error',
    // Also where a test runner has set another NODE_ENV: Lit carries code for development alone.
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['stallcast-source', 'module', 'browser', 'production'] },
    oxc: {
      decorator: { legacy: true },
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    },
    build: {
      target: 'chrome103',
      write: false,
      modulePreload: false,
      // The sample stall looks for its pictures two folders above its own.
      assetsDir: 'built/page',
    },
  })) as Rollup.RolldownOutput;
  return new Map(result.output.map((one) => [one.fileName, one.type === 'chunk' ? one.code : one.source]));
}
