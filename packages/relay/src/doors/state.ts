import { formatPosition, viewOfSnapshot } from '@stallcast/protocol';
import { writeJson } from '../http/exchange.js';
import { anyOrigin } from '../http/origins.js';
import type { Door } from '../http/router.js';
import type { Access } from './access.js';

/** The snapshot as JSON, as the frame that the streams send. A reader who polls asks with If-None-Match and mostly hears 304. */
export function stateDoor(access: Access): Door {
  return {
    path: '/stalls/:stall/state',
    method: 'GET',
    origins: anyOrigin,
    async answer(exchange) {
      const { stall, view } = await access.reader(exchange);
      const { request, response } = exchange;
      const snapshot = stall.ledger.snapshot(view.room);
      const headers = {
        ETag: `"${formatPosition(snapshot)}"`,
        // The two keys have different views of one address.
        Vary: 'Authorization',
        'Cache-Control': 'private, no-cache',
      };
      if (names(request.headers['if-none-match'], headers.ETag)) {
        response.writeHead(304, headers);
        response.end();
      } else writeJson(response, 200, { v: 1, type: 'snapshot', ...viewOfSnapshot(snapshot, view) }, headers);
    },
  };
}

function names(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}
