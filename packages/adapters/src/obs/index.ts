export { COMMAND_EVENT, passCommands, type CommandEventsOptions } from './command-events.js';
export { FRAME_EVENT, obsAdapter, type ObsAdapterOptions } from './obs-adapter.js';
export { openObs, registerObs } from './register-obs.js';
