import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lifeLostAfter, openMark } from './mark.js';

const A = '01JZZZZZZZZZZZZZZZZZZZZZZZ';
const B = '01K00000000000000000000000';

describe('the mark beside a database', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'stallcast-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (epoch: string, offset: number) => {
    const mark = openMark(folder, 'orchard');
    mark.write({ epoch, offset });
    mark.close();
  };
  const read = () => {
    const mark = openMark(folder, 'orchard');
    const position = mark.read();
    mark.close();
    return position;
  };

  it('tells what was written last, also when it is shorter', () => {
    expect(read()).toBeNull();
    write(A, 123_456_789);
    write(A, 7);
    expect(read()).toEqual({ epoch: A, offset: 7 });
  });

  it('does not count where it was put back from a copy, or is damaged', () => {
    const path = join(folder, 'orchard.json');
    write(A, 7);
    copyFileSync(path, join(folder, 'copy.json'));
    renameSync(join(folder, 'copy.json'), path);
    expect(read()).toBeNull();
    for (const text of ['', '{', 'null', '[]', '{"epoch":7}', '{"epoch":"","offset":1}']) {
      writeFileSync(path, text);
      expect(read()).toBeNull();
    }
  });
});

describe('a life is lost', () => {
  it.each([
    ['where nothing was ever written', null, { epoch: A, offset: 9 }, null],
    ['where the file is as it was left', { epoch: A, offset: 9 }, { epoch: A, offset: 9 }, null],
    ['where a kill came before the mark', { epoch: A, offset: 10 }, { epoch: A, offset: 9 }, null],
    ['where the file is behind', { epoch: A, offset: 8 }, { epoch: A, offset: 9 }, A],
    ['where the file is of a life before', { epoch: A, offset: 99 }, { epoch: B, offset: 9 }, B],
    ['where the file is of another life', { epoch: B, offset: 1 }, { epoch: A, offset: 9 }, B],
    ['where nothing tells what it was', { epoch: A, offset: 8 }, null, A],
  ])('or not: %s', (_, head, mark, after) => {
    expect(lifeLostAfter(head, mark)).toBe(after);
  });
});
