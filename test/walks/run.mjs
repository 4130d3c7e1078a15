import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Walks every way and writes the walk-through with its pictures, from the pages as they were built last: `pnpm build`, then `pnpm walks`. */
const test = join(import.meta.dirname, '..');
const cli = join(test, 'node_modules', '@playwright', 'test', 'cli.js');
const args = [
  'test',
  'walks/',
  '--config',
  join(test, 'playwright.config.ts'),
  '--project=chromium',
  '--reporter=list',
];
const { status } = spawnSync(process.execPath, [cli, ...args], {
  cwd: test,
  stdio: 'inherit',
  env: { ...process.env, STALLCAST_WALKS: 'write' },
});
process.exitCode = status ?? 1;
