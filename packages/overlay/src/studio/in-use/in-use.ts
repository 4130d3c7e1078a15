import type { ReadableAtom } from 'nanostores';
import { atom } from 'nanostores';
import { keepText, keptText } from '../../keeping/kept-text.js';
import type { LinkChoice, Shape } from '../links/studio-links.js';

/** What one canvas shows on air, as its links say it. */
export interface InUse {
  /** What tells it from the others: a starting scene's name, `own:` and the name under which one of the host's own is kept, or nothing for the usual widgets. */
  id: string;
  /** What the link says: a name, a code, or nothing. */
  scene: string;
  /** A theme that was chosen in place of the scene's own, or nothing. */
  theme: string;
}

/** The scene in use on each canvas, kept in this browser for a stall and shared by its tabs. */
export interface ScenesInUse {
  readonly $inUse: ReadableAtom<Readonly<Record<Shape, InUse>>>;
  use(shapes: readonly Shape[], inUse: InUse): void;
  close(): void;
}

const USUAL: InUse = { id: '', scene: '', theme: '' };
const NAME = /^[a-z]{1,20}$/;
const CODE = /^~[pl]\.[\w-]{1,7000}$/;
const ID = /^([a-z]{1,20}|own:[\w-]{1,40})?$/;

/** The id in use of one of the host's own scenes. */
export const ownId = (keptId: string): string => `own:${keptId}`;

/** Opens what is in use on a stall. */
export function openScenesInUse(stall: string): ScenesInUse {
  const key = `stallcast.in-use.${stall}`;
  const $inUse = atom(readInUse(keptText(key)));
  const hear = (event: StorageEvent): void => {
    if (event.key === key) $inUse.set(readInUse(event.newValue));
  };
  addEventListener('storage', hear);
  return {
    $inUse,
    use(shapes, inUse) {
      const next = { ...$inUse.get(), ...Object.fromEntries(shapes.map((shape) => [shape, inUse])) };
      if (JSON.stringify(next) === JSON.stringify($inUse.get())) return;
      keepText(key, JSON.stringify(next));
      $inUse.set(next);
    },
    close: () => removeEventListener('storage', hear),
  };
}

/** What of it a link carries. */
export function choiceOf({ scene, theme }: InUse): LinkChoice {
  return { scene, theme };
}

/** What stands there may be of another version, or of anybody: whatever is not understood is the usual. */
export function readInUse(text: string | null): Record<Shape, InUse> {
  try {
    const kept = JSON.parse(text ?? '') as Partial<Record<Shape, unknown>> | null;
    return { portrait: readOne(kept?.portrait), landscape: readOne(kept?.landscape) };
  } catch {
    return { portrait: USUAL, landscape: USUAL };
  }
}

function readOne(raw: unknown): InUse {
  if (typeof raw !== 'object' || raw === null) return USUAL;
  const { id, scene, theme } = raw as Partial<Record<keyof InUse, unknown>>;
  const isScene = typeof scene === 'string' && (scene === '' || NAME.test(scene) || CODE.test(scene));
  if (typeof id !== 'string' || !ID.test(id) || !isScene) return USUAL;
  return { id, scene, theme: typeof theme === 'string' && NAME.test(theme) ? theme : '' };
}
