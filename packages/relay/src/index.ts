export { startRelay, type Relay, type RelayOptions } from './relay.js';
export { readSettings, type Settings } from './settings.js';
export { Mishap } from './mishap.js';
export { openDatabase, type StallDatabase } from './storage/database.js';
