import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { startVitest } from 'vitest/node';

/** Runs the tests of faults, and writes docs/reliability.md from what they noted: `pnpm reliability` in this package. */
const conditions = ['stallcast-source', 'module', 'node', 'development|production'];
const { module } = await runnerImport(join(import.meta.dirname, 'report-file.ts'), {
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['stallcast-source'] } },
});
rmSync(module.NOTES, { force: true });
const vitest = await startVitest('test', [], { config: join(import.meta.dirname, 'vitest.config.ts'), watch: false });
await vitest?.close();
await module.writeReportFile();
