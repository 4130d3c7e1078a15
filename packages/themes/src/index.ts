export * from './contrast.js';
export * from './theme-names.js';
export * from './token.js';
export * from './tokens.js';
