export * from './theme-names.js';
export * from './tokens.js';
