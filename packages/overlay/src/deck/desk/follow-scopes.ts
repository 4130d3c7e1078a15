import type { Adapter, Announcement, Change, Snapshot } from '@stallcast/protocol';
import { atom, type ReadableAtom } from 'nanostores';

/** What each scope has of its own: a store tells one room what it reads, and not where that was said. */
export interface FollowedScopes {
  adapter: Adapter;
  readonly $announced: ReadableAtom<Readonly<Record<string, Announcement>>>;
  /** The products that each scope features; a room without its own shows the stall's. */
  readonly $featuredOf: ReadableAtom<Readonly<Record<string, readonly string[]>>>;
}

/** Passes an adapter on and keeps what each scope has; `kept` is what was known before it tells anything. */
export function followScopes(adapter: Adapter, kept: Snapshot | null = null): FollowedScopes {
  const $announced = atom<Readonly<Record<string, Announcement>>>({});
  const $featuredOf = atom<Readonly<Record<string, readonly string[]>>>({});
  const versions = new Map<string, number>();

  function takeSnapshot({ state, offset }: Snapshot): void {
    const { stall, rooms } = state.announcements;
    versions.clear();
    versions.set('', offset);
    $announced.set({ ...rooms, ...(stall && { stall }) });
    $featuredOf.set({ ...state.featured.rooms, ...(state.featured.stall && { stall: state.featured.stall }) });
  }

  function takeChange({ puts }: Change): void {
    for (const put of puts) {
      if (put.kind !== 'announcement' && put.kind !== 'featured') continue;
      // A late put never brings an older line back.
      const name = `${put.kind} ${put.id}`;
      if (put.version <= Math.max(versions.get(name) ?? 0, versions.get('') ?? 0)) continue;
      versions.set(name, put.version);
      if (put.kind === 'announcement') $announced.set(after($announced.get(), put.id, put.removed ? null : put.value));
      else $featuredOf.set(after($featuredOf.get(), put.id, put.removed ? null : put.value));
    }
  }

  if (kept) takeSnapshot(kept);

  return {
    $announced,
    $featuredOf,
    adapter: {
      name: adapter.name,
      silenceMs: adapter.silenceMs,
      pictureOrigin: adapter.pictureOrigin,
      start: (sink) =>
        adapter.start({
          snapshot(snapshot) {
            takeSnapshot(snapshot);
            sink.snapshot(snapshot);
          },
          change(change) {
            takeChange(change);
            sink.change(change);
          },
          alive: (position, at) => sink.alive(position, at),
          fault: (error) => sink.fault(error),
        }),
    },
  };
}

function after<T>(values: Readonly<Record<string, T>>, id: string, value: T | null): Readonly<Record<string, T>> {
  const { [id]: _, ...others } = values;
  return value === null ? others : { ...others, [id]: value };
}
