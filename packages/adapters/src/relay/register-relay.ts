import { registerScheme } from '@stallcast/protocol';
import { parseRelayAddress } from './address.js';
import { relayAdapter } from './relay-adapter.js';

/** Makes `relay:https://…/stalls/peaches?room=north#KEY` known to this page. */
export function registerRelay(): void {
  registerScheme('relay', (address) => relayAdapter(parseRelayAddress(address)));
}
