import type { IncomingMessage, ServerResponse } from 'node:http';
import { splitTarget, type Exchange } from './exchange.js';
import type { OriginRule } from './origins.js';
import { problems } from './problems.js';

/** What answers at one address. HEAD is answered as GET without a body, OPTIONS by the router. */
export interface Door {
  /** Segments between slashes; `:name` takes any one segment. */
  path: string;
  method: 'GET' | 'POST';
  answer(exchange: Exchange): void | Promise<void>;
  /** Answers a GET at the address of a POST. */
  answerGet?(exchange: Exchange): void | Promise<void>;
  /** Which pages of other origins may use the door. */
  origins: OriginRule;
  /** True where any Host header is taken, because something stronger than an address guards the door. */
  anyHost?: boolean;
}

export interface RouterOptions {
  doors: readonly Door[];
  isKnownHost(header: string | undefined): boolean;
  /** What answers where no door is: the pages. Returns false where it has nothing either. */
  otherwise(exchange: Exchange, path: string): Promise<boolean>;
}

/** Finds the door that a request is for, checks host, origin and method, and lets the door answer. Throws problems. */
export function createRouter({ doors, isKnownHost, otherwise }: RouterOptions) {
  const table = doors.map((door) => ({ door, segments: door.path.split('/') }));

  return async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request;
    if (request.url === '*' && method === 'OPTIONS') return writeAllowed(response, 'GET, HEAD, POST, OPTIONS');
    const target = splitTarget(request.url);
    if (!target) throw problems.malformedRequest();

    const found = findDoor(table, target.path);
    if (!found?.door.anyHost && !isKnownHost(request.headers.host)) throw problems.foreignHost();

    const exchange: Exchange = { request, response, params: found?.params ?? {}, query: target.query };
    if (!found) {
      if (await otherwise(exchange, target.path)) return;
      throw problems.unknownPath();
    }

    const { door } = found;
    const allowed = door.method === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS';
    door.origins(request, response, allowed);
    if (method === 'OPTIONS') return writeAllowed(response, allowed);
    const takesIt =
      method === door.method || (method === 'HEAD' ? door.method === 'GET' : method === 'GET' && door.answerGet);
    if (!takesIt) throw problems.method(allowed);
    await (method === 'GET' && door.answerGet ? door.answerGet(exchange) : door.answer(exchange));
  };
}

function findDoor(table: readonly { door: Door; segments: readonly string[] }[], path: string) {
  const given = path.split('/');
  for (const { door, segments } of table) {
    if (segments.length !== given.length) continue;
    const params: Record<string, string> = {};
    const fits = segments.every((segment, index) => {
      const part = given[index] ?? '';
      if (!segment.startsWith(':')) return segment === part;
      const text = decode(part);
      params[segment.slice(1)] = text;
      return text !== '';
    });
    if (fits) return { door, params };
  }
  return null;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

function writeAllowed(response: ServerResponse, allowed: string): void {
  response.writeHead(204, { Allow: allowed, 'Cache-Control': 'no-store' });
  response.end();
}
