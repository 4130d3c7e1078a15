import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { bearerOf } from '../http/bearer.js';
import type { Door } from '../http/router.js';
import type { WholeKeyRing } from '../storage/key-ring.js';

/** The streams that are open, for the moment in which a key is taken back. */
export class OpenStreams {
  readonly #responses = new Map<ServerResponse, IncomingMessage>();
  readonly #sockets = new Set<Duplex>();

  /** Remembers a socket until it closes. */
  addSocket(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  /** A door of streams, each of which is remembered until it ends. */
  watch(door: Door): Door {
    return {
      ...door,
      answer: async (exchange) => {
        await door.answer(exchange);
        const { request, response } = exchange;
        if (response.writableEnded || response.destroyed) return;
        this.#responses.set(response, request);
        response.once('close', () => this.#responses.delete(response));
      },
    };
  }

  /**
   * Ends the streams of keys that were taken back. Sockets are all ended, as their keys came in messages: those with a good key are back
   * within a second, at the place where they were.
   */
  cut(keys: WholeKeyRing): void {
    for (const [response, request] of this.#responses) if (keys.isRevoked(bearerOf(request) ?? '')) response.destroy();
    for (const socket of this.#sockets) socket.destroy();
  }
}
