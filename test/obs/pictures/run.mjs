import { runnerImport } from 'vite';

/** Takes the pictures of the pack's guide, from a real OBS and from the pack as it was built last. */
const conditions = ['stallcast-source', 'module', 'node', 'development|production'];
const { module } = await runnerImport(`${import.meta.dirname}/pack-pictures.ts`, {
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['stallcast-source'] } },
});
await module.takePackPictures();
