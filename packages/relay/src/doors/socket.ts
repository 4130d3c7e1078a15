import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { parsePosition } from '@stallcast/protocol';
import { WebSocket, WebSocketServer, type RawData } from 'ws';
import type { Message } from '../feed/encode.js';
import { FULL_AT_BYTES, type Outlet } from '../feed/reader.js';
import { splitTarget } from '../http/exchange.js';
import type { KeyGuesses } from '../http/key-guesses.js';
import { noOrigins } from '../http/origins.js';
import { Problem, writeProblemToSocket } from '../http/problem.js';
import { problems } from '../http/problems.js';
import type { Door } from '../http/router.js';
import type { KeyRing } from '../storage/keys.js';
import type { OpenStall } from '../stalls.js';
import type { Access } from './access.js';

/** Close code: no key, or not one of ours. */
export const CLOSE_UNAUTHORIZED = 4401;
/** Close code: the stall has no such room. */
export const CLOSE_NOT_FOUND = 4404;
/** Close code: the relay is stopping. */
const CLOSE_GOING_AWAY = 1001;
const MAX_FIRST_MESSAGE_BYTES = 4 * 1024;
const ADDRESS = /^\/stalls\/([^/]+)\/socket$/;

export interface SocketOptions {
  access: Access;
  keys: KeyRing;
  guesses: KeyGuesses;
  isKnownHost(header: string | undefined): boolean;
  /** How long a client may take to send its key. */
  keyWaitMs: number;
  /** Counts a reader in; returns what counts it out. */
  countReader(): () => void;
}

/** What a plain request to the socket's address hears. */
export const socketDoor: Door = {
  path: '/stalls/:stall/socket',
  method: 'GET',
  origins: noOrigins,
  answer() {
    throw problems.upgradeNeeded();
  },
};

/** The same frames as `events`, over a WebSocket. The key comes in the first message, since a browser sets no header here. */
export class Sockets {
  readonly #options: SocketOptions;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FIRST_MESSAGE_BYTES,
    perMessageDeflate: false,
    clientTracking: true,
  });

  constructor(options: SocketOptions) {
    this.#options = options;
  }

  /** Takes a request that asks to become a WebSocket. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // A client that hangs up here is nobody's fault; without a listener its error would end the relay.
    socket.on('error', () => socket.destroy());
    try {
      const target = splitTarget(request.url);
      const name = ADDRESS.exec(target?.path ?? '')?.[1];
      if (!this.#options.isKnownHost(request.headers.host)) throw problems.foreignHost();
      if (!target || name === undefined) throw problems.unknownPath();
      this.#options.guesses.check(request);
      const stall = await this.#options.access.stall(name);
      this.#server.handleUpgrade(request, socket, head, (webSocket) => {
        this.#welcome(webSocket, socket, stall, target.query.get('room'), () => this.#options.guesses.wrong(request));
      });
    } catch (error) {
      writeProblemToSocket(socket, error instanceof Problem ? error : problems.internal());
    }
  }

  /** Closes every socket, and cuts those that do not answer. */
  close(): void {
    for (const webSocket of this.#server.clients) webSocket.close(CLOSE_GOING_AWAY, 'closing');
    this.#server.close();
  }

  /** Cuts what is still connected. */
  terminate(): void {
    for (const webSocket of this.#server.clients) webSocket.terminate();
  }

  #welcome(webSocket: WebSocket, line: Duplex, stall: OpenStall, room: string | null, wrong: () => void): void {
    const refuse = () => webSocket.close(CLOSE_UNAUTHORIZED, 'Send {"key":"…"} first, with a key of this relay.');
    const wait = setTimeout(refuse, this.#options.keyWaitMs);
    webSocket.on('error', () => webSocket.terminate());
    webSocket.once('close', () => clearTimeout(wait));
    webSocket.once('message', (message) => {
      clearTimeout(wait);
      const first = readFirstMessage(message);
      const role = first && this.#options.keys.roleOf(first.key);
      if (first && !role && !this.#options.keys.isRevoked?.(first.key)) wrong();
      if (!first || !role) return refuse();
      try {
        const view = this.#options.access.view(stall, role, room);
        const disconnect = stall.feed.connect(new SocketOutlet(webSocket, line), view, parsePosition(first.from));
        webSocket.once('close', disconnect);
        webSocket.once('close', this.#options.countReader());
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        webSocket.close(CLOSE_NOT_FOUND, 'The stall has no room of this name.');
      }
    });
  }
}

function readFirstMessage(message: RawData): { key: string; from: string | null } | null {
  try {
    const first: unknown = JSON.parse(String(message));
    if (typeof first !== 'object' || first === null || !('key' in first) || typeof first.key !== 'string') return null;
    return { key: first.key, from: 'from' in first && typeof first.from === 'string' ? first.from : null };
  } catch {
    return null;
  }
}

/** A WebSocket, past which whole frames are written to its line: they are the same for all readers. */
class SocketOutlet implements Outlet {
  readonly #webSocket: WebSocket;
  readonly #line: Duplex;

  constructor(webSocket: WebSocket, line: Duplex) {
    this.#webSocket = webSocket;
    this.#line = line;
  }

  get full(): boolean {
    // Node's own mark is at 16 KiB, which one batch passes; beyond it a drain is sure to be told.
    return this.#line.writableNeedDrain && this.#line.writableLength >= FULL_AT_BYTES;
  }

  send({ frame }: Message): void {
    if (this.#webSocket.readyState === WebSocket.OPEN) this.#line.write(frame);
  }

  onDrain(listener: () => void): void {
    this.#line.on('drain', listener);
  }

  close(why: 'closing' | 'gone'): void {
    if (why === 'closing') this.#webSocket.close(CLOSE_GOING_AWAY, 'closing');
    else this.#webSocket.terminate();
  }
}
