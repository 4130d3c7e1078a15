import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '@stallcast/ledger';
import Database from 'libsql';
import { describeLedgerStorage } from '@stallcast/ledger/conformance';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './database.js';

describeLedgerStorage(
  'SQLite',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'stallcast-'));
    return {
      open(retention) {
        const database = openDatabase(join(folder, 'stallcast.db'));
        const storage = database.storage('orchard', retention);
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

  it('takes over a file of the format before, and what that had seen', async () => {
    const first = openDatabase(path);
    const before = await openLedger({ stall: 'orchard', storage: first.storage('orchard') });
    await before.command(announce('known'));
    first.close();
    const file = new Database(path);
    file.exec('DROP INDEX seen_by_age; ALTER TABLE seen DROP COLUMN at; PRAGMA user_version = 1');
    file.close();

    const database = openDatabase(path);
    const ledger = await openLedger({ stall: 'orchard', storage: database.storage('orchard') });
    expect(await ledger.command(announce('known'))).toMatchObject({ ok: true, repeated: true });
    await ledger.command(announce('new'));
    expect(await ledger.command(announce('known'))).toMatchObject({ repeated: true });
    database.close();
  });

  it('grows no more once it keeps what it has to', async () => {
    const retention = { changes: 100, seenMs: 1_000 };
    const database = openDatabase(path);
    let now = Date.parse('2026-07-01T11:00:00.000Z');
    const storage = database.storage('orchard', retention);
    const ledger = await openLedger({ stall: 'orchard', storage, now: () => (now += 100) });
    const sell = async (from: number) => {
      // What is sent at once is written in one step.
      for (let at = from; at < from + 1_000; at += 20) {
        await Promise.all(Array.from({ length: 20 }, (_, i) => ledger.command(announce(`a-${at + i}`))));
      }
    };
    const rows = (table: string) => {
      const file = new Database(path, { readonly: true });
      const { n } = file.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
      file.close();
      return n;
    };
    await sell(0);
    const kept = [rows('change'), rows('seen')];
    expect(kept.map((n) => n >= 100 && n <= 300)).toEqual([true, true]);
    await sell(1_000);
    expect([rows('change'), rows('seen'), rows('audit')]).toEqual([...kept, 2_000]);
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
