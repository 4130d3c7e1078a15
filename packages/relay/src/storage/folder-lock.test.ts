import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockFolder } from './folder-lock.js';

it('gives a folder to one relay at a time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-'));
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow('in use by another relay');
  unlock();
  lockFolder(folder)();
  rmSync(folder, { recursive: true });
});
