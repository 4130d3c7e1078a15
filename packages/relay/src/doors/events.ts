import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { parsePosition } from '@stallcast/protocol';
import type { Message } from '../feed/encode.js';
import { FULL_AT_BYTES, type Outlet } from '../feed/reader.js';
import { anyOrigin } from '../http/origins.js';
import type { Door } from '../http/router.js';
import type { Access } from './access.js';

/** The log as server-sent events. Read with `fetch`: EventSource sends no key. */
export function eventsDoor(access: Access): Door {
  return {
    path: '/stalls/:stall/events',
    method: 'GET',
    origins: anyOrigin,
    async answer(exchange) {
      const { stall, view } = await access.reader(exchange);
      const { request, response, query } = exchange;
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store, no-transform',
        'X-Content-Type-Options': 'nosniff',
        // Keeps nginx and its like from holding events back.
        'X-Accel-Buffering': 'no',
        // Said here, since chunks are made once for all readers and not by Node.
        ...(request.httpVersion === '1.1' && { 'Transfer-Encoding': 'chunked' }),
      });
      if (request.method === 'HEAD') {
        response.end();
        return;
      }
      response.flushHeaders();
      request.socket.setNoDelay(true);
      // What is not a position is no position: the reader gets a snapshot, which heals whatever it had.
      const from = parsePosition(request.headers['last-event-id']?.toString() ?? query.get('from'));
      const disconnect = stall.feed.connect(new EventsOutlet(request, response), view, from);
      response.once('close', disconnect);
      if (response.destroyed) disconnect();
    },
  };
}

/** A streaming answer. */
class EventsOutlet implements Outlet {
  readonly #response: ServerResponse;
  /** Where bytes go that are a chunk already; null where Node has to frame them: HTTP/1.0, or behind an answer that is still under way. */
  readonly #socket: Socket | null;
  readonly #line: Writable;

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.#response = response;
    this.#socket = request.httpVersion === '1.1' ? response.socket : null;
    this.#line = this.#socket ?? response;
  }

  get full(): boolean {
    // Node's own mark is at 16 KiB, which one batch passes; beyond it a drain is sure to be told.
    return this.#line.writableNeedDrain && this.#line.writableLength >= FULL_AT_BYTES;
  }

  send(message: Message): void {
    if (this.#response.writableEnded) return;
    if (this.#socket) this.#socket.write(message.chunk);
    else this.#response.write(message.event);
  }

  onDrain(listener: () => void): void {
    this.#line.on('drain', listener);
  }

  close(why: 'closing' | 'gone'): void {
    if (why === 'closing') this.#response.end();
    else this.#response.destroy();
  }
}
