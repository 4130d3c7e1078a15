import { parseScene, type Scene } from '@stallcast/elements';
import { keepText, keptText } from '../../../keeping/kept-text.js';

/** One scene of the host's own, as this browser keeps it. */
export interface KeptScene {
  id: string;
  scene: Scene;
  /** When it was changed last, ms since 1970. */
  at: number;
  /** Earlier states, the newest first. */
  versions: readonly { at: number; scene: Scene }[];
}

/** The scenes that this browser keeps, the last changed first. */
export interface KeptScenes {
  all(): readonly KeptScene[];
  /** Keeps a scene as it is now. What another window has kept under its name meanwhile becomes a version. */
  keep(id: string, scene: Scene, at: number): KeptOutcome;
  /** Keeps a version besides. One that is like the newest is none. */
  keepVersion(id: string, scene: Scene, at: number): boolean;
  forget(id: string): void;
  /** Takes note of what is kept under a name now: what is found there later in its place is another window's. */
  hold(id: string): void;
  /** An id that no kept scene has. */
  freeId(): string;
}

/** Whether a scene was kept, and whether another window had changed it. */
export type KeptOutcome = 'kept' | 'kept-beside' | 'not-kept';

/** Under which `localStorage` has them. */
export const NAME = 'stallcast.scenes';
const MOST_SCENES = 24;
const MOST_VERSIONS = 12;
/** A scene that rested so long is worth a version before it is changed again, ms. */
const REST_MS = 5 * 60_000;

/** Opens what is kept. Another window may write there too: each step reads first. */
export function openKeptScenes(): KeptScenes {
  const write = (scenes: readonly KeptScene[]): boolean => {
    let list = scenes.slice(0, MOST_SCENES);
    // Where the browser's storage is full, old versions go first.
    for (let most = MOST_VERSIONS; ; most = Math.floor(most / 2)) {
      list = list.map((one) => ({ ...one, versions: one.versions.slice(0, most) }));
      if (keepText(NAME, JSON.stringify({ version: 1, scenes: list }))) return true;
      if (most === 0) return false;
    }
  };
  /** What this window saw or kept last, by id, as it reads back. */
  const seen = new Map<string, string>();
  const hold = (id: string): void => {
    const one = readAll().find((kept) => kept.id === id);
    if (one) seen.set(id, JSON.stringify(one.scene));
    else seen.delete(id);
  };
  const change = (id: string, scene: Scene, at: number, hasVersion: (old: KeptScene) => boolean): KeptOutcome => {
    const scenes = readAll();
    const old = scenes.find((one) => one.id === id) ?? { id, scene, at, versions: [] };
    const known = seen.get(id);
    const isForeign = known !== undefined && known !== JSON.stringify(old.scene) && !isSame(old.scene, scene);
    const versions = isForeign || hasVersion(old) ? [{ at: old.at, scene: old.scene }, ...old.versions] : old.versions;
    const next = { id, scene, at, versions: withoutTwins(versions) };
    if (!write([next, ...scenes.filter((one) => one.id !== id)])) return 'not-kept';
    hold(id);
    return isForeign ? 'kept-beside' : 'kept';
  };
  return {
    all: readAll,
    keep: (id, scene, at) => change(id, scene, at, (old) => at - old.at > REST_MS && !isSame(old.scene, scene)),
    keepVersion(id, scene, at) {
      return change(id, scene, at, () => false) !== 'not-kept' && change(id, scene, at, () => true) !== 'not-kept';
    },
    hold,
    forget(id) {
      write(readAll().filter((one) => one.id !== id));
    },
    freeId() {
      const taken = new Set(readAll().map(({ id }) => id));
      let number = 1;
      while (taken.has(`scene-${number}`)) number += 1;
      return `scene-${number}`;
    },
  };
}

function isSame(a: Scene, b: Scene): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function withoutTwins(versions: KeptScene['versions']): KeptScene['versions'] {
  return versions.filter(({ scene }, index) => {
    const newer = versions[index - 1];
    return !newer || !isSame(newer.scene, scene);
  });
}

/** What stands there may be of another version, or of anybody: it is parsed like a file. */
function readAll(): KeptScene[] {
  try {
    const kept = JSON.parse(keptText(NAME) ?? '') as { scenes?: unknown } | null;
    const scenes: unknown[] = Array.isArray(kept?.scenes) ? kept.scenes : [];
    return scenes.flatMap((raw): KeptScene[] => {
      if (typeof raw !== 'object' || raw === null) return [];
      const { id, at, scene: file, versions } = raw as Record<string, unknown>;
      const { scene } = parseScene(file);
      if (typeof id !== 'string' || !scene) return [];
      return [{ id, scene, at: Number(at) || 0, versions: readVersions(versions) }];
    });
  } catch {
    return [];
  }
}

function readVersions(raw: unknown): KeptScene['versions'] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((one: { at?: unknown; scene?: unknown } | null) => {
    const { scene } = parseScene(one?.scene);
    return scene ? [{ at: Number(one?.at) || 0, scene }] : [];
  });
}
