import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request and its answer, with the address taken apart. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** The parts of the path that the door's pattern names. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
}

/** An address without its origin, split. Null where it is none. */
export function splitTarget(target: string | undefined): { path: string; query: URLSearchParams } | null {
  // An absolute address (as a proxy gets it) is cut by hand: a URL parser would let "//host/path" name another host.
  const local = (target ?? '').replace(/^https?:\/\/[^/?#]*/i, '') || '/';
  const [beforeFragment = ''] = local.split('#', 1);
  const [path = ''] = beforeFragment.split('?', 1);
  if (!path.startsWith('/')) return null;
  return { path, query: new URLSearchParams(beforeFragment.slice(path.length + 1)) };
}

/** Answers with JSON. */
export function writeJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  writeText(response, status, 'application/json', typeof value === 'string' ? value : JSON.stringify(value), headers);
}

/** Answers with a text of the given type. */
export function writeText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = Buffer.from(text);
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
    'Content-Length': body.byteLength,
  });
  response.end(body);
}
