import type { Exchange } from '../http/exchange.js';
import type { Door } from '../http/router.js';

/** A door that tells of each answer once it has gone out, with its status. One that was cut off before is not told of. */
export function countAnswers(door: Door, told: (status: number, exchange: Exchange) => void): Door {
  return {
    ...door,
    answer(exchange) {
      exchange.response.once('finish', () => told(exchange.response.statusCode, exchange));
      return door.answer(exchange);
    },
  };
}

/** A door of streams that counts each reader from its first frame to its end. */
export function countReaders(door: Door, count: () => () => void): Door {
  return {
    ...door,
    async answer(exchange) {
      await door.answer(exchange);
      const { response } = exchange;
      if (response.writableEnded || response.destroyed) return;
      response.once('close', count());
    },
  };
}
