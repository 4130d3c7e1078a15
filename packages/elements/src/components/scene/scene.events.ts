import type { SceneFault } from './scene.faults.js';
import type { Scene } from './scene.format.js';

/** A scene file was read: what of it is shown, and what was wrong with it. */
export class SceneReadEvent extends Event {
  static readonly eventName = 'stall-scene-read';

  constructor(
    /** Null where nothing of the file can be shown: the last good scene stays up. */
    readonly scene: Scene | null,
    readonly faults: readonly SceneFault[],
  ) {
    super(SceneReadEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'stall-scene-read': SceneReadEvent;
  }
}
