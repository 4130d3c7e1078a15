import { runnerImport } from 'vite';
import { startVitest } from 'vitest/node';
import { missingPageEngines } from '../../packages/tooling/bootstrap/page-engines.mjs';

/*
 * Draws every widget in Firefox and WebKit: `pnpm engines` in this package. With `--picture` it also lays what each shows side
 * by side in docs/pictures/engines.jpg.
 */
for (const sentence of missingPageEngines()) console.log(sentence);
const config = `${import.meta.dirname}/vitest.config.ts`;
const vitest = await startVitest('test', [], { config, watch: false });
await vitest?.close();

if (process.argv.includes('--picture')) {
  const conditions = ['stallcast-source', 'module', 'node', 'development|production'];
  const { module } = await runnerImport(`${import.meta.dirname}/picture.ts`, {
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    resolve: { conditions },
    ssr: { resolve: { conditions, externalConditions: ['stallcast-source'] } },
  });
  await module.takeEnginesPicture();
}
