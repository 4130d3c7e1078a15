import { runnerImport } from 'vite';

/** Runs the soak from its sources, with the sources of every package. */
const conditions = ['stallcast-source', 'module', 'node', 'development|production'];
const { module } = await runnerImport(`${import.meta.dirname}/soak.ts`, {
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['stallcast-source'] } },
});
process.exitCode = await module.soak(process.argv.slice(2));
