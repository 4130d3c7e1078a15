import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { parsePosition, type Frame } from '@stallcast/protocol';
import { createExampleLog, describeAdapter, type AdapterHarness, type ExampleLog } from '@stallcast/testing';
import { WebSocket as NodeSocket, WebSocketServer } from 'ws';
import { relayAdapter } from './relay-adapter.js';
import { socketLines } from './socket-line.js';

const KEY = 'a-key-that-nobody-may-read';

/** A small relay on a real port: two doors, no patience, no framework. */
class SmallRelay {
  readonly #log: ExampleLog;
  readonly #sockets = new Set<Socket>();
  readonly #sends = new Set<(text: string) => void>();
  #server: Server | null = null;
  #webSockets: WebSocketServer | null = null;
  port = 0;

  constructor(log: ExampleLog) {
    this.#log = log;
  }

  get connections(): number {
    return this.#sends.size;
  }

  async open(): Promise<void> {
    const server = createServer((request, response) => {
      if (request.headers.authorization !== `Bearer ${KEY}`) return void response.writeHead(401).end();
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const from = new URL(request.url ?? '/', 'http://relay').searchParams.get('from');
      const leave = this.#welcome(from, (text) => response.write(`data: ${text}\n\n`));
      response.once('close', leave);
    });
    const webSockets = new WebSocketServer({ server });
    webSockets.on('connection', (socket) => {
      socket.once('message', (first) => {
        const { key, from = null } = JSON.parse(String(first)) as { key: string; from?: string };
        if (key !== KEY) return socket.close(4401);
        const leave = this.#welcome(from, (text) => socket.send(text));
        socket.once('close', leave);
      });
    });
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
    this.#webSockets = webSockets;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    this.#webSockets?.close();
    for (const socket of this.#sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  }

  /** Ends every connection, and stays open for new ones. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  send(text: string): void {
    for (const send of this.#sends) send(text);
  }

  #welcome(from: string | null, send: (text: string) => void): () => void {
    const tell = (frame: Frame) => send(JSON.stringify(frame));
    for (const frame of this.#log.answer(parsePosition(from))) tell(frame);
    tell(this.#log.ping());
    const unsubscribe = this.#log.subscribe((change) => tell({ v: 1, type: 'change', ...change }));
    this.#sends.add(send);
    return () => {
      unsubscribe();
      this.#sends.delete(send);
    };
  }
}

async function createHarness(transport: 'socket' | 'events'): Promise<AdapterHarness> {
  const log = createExampleLog();
  const relay = new SmallRelay(log);
  await relay.open();
  return {
    adapter: relayAdapter({
      url: `http://127.0.0.1:${relay.port}`,
      stall: 'peaches',
      key: KEY,
      transport,
      // The socket of Node's own comes with Node 22.
      lines: { socket: socketLines(NodeSocket as unknown as typeof WebSocket) },
    }),
    secret: KEY,
    truth: () => log.position,
    append: () => void log.append(),
    garble: () => relay.send('not a frame'),
    interrupt: () => relay.close(),
    restore: () => relay.open(),
    startOver() {
      log.startOver();
      relay.cut();
    },
    connections: () => relay.connections,
    settle: () => new Promise((resolve) => setTimeout(resolve, 100)),
    release: () => relay.close(),
  };
}

describeAdapter('relayAdapter with a real server over a WebSocket', () => createHarness('socket'));
describeAdapter('relayAdapter with a real server over server-sent events', () => createHarness('events'));
