import { runnerImport } from 'vite';

/** Runs the benchmarks from their sources, with the sources of every package: nothing has to be built first. */
const resolve = {
  conditions: ['stallcast-source', 'module', 'node', 'development|production'],
  externalConditions: ['stallcast-source'],
  noExternal: [/^@stallcast\//],
};
const { module } = await runnerImport(`${import.meta.dirname}/bench.ts`, {
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  environments: { inline: { resolve } },
});
process.exitCode = await module.bench(process.argv.slice(2));
