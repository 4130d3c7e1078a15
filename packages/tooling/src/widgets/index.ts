export * from './choices.js';
export * from './editor-files.js';
export * from './element-tables.js';
export * from './manifest.js';
export * from './tidy-manifest.js';
