export * from './floor/css-floor.js';
export * from './floor/finding.js';
export * from './floor/js-floor.js';
