import type { Adapter, Announcement, Change, Snapshot } from '@stallcast/protocol';
import { atom, type ReadableAtom } from 'nanostores';

/** Which announcement each scope has of its own: a store tells one room what it reads, and not where that was said. */
export interface FollowedScopes {
  adapter: Adapter;
  readonly $announced: ReadableAtom<Readonly<Record<string, Announcement>>>;
}

/** Passes an adapter on and keeps the announcement of each scope. */
export function followScopes(adapter: Adapter): FollowedScopes {
  const $announced = atom<Readonly<Record<string, Announcement>>>({});
  const versions = new Map<string, number>();

  function takeSnapshot({ state, offset }: Snapshot): void {
    const { stall, rooms } = state.announcements;
    versions.clear();
    versions.set('', offset);
    $announced.set({ ...rooms, ...(stall && { stall }) });
  }

  function takeChange({ puts }: Change): void {
    for (const put of puts) {
      if (put.kind !== 'announcement') continue;
      // A late put never brings an older line back.
      if (put.version <= Math.max(versions.get(put.id) ?? 0, versions.get('') ?? 0)) continue;
      versions.set(put.id, put.version);
      const { [put.id]: _, ...others } = $announced.get();
      $announced.set(put.removed ? others : { ...others, [put.id]: put.value });
    }
  }

  return {
    $announced,
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
