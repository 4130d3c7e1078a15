import type { ServerResponse } from 'node:http';
import { parsePosition } from '@stallcast/protocol';
import { encodeServerSentEvent } from '../feed/encode.js';
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
      });
      if (request.method === 'HEAD') {
        response.end();
        return;
      }
      response.flushHeaders();
      request.socket.setNoDelay(true);
      // What is not a position is no position: the reader gets a snapshot, which heals whatever it had.
      const from = parsePosition(request.headers['last-event-id']?.toString() ?? query.get('from'));
      const disconnect = stall.feed.connect(outletOf(response), view, from);
      response.once('close', disconnect);
      if (response.destroyed) disconnect();
    },
  };
}

function outletOf(response: ServerResponse): Outlet {
  return {
    send: (message) => void response.write(encodeServerSentEvent(message)),
    get full() {
      // Node's own mark is at 16 KiB, which one batch passes; beyond it a drain is sure to be told.
      return response.writableNeedDrain && response.writableLength >= FULL_AT_BYTES;
    },
    onDrain: (listener) => void response.on('drain', listener),
    close: (why) => (why === 'closing' ? response.end() : response.destroy()),
  };
}
