import { runnerImport } from 'vite';

/** Runs the relay's benchmark from its sources, with the sources of every package: nothing has to be built first. */
const resolve = {
  conditions: ['stallcast-source', 'module', 'node', 'development|production'],
  externalConditions: ['stallcast-source'],
  noExternal: [/^@stallcast\//],
};
const { module } = await runnerImport(`${import.meta.dirname}/bench-relay.ts`, {
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  environments: { inline: { resolve } },
});
process.exitCode = await module.benchRelay(process.argv.slice(2));
