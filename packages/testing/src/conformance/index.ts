export * from './describe-adapter.js';
export * from './example-log.js';
export * from './recorder.js';
