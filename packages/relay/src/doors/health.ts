import { writeJson } from '../http/exchange.js';
import { anyOrigin, noOrigins } from '../http/origins.js';
import { problems } from '../http/problems.js';
import type { Door } from '../http/router.js';

/** For whatever watches the relay. Says nothing about stalls, and so needs neither key nor a known host. */
export function healthDoors(isReady: () => boolean): Door[] {
  return [
    {
      path: '/healthz',
      method: 'GET',
      // A page asks it before it opens another socket, and takes no other program's answer for a relay's.
      origins: anyOrigin,
      anyHost: true,
      answer: ({ response }) => writeJson(response, 200, { status: 'ok' }),
    },
    {
      path: '/readyz',
      method: 'GET',
      origins: noOrigins,
      anyHost: true,
      answer({ response }) {
        if (!isReady()) throw problems.notReady();
        writeJson(response, 200, { status: 'ready' });
      },
    },
  ];
}
