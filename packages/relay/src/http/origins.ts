import type { IncomingMessage, ServerResponse } from 'node:http';
import { problems } from './problems.js';

/** Checks the Origin of a request and sets what the browser is told about it. Throws a problem with status 403. */
export type OriginRule = (request: IncomingMessage, response: ServerResponse, allowed: string) => void;

/** For doors that say nothing to pages of other origins. */
export const noOrigins: OriginRule = () => {};

/** For doors that pages of any origin may read. A key is sent as a header by a script that has it, never by the browser on its own. */
export const anyOrigin: OriginRule = (request, response, allowed) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'ETag');
  if (isPreflight(request)) allow(request, response, allowed, 'Authorization, Last-Event-ID');
};

/** For commands: the relay's own pages, and pages of the origins in the settings. Requests without an Origin are not a browser's. */
export function ownOrigins(more: readonly string[]): OriginRule {
  return (request, response, allowed) => {
    const { origin, host } = request.headers;
    response.setHeader('Vary', 'Origin');
    if (origin === undefined) return;
    if (!more.includes(origin) && !isOwn(origin, host)) throw problems.foreignOrigin();
    response.setHeader('Access-Control-Allow-Origin', origin);
    if (isPreflight(request)) allow(request, response, allowed, 'Authorization, Content-Type');
  };
}

/** True for the origin of this very address. The scheme may differ: behind a tunnel the page is https, the relay is not. */
function isOwn(origin: string, host: string | undefined): boolean {
  const own = /^https?:\/\/([^/@\s]+)$/.exec(origin)?.[1];
  return own !== undefined && host !== undefined && own.toLowerCase() === host.trim().toLowerCase();
}

function isPreflight(request: IncomingMessage): boolean {
  return request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
}

function allow(request: IncomingMessage, response: ServerResponse, methods: string, headers: string): void {
  response.setHeader('Access-Control-Allow-Methods', methods);
  response.setHeader('Access-Control-Allow-Headers', headers);
  response.setHeader('Access-Control-Max-Age', '600');
  // Chromium asks before a page on the internet reaches a private address; a public overlay page may read a relay on this machine.
  if (request.headers['access-control-request-private-network'] === 'true') {
    response.setHeader('Access-Control-Allow-Private-Network', 'true');
  }
}
