/** A sheet of the deck went down. */
export class SheetClosedEvent extends Event {
  static readonly eventName = 'deck-sheet-closed';

  constructor() {
    super(SheetClosedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'deck-sheet-closed': SheetClosedEvent;
  }
}
