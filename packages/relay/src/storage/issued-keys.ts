import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Mishap } from '../mishap.js';

/** A deck key that was given to one device. The key itself is told once and not kept: only what it hashes to is. */
export interface IssuedKey {
  id: string;
  /** What people call the device. */
  name: string;
  /** ISO 8601. */
  createdAt: string;
  lastSeenAt?: string;
  revokedAt?: string;
  /** SHA-256 in hex. */
  hash: string;
}

/** How many keys are kept, those that were revoked included: beyond it the oldest revoked ones go. */
const KEPT = 100;
/** How often the time of the last use is written down. */
const SEEN_EVERY_MS = 60_000;
/** How often the file is looked at for what another process has written. */
const LOOK_EVERY_MS = 1_000;

/**
 * The keys of a data folder that were given out one by one, beside the two of the relay itself.
 *
 * `stallcast keys` changes the same file in a process of its own, so it is read again when it has changed.
 */
export class IssuedKeys {
  readonly #path: string;
  /** When each key was last used, by its id: a file of its own, since the relay alone writes it and never what people decide. */
  readonly #seenPath: string;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  readonly #seenAt = new Map<string, number>();
  #keys: IssuedKey[] = [];
  #stamp = '';
  #lookedAt = -Infinity;

  constructor(folder: string, now: () => number = Date.now) {
    this.#path = join(folder, 'issued-keys.json');
    this.#seenPath = join(folder, 'issued-keys.seen.json');
    this.#now = now;
    this.#look();
  }

  /** All keys, the newest last. */
  list(): readonly IssuedKey[] {
    this.#look();
    const seen = this.#readSeen();
    return this.#keys.map((key) => ({ ...key, ...(seen[key.id] !== undefined && { lastSeenAt: seen[key.id] }) }));
  }

  /** The key that a text is, revoked or not; null for one that was never given out. */
  find(key: string): IssuedKey | null {
    // Also where the clock was set back: a key that another process took back does not hold until it has caught up.
    if (Math.abs(this.#now() - this.#lookedAt) >= LOOK_EVERY_MS) this.look();
    if (this.#keys.length === 0) return null;
    const hash = hashOf(key);
    return this.#keys.find((each) => each.hash === hash) ?? null;
  }

  /** Makes a key and tells it, this once. Keys that were printed and never used give way to the next of their name. */
  issue(name: string, { replacesUnused = false } = {}): { id: string; key: string } {
    this.#look();
    const key = randomBytes(18).toString('base64url');
    const id = randomBytes(4).toString('hex');
    const seen = replacesUnused ? this.#readSeen() : {};
    const isUnused = (each: IssuedKey): boolean => each.name === name && !seen[each.id] && !each.revokedAt;
    const kept = this.#keys.filter((each) => !(replacesUnused && isUnused(each)));
    const issued: IssuedKey = { id, name, createdAt: new Date(this.#now()).toISOString(), hash: hashOf(key) };
    this.#write(thinned([...kept, issued]));
    return { id, key };
  }

  /** Takes a key back; false where there is none of this id, or it was taken back before. */
  revoke(id: string): boolean {
    this.#look();
    const key = this.#keys.find((each) => each.id === id && !each.revokedAt);
    if (!key) return false;
    const revokedAt = new Date(this.#now()).toISOString();
    this.#write(this.#keys.map((each) => (each === key ? { ...each, revokedAt } : each)));
    this.#tell();
    return true;
  }

  /** Notes that a key was used, at most once a minute. */
  seen({ id }: IssuedKey): void {
    const now = this.#now();
    if (Math.abs(now - (this.#seenAt.get(id) ?? -Infinity)) < SEEN_EVERY_MS) return;
    this.#seenAt.set(id, now);
    try {
      writeWhole(this.#seenPath, { ...this.#readSeen(), [id]: new Date(now).toISOString() });
    } catch {
      // A disk that is full: the phone goes on, and the list tells an older time.
    }
  }

  /** Hears of every key that is taken back, also by another process. */
  onRevoked(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads the file again where it has changed. While it cannot be read, what was known holds: a show does not end for a file that somebody is mending. */
  look(): void {
    try {
      this.#look();
    } catch (error) {
      if (!(error instanceof Mishap)) throw error;
    }
  }

  #look(): void {
    this.#lookedAt = this.#now();
    const stamp = stampOf(this.#path);
    if (stamp === this.#stamp) return;
    const revoked = countRevoked(this.#keys);
    this.#keys = readFile(this.#path);
    this.#stamp = stamp;
    if (countRevoked(this.#keys) > revoked) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #write(keys: IssuedKey[]): void {
    writeWhole(this.#path, keys);
    this.#keys = keys;
    this.#stamp = stampOf(this.#path);
  }

  /** What cannot be read is no loss: it is written anew. */
  #readSeen(): Record<string, string> {
    try {
      const seen: unknown = JSON.parse(readFileSync(this.#seenPath, 'utf8'));
      return typeof seen === 'object' && seen !== null ? (seen as Record<string, string>) : {};
    } catch {
      return {};
    }
  }
}

/** Writes a file that its owner alone reads, whole or not at all. */
function writeWhole(path: string, value: unknown): void {
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(value, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

const countRevoked = (keys: readonly IssuedKey[]): number => keys.filter(({ revokedAt }) => revokedAt).length;

function thinned(keys: IssuedKey[]): IssuedKey[] {
  const excess = keys.length - KEPT;
  const going = new Set(keys.filter(({ revokedAt }) => revokedAt).slice(0, Math.max(0, excess)));
  return keys.filter((key) => !going.has(key));
}

/** Tells one writing of the file from another; empty where there is none. */
function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.ino}:${stats.mtimeMs}:${stats.size}` : '';
}

function readFile(path: string): IssuedKey[] {
  try {
    const keys: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (Array.isArray(keys) && keys.every(isIssuedKey)) return keys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  }
  throw new Mishap(
    `钥匙文件 ${path} 读不懂：删掉它，配过对的手机要重新扫码。`,
    `The key file ${path} cannot be read: delete it, and pair the phones again.`,
  );
}

function isIssuedKey(value: unknown): value is IssuedKey {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, createdAt, hash } = value as Partial<Record<keyof IssuedKey, unknown>>;
  return [id, name, createdAt, hash].every((text) => typeof text === 'string');
}
