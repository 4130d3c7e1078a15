import { runnerImport } from 'vite';

/** Prints what each module weighs in the page of three widgets: `node test/bench/modules.mjs`. */
const { module } = await runnerImport(`${import.meta.dirname}/module-weights.ts`, {
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: { conditions: ['stallcast-source', 'module', 'node', 'development|production'] },
});
await module.tellModules();
