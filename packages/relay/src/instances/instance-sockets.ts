import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer, type RawData } from 'ws';
import type { Access } from '../doors/access.js';
import { CLOSE_UNAUTHORIZED } from '../doors/socket.js';
import { splitTarget } from '../http/exchange.js';
import type { KeyGuesses } from '../http/key-guesses.js';
import { Problem, writeProblemToSocket } from '../http/problem.js';
import { problems } from '../http/problems.js';
import type { WholeKeyRing } from '../storage/key-ring.js';
import { engineName } from './engine-name.js';
import type { InstanceLine, Instances, Introduction } from './instances.js';

/** Close code: the key was taken back. */
export const CLOSE_REVOKED = 4403;
/** Close code: the page says goodbye. */
export const CLOSE_GOODBYE = 4000;
const MAX_MESSAGE_BYTES = 4 * 1024;
const ADDRESS = /^\/stalls\/([^/]+)\/instances$/;

export interface InstanceSocketOptions {
  access: Access;
  keys: WholeKeyRing;
  guesses: KeyGuesses;
  instancesOf(stall: string): Instances;
  isKnownHost(header: string | undefined): boolean;
  keyWaitMs: number;
  /** How often a page is asked whether it is there. */
  pingIntervalMs: number;
}

interface Guest {
  webSocket: WebSocket;
  key: string;
  isAlive: boolean;
  /** Whether its page answers for itself: the engine answers the protocol's pings also for a page that hangs. */
  answers: boolean;
  heard(): void;
}

/**
 * Where pages tell that they are there: one WebSocket a page, beside the stream that several pages of a browser may share.
 *
 * A page says who it is in its first message, later only whether it is shown, and is asked for a sign of life, so it needs no timer. One
 * that does not answer two times is silent.
 */
export class InstanceSockets {
  readonly #options: InstanceSocketOptions;
  readonly #guests = new Set<Guest>();
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false });
  readonly #pings: NodeJS.Timeout;

  constructor(options: InstanceSocketOptions) {
    this.#options = options;
    this.#pings = setInterval(() => this.#ping(), options.pingIntervalMs);
    this.#pings.unref();
  }

  /** Whether a request is for these sockets. */
  static isFor(request: IncomingMessage): boolean {
    return ADDRESS.test(splitTarget(request.url)?.path ?? '');
  }

  /** Takes a request that asks to become a WebSocket. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    try {
      const target = splitTarget(request.url);
      const name = ADDRESS.exec(target?.path ?? '')?.[1];
      if (!this.#options.isKnownHost(request.headers.host)) throw problems.foreignHost();
      this.#options.guesses.check(request);
      const { ledger } = await this.#options.access.stall(name);
      this.#server.handleUpgrade(request, socket, head, (webSocket) => {
        this.#welcome(webSocket, ledger.stall, request);
      });
    } catch (error) {
      writeProblemToSocket(socket, error instanceof Problem ? error : problems.internal());
    }
  }

  /** Whether a page is here that came with the device key of this id. */
  has(keyId: string): boolean {
    return [...this.#guests].some(({ key }) => this.#options.keys.idOf(key) === keyId);
  }

  /** Sends away whoever came with a key that was taken back. */
  dropRevoked(): void {
    for (const { webSocket, key } of this.#guests) {
      if (this.#options.keys.isRevoked(key)) webSocket.close(CLOSE_REVOKED, 'revoked');
    }
  }

  close(): void {
    clearInterval(this.#pings);
    // Also who has not said a word yet: a page that hangs would keep the relay from ending.
    for (const webSocket of this.#server.clients) webSocket.terminate();
    this.#server.close();
  }

  #welcome(webSocket: WebSocket, stall: string, request: IncomingMessage): void {
    const engine = engineName(request.headers['user-agent']);
    const refuse = () =>
      webSocket.close(CLOSE_UNAUTHORIZED, 'Send {"key":"…","hello":{…}} first, with a key of this relay.');
    const wait = setTimeout(refuse, this.#options.keyWaitMs);
    webSocket.on('error', () => webSocket.terminate());
    webSocket.once('close', () => clearTimeout(wait));
    webSocket.once('message', (message) => {
      clearTimeout(wait);
      const first = readFirst(message, engine);
      if (!first) return refuse();
      if (this.#options.keys.isRevoked(first.key)) return webSocket.close(CLOSE_REVOKED, 'revoked');
      const role = this.#options.keys.roleOf(first.key);
      if (!role) {
        this.#options.guesses.wrong(request);
        return refuse();
      }
      this.#admit(webSocket, this.#options.instancesOf(stall), first, role === 'deck');
    });
  }

  #admit(
    webSocket: WebSocket,
    instances: Instances,
    { key, introduction, answers }: FirstMessage,
    isOperator: boolean,
  ): void {
    const { id } = introduction;
    const line: InstanceLine = {
      reload: () => webSocket.send('{"type":"reload"}'),
      told: (list) => {
        if (isOperator) webSocket.send(JSON.stringify({ type: 'instances', instances: list }));
      },
    };
    const guest: Guest = { webSocket, key, isAlive: true, answers, heard: () => instances.heard(id) };
    this.#guests.add(guest);
    instances.join(introduction, line);
    const here = (): void => {
      guest.isAlive = true;
      guest.heard();
    };
    webSocket.on('pong', () => {
      if (!answers) here();
    });
    webSocket.on('message', (message) => {
      here();
      const isShown = readShown(message);
      if (isShown !== null) instances.shown(id, isShown);
    });
    webSocket.once('close', (code) => {
      this.#guests.delete(guest);
      instances.left(id, line, code === CLOSE_GOODBYE || code === CLOSE_REVOKED);
    });
  }

  #ping(): void {
    for (const guest of this.#guests) {
      // One that is being closed has said its last word.
      if (guest.webSocket.readyState !== WebSocket.OPEN) continue;
      if (guest.isAlive) {
        guest.isAlive = false;
        if (guest.answers) guest.webSocket.send('{"type":"ping"}');
        else guest.webSocket.ping();
      } else guest.webSocket.terminate();
    }
  }
}

interface FirstMessage {
  key: string;
  introduction: Introduction;
  answers: boolean;
}

function readFirst(message: RawData, engine: string): FirstMessage | null {
  const first = parse(message);
  const hello = first?.['hello'];
  if (!first || typeof first['key'] !== 'string' || typeof hello !== 'object' || hello === null) return null;
  const { id, kind, scene, room, version, isShown, answers } = hello as Record<string, unknown>;
  if (kind !== 'overlay' && kind !== 'deck') return null;
  if (typeof id !== 'string' || !/^[\w-]{8,64}$/.test(id)) return null;
  return {
    key: first['key'],
    answers: answers === true,
    introduction: {
      id,
      kind,
      engine,
      scene: textOf(scene),
      version: textOf(version),
      isShown: isShown !== false,
      ...(typeof room === 'string' && room !== '' && { room: textOf(room) }),
    },
  };
}

function readShown(message: RawData): boolean | null {
  const isShown = parse(message)?.['isShown'];
  return typeof isShown === 'boolean' ? isShown : null;
}

function parse(message: RawData): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(String(message));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\p{C}/gu, '').slice(0, 80) : '');
