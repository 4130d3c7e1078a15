import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The kinds of page that tell of themselves, and their files. */
const FILES = { overlay: 'overlay.html', deck: 'deck.html' } as const;

export type PageKind = keyof typeof FILES;

/** Says which version of a page the relay serves now: the name of its script, which changes with its content. */
export function createPageVersions(folder: string): (kind: PageKind) => string | null {
  const known = new Map<PageKind, { stamp: number; version: string | null }>();
  return (kind) => {
    const path = join(folder, FILES[kind]);
    const stamp = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const kept = known.get(kind);
    if (kept?.stamp === stamp) return kept.version;
    const version = stamp === 0 ? null : (/\/assets\/([\w.-]+)\.js/.exec(readFileSync(path, 'utf8'))?.[1] ?? null);
    known.set(kind, { stamp, version });
    return version;
  };
}
