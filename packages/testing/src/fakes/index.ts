export * from './example-state.js';
export * from './fake-adapter.js';
export * from './put.js';
export * from './webhook-request.js';
export * from './fake-relay.js';
