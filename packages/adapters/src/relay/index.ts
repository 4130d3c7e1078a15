export { parseRelayAddress, type RelayAddress, type RelayAddressParts } from './address.js';
export type { Transport } from './connection.js';
export { registerRelay } from './register-relay.js';
export { relayAdapter, type RelayAdapterOptions } from './relay-adapter.js';
