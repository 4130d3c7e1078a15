/** The picture is to be another room's. Dispatched through the studio's parts. */
export class RoomChosenEvent extends Event {
  constructor(
    /** The room's id; empty for the whole stall. */
    readonly room: string,
  ) {
    super('studio-room-chosen', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'studio-room-chosen': RoomChosenEvent;
  }
}
