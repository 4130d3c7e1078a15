import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Exchange } from '../http/exchange.js';
import { hostName } from '../http/host-check.js';
import { problems } from '../http/problems.js';

/** The pages that a host opens, by their address. */
const PAGES: Readonly<Record<string, string>> = { '/': 'index.html', '/deck': 'deck.html', '/overlay': 'overlay.html' };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.zip': 'application/zip',
};

/** What a browser saves under a name that says what it is. */
const DOWNLOADS: Readonly<Record<string, string>> = { 'local-pack.zip': 'stallcast-local-pack.zip' };

/** A segment that cannot climb, hide or name a stream: no dot in front, no backslash, no colon. */
const SEGMENT = /^[\w-][\w.-]*$/;

/** What the build names after its content never changes under its name. */
const HASHED = /^\/assets\/.*[-.][\w-]{8,}\.\w+$/;

const FIXED_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Product pictures are shown by shop pages of other origins too.
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
} as const;

/** Serves the built pages and what they load, from one folder. Resolves to false where the folder has nothing at that path. */
export function createPages(folder: string) {
  return async function servePage({ request, response }: Exchange, path: string): Promise<boolean> {
    const page = PAGES[path.length > 1 ? path.replace(/\/$/, '') : path];
    const name = page ?? path.slice(1);
    if (page === undefined && !name.split('/').every((segment) => SEGMENT.test(segment))) return false;

    const file = await readWithin(folder, name);
    if (!file) {
      if (path === '/favicon.ico') {
        // Browsers ask for it on their own; a refusal would stand in their console as an error.
        response.writeHead(204, { 'Cache-Control': 'max-age=86400' }).end();
        return true;
      }
      if (page === undefined) return false;
      throw problems.pagesMissing();
    }
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { Allow: 'GET, HEAD, OPTIONS' }).end();
      return true;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') throw problems.method('GET, HEAD, OPTIONS');

    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    const etag = `"${createHash('sha1').update(file).digest('base64url')}"`;
    const headers = {
      ...FIXED_HEADERS,
      'Content-Type': type,
      'Content-Security-Policy': contentPolicy(name, request.headers.host),
      'Cache-Control': cachingOf(path, type),
      ...(DOWNLOADS[name] && { 'Content-Disposition': `attachment; filename="${DOWNLOADS[name]}"` }),
      ETag: etag,
    };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return true;
    }
    response.writeHead(200, { ...headers, 'Content-Length': file.byteLength });
    response.end(file);
    return true;
  };
}

/**
 * How long a browser may keep a file. A picture is there at once after a reload, and looked after in the background: one that
 * a host has replaced is seen with the reload after that.
 */
function cachingOf(path: string, type: string): string {
  if (type.startsWith('text/html')) return 'no-store';
  if (HASHED.test(path)) return 'public, max-age=31536000, immutable';
  return type.startsWith('image/') ? 'public, max-age=60, stale-while-revalidate=604800' : 'no-cache';
}

/** Reads a file of the folder; null for what is not there, no plain file, or (over a link) somewhere else. */
async function readWithin(folder: string, name: string): Promise<Buffer | null> {
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, name));
    if (!path.startsWith(root + sep) || !(await stat(path)).isFile()) return null;
    return await readFile(path);
  } catch {
    return null;
  }
}

/**
 * What a page may load.
 *
 * The overlay lets inline styles in, since OBS puts the text of its CSS box into a style element; scripts come from the relay alone.
 */
function contentPolicy(name: string, host: string | undefined): string {
  // A worker is bound by its own policy: this one fetches the pages again.
  if (name === 'service-worker.js') return "default-src 'none'; connect-src 'self'";
  // A picture opened by itself is a document, and runs nothing.
  if (!name.endsWith('.html')) return "default-src 'none'; style-src 'unsafe-inline'; sandbox";
  const isOverlay = name === 'overlay.html';
  // The studio adds the overlay to the OBS of its own computer.
  const isStudio = name === 'index.html';
  const obs = isStudio ? ' ws://127.0.0.1:* ws://localhost:*' : '';
  // "'self'" does not cover the sockets of its own host in every engine of the floor.
  const known = hostName(host ?? '') === '' ? '' : ` ws://${host?.trim()} wss://${host?.trim()}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${isOverlay ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: https:",
    "font-src 'self' data:",
    "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    // An overlay may read a table or a shop of the host's, which the studio tries beforehand; pictures of theirs are let in as well.
    `connect-src 'self'${known}${obs}${isOverlay || isStudio ? ' https:' : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    // The studio shows the overlay in a frame of its own origin.
    `frame-src ${isOverlay ? "'none'" : "'self'"}`,
    `frame-ancestors ${isOverlay ? "'self'" : "'none'"}`,
  ].join('; ');
}
