import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatPosition, type Position } from '@stallcast/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEvents, readSocket, type OpenReader } from './frame-reader.fixture.js';
import { restoreDatabase } from './storage/restore-database.js';
import { announce, startTestRelay, VIEW_KEY, type TestRelay } from './test-relay.fixture.js';

/** A line that says what became of a copy that was put back. */
const NEW_LIFE = /begins a new life/;

describe('a copy of the database that was put back', () => {
  let test: TestRelay;
  let backups: string;
  let reader: OpenReader | undefined;
  beforeEach(async () => {
    test = await startTestRelay();
    backups = mkdtempSync(join(tmpdir(), 'stallcast-'));
  });
  afterEach(async () => {
    reader?.hangUp();
    await test.stop();
    rmSync(backups, { recursive: true });
  });

  const database = () => join(test.folder, 'stallcast.db');
  const sayMany = async (word: string, count: number) => {
    for (let i = 0; i < count; i++) await test.command(announce(`${word} ${i}`));
  };
  const stateNow = async () => (await test.relay.stalls.find('orchard'))!.ledger.snapshot().state.announcements;

  /** Copies the file while the relay is at rest, as a careful host would. */
  const copyAtRest = async () => {
    await expect.poll(() => statSync(`${database()}-wal`).size, { timeout: 10_000 }).toBe(0);
    copyFileSync(database(), join(backups, 'copy.db'));
  };
  /** The relay goes away, by a kill or in order, and comes back on the older file. */
  const putBack = async () => {
    const { port } = test.relay;
    await test.relay.close();
    copyFileSync(join(backups, 'copy.db'), database());
    rmSync(`${database()}-wal`, { force: true });
    rmSync(`${database()}-shm`, { force: true });
    await test.restart({ port });
  };

  const follow = {
    'server-sent events': (from?: Position, before?: OpenReader) =>
      readEvents(
        `${test.url}/stalls/orchard/events`,
        VIEW_KEY,
        from ? { 'last-event-id': formatPosition(from) } : {},
        before?.fold,
      ),
    'a WebSocket': (from?: Position, before?: OpenReader) =>
      readSocket(
        `${test.url}/stalls/orchard/socket`,
        { key: VIEW_KEY, ...(from && { from: formatPosition(from) }) },
        before?.fold,
      ),
  } as const;

  // What came after the copy is `lost`; what the restored stall then lives through has fewer, as many and more steps.
  it.each([
    ['server-sent events', 3],
    ['server-sent events', 10],
    ['server-sent events', 30],
    ['a WebSocket', 3],
    ['a WebSocket', 10],
    ['a WebSocket', 30],
  ] as const)('never leaves a reader over %s wrong and live, %i changes later', async (line, count) => {
    await sayMany('before', 3);
    await copyAtRest();
    reader = follow[line]();
    await reader.pinged();
    await sayMany('lost', 10);
    const { offset } = await test.position();
    await reader.reaches(offset);
    const had = { ...reader.fold.position! };

    await putBack();
    await reader.until(() => reader?.closed ?? true);
    await sayMany('after', count);
    reader = follow[line](had, reader);
    await reader.pinged();
    expect(reader.frames[0]?.type).toBe('snapshot');
    expect(reader.faults).toEqual([]);
    const now = await test.position();
    expect(reader.fold.position).toEqual(now);
    expect(now.epoch > had.epoch).toBe(true);
    expect(reader.fold.state().announcements).toEqual(await stateNow());
    expect(reader.fold.state().announcements.stall?.text).toBe(`after ${count - 1}`);

    // And it stays right while the log grows past where it was.
    await sayMany('later', 12);
    await reader.reaches(now.offset + 12);
    expect(reader.fold.state().announcements).toEqual(await stateNow());
    expect(test.lines.filter((text) => NEW_LIFE.test(text))).toHaveLength(1);
  });

  it('keeps what it had: what was seen before the copy is answered as it was', async () => {
    const first = announce('before');
    const position = await test.command(first);
    await copyAtRest();
    await sayMany('lost', 3);
    await putBack();
    expect(await test.command(first)).toEqual(position);
    expect((await test.position()).offset).toBe(position.offset + 1);
    expect((await stateNow()).stall?.text).toBe('before');
  });

  it('begins one new life, not one at every start', async () => {
    await sayMany('before', 2);
    await copyAtRest();
    await sayMany('lost', 2);
    await putBack();
    const { epoch } = await test.position();
    await sayMany('after', 1);
    await test.restart();
    expect((await test.position()).epoch).toBe(epoch);
  });

  it('is told from a folder that was only stopped', async () => {
    await sayMany('before', 2);
    const before = await test.position();
    await test.restart();
    expect(await test.position()).toEqual(before);
    expect(test.lines.filter((text) => NEW_LIFE.test(text))).toEqual([]);
  });

  it('is noticed where the whole folder was put back, mark and all', async () => {
    await sayMany('before', 2);
    const { epoch } = await test.position();
    const { port } = test.relay;
    await test.relay.close();
    cpSync(test.folder, join(backups, 'folder'), { recursive: true });
    await test.restart({ port });
    await sayMany('lost', 5);
    await test.relay.close();
    for (const name of readdirSync(test.folder)) rmSync(join(test.folder, name), { recursive: true });
    cpSync(join(backups, 'folder'), test.folder, { recursive: true });
    await test.restart({ port });
    expect((await test.position()).epoch > epoch).toBe(true);
  });

  describe('by stallcast restore', () => {
    it('begins a new life also where nothing else would tell, and keeps what was there', async () => {
      await sayMany('before', 2);
      await copyAtRest();
      const before = await test.position();
      const { port } = test.relay;
      await test.relay.close();
      const { stalls, kept } = restoreDatabase(database(), join(backups, 'copy.db'));
      expect(stalls).toEqual(['orchard']);
      expect(kept && existsSync(kept)).toBe(true);
      await test.restart({ port });
      const now = await test.position();
      expect(now).toEqual({ epoch: expect.any(String) as string, offset: before.offset + 1 });
      expect(now.epoch > before.epoch).toBe(true);
      expect((await stateNow()).stall?.text).toBe('before 1');
    });

    it('changes nothing where the copy is damaged, or is none', async () => {
      await sayMany('before', 2);
      await test.relay.close();
      const bad = join(backups, 'bad.db');
      writeFileSync(bad, 'Dear diary, '.repeat(500));
      expect(() => restoreDatabase(database(), bad)).toThrow('no whole database');
      expect(() => restoreDatabase(database(), join(backups, 'missing.db'))).toThrow('cannot be opened');
      copyFileSync(database(), join(backups, 'cut.db'));
      const bytes = statSync(database()).size;
      writeFileSync(join(backups, 'cut.db'), Buffer.alloc(bytes, 7), { flag: 'r+' });
      expect(() => restoreDatabase(database(), join(backups, 'cut.db'))).toThrow('no whole database');
      await test.restart();
      expect((await stateNow()).stall?.text).toBe('before 1');
      expect(readdirSync(test.folder).filter((name) => /incoming|replaced/.test(name))).toEqual([]);
    });
  });
});
