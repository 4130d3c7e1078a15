export { ORCHARD_ENDS_MS, orchardEvening, type OrchardOptions } from './orchard-evening.js';
export { registerReplay } from './register-replay.js';
export { replayAdapter, type ReplayAdapterOptions } from './replay-adapter.js';
export { parseReplay, type ParsedReplay, type ReplayCommand, type ReplayLine } from './replay-line.js';
