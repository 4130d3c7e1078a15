import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a shop's answer can suffer. */
export type ShopTrouble =
  '429' | '500' | 'silent' | 'trickle' | 'truncated' | 'html' | 'cut' | 'redirect' | '401' | '400' | 'huge' | 'no-date';

export interface FakeShopOptions {
  /** The shop's own clock, ms. */
  now: () => number;
}

/** Answers one question of a shop, or says that it does not know it. */
export type ShopRoute = (url: URL, request: IncomingMessage, origin: string) => FakeAnswer | null;

export interface FakeAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** As the shop writes it: long numbers are written as "#123" and leave as 123. */
  body: unknown;
}

/** A shop on loopback that can be in trouble. */
export interface FakeShop {
  readonly origin: string;
  /** Paths that were asked for, with their queries. */
  readonly asked: string[];
  /** The headers of the last question. */
  readonly heard: IncomingMessage['headers'][];
  /** The troubles of the questions to come, one each. */
  readonly troubles: (ShopTrouble | null)[];
  retryAfter: string;
  close(): Promise<void>;
}

/** Starts a shop of the routes given. */
export async function startFakeShop(routes: readonly ShopRoute[], { now }: FakeShopOptions): Promise<FakeShop> {
  const asked: string[] = [];
  const heard: IncomingMessage['headers'][] = [];
  const troubles: (ShopTrouble | null)[] = [];
  const server = createServer((request, response) => {
    const trouble = troubles.shift() ?? null;
    asked.push(request.url ?? '');
    heard.push(request.headers);
    if (trouble !== 'no-date') response.setHeader('date', new Date(now()).toUTCString());
    else response.sendDate = false;
    if (trouble === null || trouble === 'no-date') answer(request, response);
    else suffer(trouble, request, response);
  });

  function text(request: IncomingMessage): { status: number; headers: Record<string, string>; text: string } {
    const url = new URL(request.url ?? '/', shop.origin);
    for (const route of routes) {
      const said = route(url, request, shop.origin);
      if (said) {
        const written = JSON.stringify(said.body).replace(/"#(\d+)"/g, '$1');
        return { status: said.status ?? 200, headers: said.headers ?? {}, text: written };
      }
    }
    return { status: 404, headers: {}, text: '{"code":"rest_no_route"}' };
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { status, headers, text: body } = text(request);
    response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers }).end(body);
  }

  function suffer(trouble: ShopTrouble, request: IncomingMessage, response: ServerResponse): void {
    switch (trouble) {
      case '429':
        response.writeHead(429, { 'retry-after': shop.retryAfter }).end('{}');
        break;
      case '400':
      case '401':
      case '500':
        response.writeHead(Number(trouble), { 'content-type': 'application/json' }).end('{"code":"trouble"}');
        break;
      case 'redirect':
        response.writeHead(302, { location: 'https://elsewhere.example/wp-login.php' }).end();
        break;
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Log in</title>');
        break;
      case 'truncated': {
        const body = text(request).text;
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(body.slice(0, Math.max(1, body.length - 2)));
        break;
      }
      case 'cut':
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' });
        response.write('[');
        setImmediate(() => response.destroy());
        break;
      case 'huge':
        response.writeHead(200, { 'content-type': 'application/json' }).end(`[${' '.repeat(200_000)}]`);
        break;
      case 'trickle':
        response.writeHead(200, { 'content-type': 'application/json' }).write('[');
        break;
      case 'silent':
        break;
      case 'no-date':
        answer(request, response);
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const shop: FakeShop = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    heard,
    troubles,
    retryAfter: '2',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return shop;
}
