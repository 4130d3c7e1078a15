import type { RoomStore } from '@stallcast/store';

/** Takes the store of a room, now and whenever it is another one. `stop` ends that; it is another one where the room is another one. */
type Answer = (store: RoomStore | undefined, stop?: () => void) => void;

/**
 * The store of the nearest `<stall-room>`; undefined until the room has one.
 *
 * Asked for as the Web Components Community Group's context protocol says, which `@lit/context` speaks too. The key is a registered
 * symbol, so that two bundles on one page find each other.
 */
export const roomContext = Symbol.for('stallcast.room') as symbol & { readonly __context__: RoomStore | undefined };

/** Asks the nearest room for its store. */
export class RoomRequestEvent extends Event {
  readonly context = roomContext;
  readonly subscribe: boolean = true;

  constructor(
    readonly contextTarget: Element,
    readonly callback: Answer,
  ) {
    super('context-request', { bubbles: true, composed: true });
  }
}

/**
 * Answers whoever asks inside `room` for its store. Returns what sets it.
 *
 * Those who asked before the room was one are not heard, so a room is defined before the widgets.
 */
export function provideStore(room: Element): (store: RoomStore | undefined) => void {
  const answers = new Map<Answer, () => void>();
  let current: RoomStore | undefined;

  room.addEventListener('context-request', (event) => {
    const { context, contextTarget, callback, subscribe } = event as RoomRequestEvent;
    // A room may be inside another one: its own request is for that one.
    if (context !== roomContext || (contextTarget ?? event.composedPath()[0]) === room) return;
    event.stopPropagation();
    const stop = answers.get(callback) ?? (() => answers.delete(callback));
    if (subscribe) answers.set(callback, stop);
    callback(current, subscribe ? stop : undefined);
  });
  return (store) => {
    if (store === current) return;
    current = store;
    for (const [answer, stop] of answers) answer(store, stop);
  };
}
