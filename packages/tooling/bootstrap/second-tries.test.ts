import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { CACHE, ROOT } from './project.mjs';

const FILE = `
import { expect, it } from 'vitest';
let tries = 0;
it('passes at once', () => {});
it('passes at the second try', () => expect(++tries, 'tries').toBe(2));
it('never passes', () => expect(1).toBe(2));
`;

it('writes down what passed at the second try, and nothing else', () => {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'second-tries-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'some.test.mjs'), FILE);
  writeFileSync(join(folder, 'vitest.config.mjs'), "export default { test: { name: 'some' } };");
  const path = join(folder, 'second-tries.json');
  const { status } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--root', folder, '--retry=1', `--reporter=${join(import.meta.dirname, 'second-tries.mjs')}`],
    ],
    { env: { ...process.env, STALLCAST_SECOND_TRIES: path } },
  );
  expect(status).toBe(1);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([
    {
      name: 'some.test.mjs > passes at the second try (some)',
      error: 'tries: expected 1 to be 2 // Object.is equality',
    },
  ]);
});
