import { connect, type Socket } from 'node:net';
import { waitMs } from '../../../packages/adapters/src/relay/connection.js';
import { readStamps } from './stamp.js';
import { sharedNow } from './talk.js';
import { clientFrame, Cutter, kindOf, positionIn, type Way } from './wire.js';

/** Where viewers go, and how. */
export interface Target {
  way: Way;
  port: number;
  key: string;
}

/** What all viewers of a process write down together. */
export interface Notes {
  /** From the change to its receipt, ns. */
  delays: number[];
  bytes: number;
}

/** All sockets of a process read into one piece of memory, one after the other. */
const READING = Buffer.allocUnsafe(256 * 1024);

/** One viewer: it connects, counts what it is told, and, where it is to, comes back as our adapter does. */
export class Viewer {
  /** Set once it was told everything: when, and when the attempt that led there began; ns. */
  levelAt = 0;
  startedAt = 0;
  /** Level means that far. */
  aim = 0;
  comesBack = false;
  readonly #target: Target;
  readonly #from: string;
  readonly #notes: Notes;
  readonly #onLevel: () => void;
  #socket: Socket | null = null;
  #position: { epoch: string; offset: number } | null = null;
  #failed = 0;

  constructor(target: Target, from: string, notes: Notes, onLevel: () => void) {
    this.#target = target;
    this.#from = from;
    this.#notes = notes;
    this.#onLevel = onLevel;
  }

  open(): void {
    const { way, port } = this.#target;
    this.startedAt = sharedNow();
    const cutter = new Cutter(way, (payload) => this.#told(payload));
    const socket = connect({
      host: '127.0.0.1',
      port,
      localAddress: this.#from,
      onread: {
        buffer: READING,
        callback: (length) => {
          cutter.take(READING.subarray(0, length), (head) => this.#answered(head));
          return true;
        },
      },
    });
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.once('close', () => this.#closed(socket));
    socket.write(this.#request());
  }

  /** Stops reading, and stays. */
  stop(): void {
    this.#socket?.pause();
  }

  close(): void {
    this.comesBack = false;
    this.#socket?.destroy();
    this.#socket = null;
  }

  forgetLevel(aim: number): void {
    this.levelAt = 0;
    this.aim = aim;
  }

  /** Whether it has heard of the aim already. */
  look(): void {
    if (this.#position && this.#position.offset >= this.aim) this.#level();
  }

  #request(): string {
    const { way, port, key } = this.#target;
    const from = this.#position ? `?from=${this.#position.epoch}.${this.#position.offset}` : '';
    const host = `Host: 127.0.0.1:${port}\r\n`;
    if (way === 'events')
      return `GET /stalls/orchard/events${from} HTTP/1.1\r\n${host}Authorization: Bearer ${key}\r\n\r\n`;
    const path = way === 'socket' ? '/stalls/orchard/socket' : '/socket.io/?EIO=4&transport=websocket';
    return (
      `GET ${path} HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n'
    );
  }

  #answered(head: string): void {
    if (!/^HTTP\/1\.1 (101|200) /.test(head)) {
      this.#socket?.destroy();
      return;
    }
    if (this.#target.way !== 'socket') return;
    const from = this.#position && `${this.#position.epoch}.${this.#position.offset}`;
    this.#say(JSON.stringify({ key: this.#target.key, ...(from && { from }) }));
  }

  #say(text: string): void {
    this.#socket?.write(clientFrame(text));
  }

  #told(payload: Buffer): void {
    const { way } = this.#target;
    const kind = kindOf(way, payload);
    if (kind === 'change') {
      const now = sharedNow();
      readStamps(payload, (stamp) => this.#notes.delays.push(now - stamp));
      this.#notes.bytes += payload.length;
    }
    if (way === 'socket' || way === 'events') {
      this.#position = positionIn(kind, payload) ?? this.#position;
      if (this.levelAt === 0) this.look();
    } else if (kind === 'state') this.#level();
    else if (kind === 'other') this.#talkEngine(payload.toString('latin1', 0, 2));
  }

  /** What a client of socket.io has to say to be told anything, and to be kept. */
  #talkEngine(word: string): void {
    if (word.startsWith('0')) this.#say('40');
    else if (word.startsWith('2')) this.#say('3');
    else if (word === '40' && this.#target.way === 'nodecg') {
      this.#say('420["joinRoom","replicant:fanout:sale"]');
      this.#say('421["replicant:declare",{"name":"sale","namespace":"fanout","opts":{"persistent":false}}]');
    }
  }

  #level(): void {
    if (this.levelAt !== 0) return;
    this.levelAt = sharedNow();
    this.#failed = 0;
    this.#onLevel();
  }

  #closed(socket: Socket): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    if (!this.comesBack) return;
    setTimeout(() => this.open(), waitMs({ attempt: this.#failed, longest: false }, Math.random));
    this.#failed += 1;
  }
}
