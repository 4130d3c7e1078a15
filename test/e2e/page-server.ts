import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The pages that the relay serves, as they were built. */
export const RELAY_PAGES = fileURLToPath(new URL('../../packages/relay/dist/pages/', import.meta.url));

/** The folder that runs in OBS without a server. */
export const LOCAL_PACK = fileURLToPath(new URL('../../packages/overlay/dist/local-pack/', import.meta.url));

/** The pack as hosts get it. */
export const LOCAL_PACK_ZIP = join(RELAY_PAGES, 'local-pack.zip');

/** Serves a folder of files on loopback and nothing else: no stall, no data. Returns the port and what closes it. */
export async function servePages(folder: string, port = 0): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = normalize(pathname === '/overlay' ? '/overlay.html' : pathname);
    readFile(join(folder, name)).then(
      (body) =>
        response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  return listen(server, port);
}

/**
 * Serves what lies in a folder as OBS does at `http://absolute/`: by its whole path on this machine, encoded. Elsewhere there
 * is nothing.
 */
export async function serveAsLocalFiles(folder: string): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://absolute').pathname));
    const asked = path.startsWith(folder) ? readFile(path) : Promise.reject(new Error('Outside the folder.'));
    asked.then(
      (body) =>
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  return listen(server);
}

async function listen(server: Server, port = 0): Promise<{ port: number; close: () => Promise<void> }> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server has no port.');
  return {
    port: address.port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
