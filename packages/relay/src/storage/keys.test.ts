import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyRing, openKeys, readKeys } from './keys.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'stallcast-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('openKeys', () => {
  it('makes two long keys at the first start, for their owner alone, and keeps them', () => {
    const keys = openKeys(folder, {});
    expect(keys.view).toMatch(/^[\w-]{32}$/);
    expect(keys.deck).toMatch(/^[\w-]{32}$/);
    expect(keys.view).not.toBe(keys.deck);
    expect(openKeys(folder, {})).toEqual(keys);
    expect(readdirSync(folder)).toEqual(['keys.json']);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it('uses given keys and does not keep them', () => {
    expect(openKeys(folder, { view: 'view-key', deck: 'deck-key' })).toEqual({ view: 'view-key', deck: 'deck-key' });
    expect(readKeys(folder)).toBeNull();
  });

  it('refuses one key for both roles, short ones, ones with spaces, and a file it cannot read', () => {
    expect(() => openKeys(folder, { view: 'same-key', deck: 'same-key' })).toThrow('the same');
    expect(() => openKeys(folder, { view: 'abc', deck: 'deck-key' })).toThrow('ASCII');
    expect(() => openKeys(folder, { view: 'with space', deck: 'deck-key' })).toThrow('ASCII');
    writeFileSync(join(folder, 'keys.json'), '{"view":"half');
    expect(() => openKeys(folder, {})).toThrow('cannot be read');
  });
});

describe('createKeyRing', () => {
  it('tells the two keys apart and knows no other', () => {
    const ring = createKeyRing({ view: 'view-key', deck: 'deck-key' });
    expect(ring.roleOf('view-key')).toBe('view');
    expect(ring.roleOf('deck-key')).toBe('deck');
    for (const wrong of ['', 'view-ke', 'view-keyy', 'VIEW-KEY', 'deck-key ']) expect(ring.roleOf(wrong)).toBeNull();
  });
});
