import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from './project.mjs';
import { fingerprint, stampAt } from './stamp.mjs';

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'src'));
  const file = join(folder, 'src', 'a.ts');
  writeFileSync(file, 'one');
  utimesSync(file, 1, 1);
  return { folder, file, print: () => fingerprint({ trees: [relative(ROOT, folder)] }) };
}

describe('a fingerprint', () => {
  it('stays while nothing changes', () => {
    const { print } = setup();
    expect(print()).toBe(print());
  });

  it.each<[string, (file: string) => void]>([
    ['grows', (file) => writeFileSync(file, 'three')],
    ['is touched', (file) => utimesSync(file, 2, 2)],
    ['goes away', (file) => rmSync(file)],
    ['gets a neighbour', (file) => writeFileSync(`${file}x`, '')],
  ])('changes when a file %s', (_, change) => {
    const { file, print } = setup();
    const before = print();
    change(file);
    expect(print()).not.toBe(before);
  });

  it('does not see what is built or installed', () => {
    const { folder, print } = setup();
    const before = print();
    mkdirSync(join(folder, 'dist'));
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'dist', 'a.js'), '');
    expect(print()).toBe(before);
  });
});

describe('a stamp', () => {
  it('matches what was written, until it is cleared', () => {
    const stamp = stampAt(join(setup().folder, 'deep', 'stamp'));
    expect(stamp.matches('a')).toBe(false);
    stamp.write('a');
    expect(stamp.matches('a')).toBe(true);
    expect(stamp.matches('b')).toBe(false);
    stamp.clear();
    expect(stamp.matches('a')).toBe(false);
  });
});
