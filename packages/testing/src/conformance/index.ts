export * from './describe-adapter.js';
export * from './describe-log-store.js';
export * from './example-log.js';
export * from './recorder.js';
