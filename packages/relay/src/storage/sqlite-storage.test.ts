import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '@stallcast/ledger';
import { describeLedgerStorage } from '@stallcast/ledger/conformance';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './database.js';

describeLedgerStorage(
  'SQLite',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'stallcast-'));
    return {
      open() {
        const database = openDatabase(join(folder, 'stallcast.db'));
        const storage = database.storage('orchard');
        return {
          step: (known, ids, decide) => storage.step(known, ids, decide),
          changesAfter: (position) => storage.changesAfter(position),
          auditAfter: (after, limit) => storage.auditAfter(after, limit),
          close: async () => database.close(),
        };
      },
      destroy: () => rmSync(folder, { recursive: true }),
    };
  },
  { shared: true },
);

describe('the database', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stallcast-'));
    path = join(folder, 'stallcast.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const announce = (id: string) => ({ id, type: 'announce', text: id });

  it('keeps the stalls of one file apart', async () => {
    const database = openDatabase(path);
    expect(database.addStall('north', { example: false })).toBe(true);
    expect(database.addStall('south', { example: true })).toBe(true);
    expect(database.addStall('north', { example: true })).toBe(false);
    expect(database.stalls()).toEqual([
      { name: 'north', exampleDue: false },
      { name: 'south', exampleDue: true },
    ]);
    expect(database.stall('east')).toBeNull();

    const [north, south] = await Promise.all(
      ['north', 'south'].map((stall) => openLedger({ stall, storage: database.storage(stall) })),
    );
    await north?.command(announce('a'));
    expect(south?.snapshot().state.announcements.stall).toBeNull();
    expect(await south?.changesAfter(north?.position ?? { epoch: '', offset: 0 })).toBeNull();
    database.close();
  });

  it('can be copied as one file when it is at rest', async () => {
    const database = openDatabase(path);
    const ledger = await openLedger({ stall: 'orchard', storage: database.storage('orchard') });
    await ledger.command(announce('before'));
    await expect.poll(() => statSync(`${path}-wal`).size, { timeout: 5_000 }).toBe(0);
    copyFileSync(path, join(folder, 'copy.db'));
    await ledger.command(announce('after'));

    const copy = openDatabase(join(folder, 'copy.db'));
    const restored = await openLedger({ stall: 'orchard', storage: copy.storage('orchard') });
    expect(restored.snapshot().state.announcements.stall?.text).toBe('before');
    // Who is ahead of the copy is told that its history is not here.
    expect(await restored.changesAfter(ledger.position)).toBeNull();
    copy.close();
    database.close();
  });

  it('is at rest in one file once closed', async () => {
    const database = openDatabase(path);
    const ledger = await openLedger({ stall: 'orchard', storage: database.storage('orchard') });
    await ledger.command(announce('last words'));
    database.close();
    expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).toBe(0);
    expect(readFileSync(path).includes('last words')).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('is its owner’s alone', () => {
    const database = openDatabase(path);
    database.addStall('orchard', { example: false });
    for (const file of [path, `${path}-wal`]) expect(statSync(file).mode & 0o077).toBe(0);
    database.close();
  });

  it('writes every commit to the disk before it answers', () => {
    const database = openDatabase(path);
    expect(database.durability()).toEqual({ journal: 'wal', synchronous: 2 });
    database.close();
  });

  it('refuses a file that is none of its own', () => {
    writeFileSync(path, 'Dear diary, '.repeat(500));
    expect(() => openDatabase(path)).toThrow('no database of Stallcast');
  });
});
