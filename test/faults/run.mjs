import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { startVitest } from 'vitest/node';

/*
 * Runs the tests of faults, installs the rivals and runs them too, and writes docs/reliability.md from what was noted: `pnpm
 * reliability` in this package; a word after it takes the test files of that name alone. With `STALLCAST_FAULTS=full` it takes the durations of a real evening, and adds to what is there.
 */
const rivals = join(import.meta.dirname, '../rivals');
if (!existsSync(join(rivals, 'node_modules/nodecg'))) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: rivals, stdio: 'inherit' });
  if (status !== 0) console.error('The rivals could not be installed: their cells are left as they are.');
}
process.env.STALLCAST_RIVALS = '1';

const conditions = ['stallcast-source', 'module', 'node', 'development|production'];
const { module } = await runnerImport(join(import.meta.dirname, 'report-file.ts'), {
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['stallcast-source'] } },
});
const began = new Date().toISOString();
const vitest = await startVitest('test', process.argv.slice(2), {
  config: join(import.meta.dirname, 'vitest.config.ts'),
  watch: false,
});
await vitest?.close();
if (process.env.STALLCAST_FAULTS === 'full') {
  const kills = ['exec', 'playwright', 'test', '-c', 'playwright.config.ts', 'tab-kill', '--project', 'chromium'];
  const env = { ...process.env, STALLCAST_TAB_KILLS: '200' };
  spawnSync('pnpm', kills, { cwd: join(import.meta.dirname, '..'), env, stdio: 'inherit' });
}
module.forgetNotesBefore(began);
await module.writeReportFile();
