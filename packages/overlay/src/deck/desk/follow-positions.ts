import type { Adapter, Position } from '@stallcast/protocol';

/** Passes an adapter on and tells every position that it reaches, after the store took it in. */
export function followPositions(adapter: Adapter, reached: (position: Position) => void): Adapter {
  return {
    name: adapter.name,
    silenceMs: adapter.silenceMs,
    pictureOrigin: adapter.pictureOrigin,
    start: (sink) =>
      adapter.start({
        snapshot(snapshot) {
          sink.snapshot(snapshot);
          reached(snapshot);
        },
        change(change) {
          sink.change(change);
          reached(change);
        },
        alive(position, at) {
          sink.alive(position, at);
          // A sign of life may announce more than was delivered; only what was delivered counts as seen.
        },
        fault: (error) => sink.fault(error),
      }),
  };
}
