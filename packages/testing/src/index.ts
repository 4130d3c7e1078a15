export * from './conformance/index.js';
export * from './fakes/index.js';
export * from './scenarios/index.js';
