import { writeJson } from '../http/exchange.js';
import type { OriginRule } from '../http/origins.js';
import type { Door } from '../http/router.js';
import type { Keys } from '../storage/keys.js';
import type { Access } from './access.js';

/** What the studio needs to write the overlay's links: the view key, for whoever has the deck key. */
export function linksDoor(access: Access, keys: Keys, origins: OriginRule): Door {
  return {
    path: '/stalls/:stall/links',
    method: 'GET',
    origins,
    async answer(exchange) {
      await access.operator(exchange);
      writeJson(exchange.response, 200, { viewKey: keys.view });
    },
  };
}
