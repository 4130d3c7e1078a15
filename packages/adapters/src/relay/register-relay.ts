import { registerScheme } from '@stallcast/protocol';
import { parseRelayAddress } from './address.js';
import { relayAdapter, type RelayAdapterOptions } from './relay-adapter.js';

/**
 * Makes `relay:https://…/stalls/peaches?room=north#KEY` known to this page.
 *
 * `&transport=events` keeps to server-sent events, `&transport=socket` to a WebSocket; `&shared=0` does not share one connection with
 * other pages of this origin; `&heartbeat=300` is for a test whose relay gives a sign of life so often, in ms.
 */
export function registerRelay(): void {
  registerScheme('relay', (address) => relayAdapter({ ...parseRelayAddress(address), ...readOptions(address) }));
}

function readOptions(address: string): Pick<RelayAdapterOptions, 'transport' | 'heartbeatMs' | 'shared'> {
  const query = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1]);
  const transport = query.get('transport');
  const heartbeatMs = Number(query.get('heartbeat'));
  return {
    ...((transport === 'events' || transport === 'socket') && { transport }),
    shared: query.get('shared') !== '0',
    ...(heartbeatMs >= 50 && heartbeatMs <= 60_000 && { heartbeatMs }),
  };
}
