import { runnerImport } from 'vite';

/** Runs the long search from its sources: `pnpm nightly` in this package. */
const conditions = ['stallcast-source', 'module', 'node', 'development|production'];
const { module } = await runnerImport(`${import.meta.dirname}/nightly.ts`, {
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['stallcast-source'] } },
});
process.exitCode = module.nightly(process.argv.slice(2));
