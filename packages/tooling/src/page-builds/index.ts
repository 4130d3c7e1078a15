export * from './minify-literals.js';
export * from './plain-imports.js';
