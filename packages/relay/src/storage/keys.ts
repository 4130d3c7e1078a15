import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Mishap } from '../mishap.js';

/** What a key allows: a view key reads, a deck key also commands. */
export type Role = 'view' | 'deck';

/** The two keys of a relay, good for all its stalls. */
export interface Keys {
  view: string;
  deck: string;
}

/** Tells keys apart without telling how close a wrong one was. */
export interface KeyRing {
  roleOf(key: string): Role | null;
  /** Whether this was a key once, and was taken back. */
  isRevoked?(key: string): boolean;
}

export function createKeyRing(keys: Keys): KeyRing {
  const view = digest(keys.view);
  const deck = digest(keys.deck);
  return {
    roleOf(key) {
      const given = digest(key);
      // Both comparisons always run, over digests of one length: the time taken tells nothing about either key.
      const isView = timingSafeEqual(given, view);
      const isDeck = timingSafeEqual(given, deck);
      return isDeck ? 'deck' : isView ? 'view' : null;
    },
  };
}

const KEY_FORM = /^[\x21-\x7e]{4,256}$/;

/**
 * Opens the keys of a data folder, making them at the first start. Given ones win and are not kept.
 *
 * The file is readable by its owner alone.
 */
export function openKeys(folder: string, given: Partial<Keys>): Keys {
  const needsKept = given.view === undefined || given.deck === undefined;
  const kept = needsKept ? (readKeys(folder) ?? makeKeys(folder)) : undefined;
  const keys = { view: given.view ?? kept?.view ?? '', deck: given.deck ?? kept?.deck ?? '' };
  if (!KEY_FORM.test(keys.view) || !KEY_FORM.test(keys.deck)) {
    throw new Mishap(
      'STALLCAST_VIEW_KEY 和 STALLCAST_DECK_KEY 需要 4 到 256 个不含空格的 ASCII 字符：请换一个。',
      'STALLCAST_VIEW_KEY and STALLCAST_DECK_KEY take 4 to 256 ASCII characters without spaces: choose others.',
    );
  }
  if (keys.view === keys.deck) {
    throw new Mishap(
      '只读钥匙和控台钥匙相同，任何观众都能操作：请设成不同的两个。',
      'The view key and the deck key are the same, so every viewer could command the stall: set two different ones.',
    );
  }
  return keys;
}

/** The keys that a data folder keeps; null before the first start. */
export function readKeys(folder: string): Keys | null {
  const path = join(folder, 'keys.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const { view, deck } = JSON.parse(text) as Partial<Keys>;
    if (typeof view === 'string' && typeof deck === 'string') {
      chmodSync(path, 0o600);
      return { view, deck };
    }
  } catch {
    // Told below, without the text: it may hold a key.
  }
  throw new Mishap(
    `钥匙文件 ${path} 读不懂：删掉它会在下次启动时生成新钥匙（旧链接失效）。`,
    `The key file ${path} cannot be read: delete it and the next start makes new keys (old links stop working).`,
  );
}

function makeKeys(folder: string): Keys {
  const keys: Keys = { view: randomBytes(24).toString('base64url'), deck: randomBytes(24).toString('base64url') };
  const path = join(folder, 'keys.json');
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(keys, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  return keys;
}

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();
