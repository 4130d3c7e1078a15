import type { IncomingMessage } from 'node:http';
import { requireKey } from '../http/bearer.js';
import { writeText } from '../http/exchange.js';
import { hostName, isLoopbackName } from '../http/host-check.js';
import type { KeyGuesses } from '../http/key-guesses.js';
import { noOrigins } from '../http/origins.js';
import { problems } from '../http/problems.js';
import type { Door } from '../http/router.js';
import type { RelayMetrics } from '../metrics/relay-metrics.js';
import type { KeyRing } from '../storage/keys.js';

/**
 * The relay's figures as Prometheus text.
 *
 * They name stalls and tell how much is sold, so that they are open on this machine alone; from elsewhere the deck key is asked for.
 */
export function metricsDoor(metrics: RelayMetrics, keys: KeyRing, guesses: KeyGuesses): Door {
  return {
    path: '/metrics',
    method: 'GET',
    origins: noOrigins,
    async answer({ request, response }) {
      if (!isOnThisMachine(request) && requireKey(request, keys, guesses) !== 'deck') throw problems.viewKeyOnly();
      const [type = 'text/plain'] = metrics.contentType.split(/;\s*charset/);
      writeText(response, 200, type, await metrics.text());
    },
  };
}

/**
 * Whether the asker sits at this machine. A tunnel or a proxy connects from it too, but brings the name that the asker used, or says
 * whom it speaks for.
 */
function isOnThisMachine({ socket, headers }: IncomingMessage): boolean {
  const isForwarded = Object.keys(headers).some(
    (name) => name === 'forwarded' || name.startsWith('x-forwarded-') || name === 'via',
  );
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isLocal = address === '::1' || isLoopbackName(hostName(address));
  return isLocal && !isForwarded && isLoopbackName(hostName(headers.host ?? ''));
}
