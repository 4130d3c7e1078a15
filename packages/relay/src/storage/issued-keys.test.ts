import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IssuedKeys } from './issued-keys.js';

let folder: string;
let now: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stallcast-'));
  now = Date.parse('2026-07-01T11:00:00.000Z');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => new IssuedKeys(folder, () => now);
const seenPath = () => join(folder, 'issued-keys.seen.json');
const use = (keys: IssuedKeys, key: string) => keys.seen(keys.find(key)!);
const lastSeen = (keys: IssuedKeys) => keys.list().map(({ lastSeenAt }) => lastSeenAt?.slice(11, 19));

describe('keys that were given out', () => {
  it('are told once, and known again by what they hash to', () => {
    const { id, key } = open().issue('手机 1');
    expect(open().find(key)).toMatchObject({ id, name: '手机 1' });
    expect([open().find(`${key}x`), open().find('')]).toEqual([null, null]);
    expect(readFileSync(join(folder, 'issued-keys.json'), 'utf8')).not.toContain(key);
    expect(readdirSync(folder)).toEqual(['issued-keys.json']);
  });

  it('are noted as used once a minute, each for itself, also under a clock that is set back', () => {
    const keys = open();
    const [one, two] = [keys.issue('a'), keys.issue('b')];
    use(keys, one.key);
    now += 59_999;
    use(keys, one.key);
    use(keys, two.key);
    expect(lastSeen(keys)).toEqual(['11:00:00', '11:00:59']);
    now += 1;
    use(keys, one.key);
    expect(lastSeen(keys)).toEqual(['11:01:00', '11:00:59']);
    now -= 7_200_000;
    use(keys, one.key);
    expect(lastSeen(keys)[0]).toBe('09:01:00');
  });

  it.each(['null', '7', '{"', '[]'])('hold also where %s stands in place of their uses', (text) => {
    const keys = open();
    const { key } = keys.issue('a');
    writeFileSync(seenPath(), text);
    expect(lastSeen(keys)).toEqual([undefined]);
    use(keys, key);
    expect(lastSeen(keys)).toEqual(['11:00:00']);
  });

  it('hold also where the disk takes nothing more', () => {
    const keys = open();
    const { key } = keys.issue('a');
    // What is a folder is written over by no file.
    mkdirSync(seenPath());
    expect(() => use(keys, key)).not.toThrow();
  });

  it('hold no longer once another process has taken them back, also under a clock that is set back', () => {
    const keys = open();
    const told = vi.fn();
    keys.onRevoked(told);
    const [one, two] = [keys.issue('a'), keys.issue('b')];
    now += 1_000;
    expect(keys.find(one.key)?.revokedAt).toBeUndefined();
    open().revoke(one.id);
    now += 999;
    expect(keys.find(one.key)?.revokedAt, 'the file is looked at once a second').toBeUndefined();
    now += 1;
    expect(keys.find(one.key)?.revokedAt).toBeDefined();
    expect(told).toHaveBeenCalledOnce();
    open().revoke(two.id);
    now -= 3_600_000;
    expect(keys.find(two.key)?.revokedAt).toBeDefined();
  });

  it('are told when they are taken back, once each', () => {
    const keys = open();
    const told = vi.fn();
    const end = keys.onRevoked(told);
    const { id } = keys.issue('a');
    expect([keys.revoke(id), keys.revoke(id), keys.revoke('nobody')]).toEqual([true, false, false]);
    expect(told).toHaveBeenCalledOnce();
    end();
    keys.revoke(keys.issue('b').id);
    expect(told).toHaveBeenCalledOnce();
  });

  it('are kept all while they hold; of those that were taken back the oldest go beyond a hundred', () => {
    const keys = open();
    const ids = Array.from({ length: 100 }, (_, n) => keys.issue(`phone ${n}`).id);
    keys.revoke(ids[7]!);
    keys.revoke(ids[3]!);
    keys.issue('one more');
    expect(keys.list()).toHaveLength(100);
    expect(keys.list().some(({ id }) => id === ids[3])).toBe(false);
    keys.issue('another');
    keys.issue('and another');
    expect(keys.list().filter(({ revokedAt }) => revokedAt)).toEqual([]);
    expect(keys.list()).toHaveLength(101);
  });

  it('hold while the file is one that cannot be read, until it can', () => {
    const keys = open();
    const { id, key } = keys.issue('a');
    const path = join(folder, 'issued-keys.json');
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, '[{');
    now += 1_000;
    expect(() => keys.look()).not.toThrow();
    expect(keys.find(key)?.id).toBe(id);
    expect(() => keys.issue('b')).toThrow('cannot be read');
    writeFileSync(path, whole);
    now += 1_000;
    expect(keys.find(key)?.id).toBe(id);
    expect(keys.revoke(id)).toBe(true);
  });

  it.each(['{"', '{}', '[{"id":"a"}]', '[null]'])('are not guessed from a file that cannot be read: %s', (text) => {
    writeFileSync(join(folder, 'issued-keys.json'), text);
    expect(open).toThrow('cannot be read');
  });
});
