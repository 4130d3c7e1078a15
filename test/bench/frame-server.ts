import type { Batch, Frame } from '@stallcast/protocol';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { BuiltPage } from './build-page.js';
import { STALL, type ScriptedStall } from './scripted-stall.js';

/** Serves built pages and one scripted stall over the wire's WebSocket, on loopback. */
export interface FrameServer {
  readonly origin: string;
  /** For what else is to listen at the same port. */
  readonly http: Server;
  /** How many sockets read the stall. */
  readonly readers: number;
  /** Puts a stall behind the socket; whoever connects from then on reads it. */
  offer(stall: ScriptedStall): void;
  send(frame: Frame | Batch): void;
  close(): Promise<void>;
}

export interface FrameServerOptions {
  /** How often a sign of life goes out, ms. */
  pingEveryMs?: number;
}

/** Starts the server on a free port. Pages are found at `/<name>/`. */
export async function startFrameServer(
  pages: Readonly<Record<string, BuiltPage>>,
  { pingEveryMs = 5_000 }: FrameServerOptions = {},
): Promise<FrameServer> {
  let stall: ScriptedStall | null = null;
  const readers = new Set<WebSocket>();
  const http = createServer((request, response) => {
    const [, name = '', file = ''] = /^\/([^/?]+)\/([^?]*)/.exec(request.url ?? '') ?? [];
    const found = pages[name]?.files.get(file || 'index.html');
    response.writeHead(found ? 200 : 404, {
      'content-type': found?.type ?? 'text/plain',
      // Two clocks of one page agree to a twentieth of a millisecond only in an isolated one.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(found?.body ?? 'There is no such page.');
  });

  const sockets = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    // Others at this port have sockets of their own.
    if (!request.url?.startsWith(`/stalls/${STALL}/socket`)) return;
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  });
  sockets.on('connection', (socket) => {
    // The first message says who reads and from where; this stall gives everybody a snapshot.
    socket.once('message', () => {
      if (!stall) return socket.close();
      socket.send(JSON.stringify(stall.snapshot()));
      socket.send(JSON.stringify(stall.ping()));
      readers.add(socket);
    });
    socket.once('close', () => readers.delete(socket));
  });

  const send = (frame: Frame | Batch) => {
    const text = JSON.stringify(frame);
    for (const reader of readers) reader.send(text);
  };
  const pings = setInterval(() => {
    if (stall) send(stall.ping());
  }, pingEveryMs);

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    http,
    get readers() {
      return readers.size;
    },
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    offer(next) {
      for (const reader of readers) reader.close();
      stall = next;
    },
    send,
    async close() {
      clearInterval(pings);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
