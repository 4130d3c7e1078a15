import { runnerImport } from 'vite';

/** Takes the documents' pictures of the pages as they were built last: `pnpm build`, then `pnpm pictures`. */
const conditions = ['stallcast-source', 'module', 'node', 'development|production'];
const { module } = await runnerImport(`${import.meta.dirname}/pictures.ts`, {
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['stallcast-source'] } },
});
await module.takePictures();
