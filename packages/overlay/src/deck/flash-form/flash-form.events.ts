/** The flash sale was started, or left. */
export class FlashClosedEvent extends Event {
  static readonly eventName = 'deck-flash-closed';

  constructor() {
    super(FlashClosedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'deck-flash-closed': FlashClosedEvent;
  }
}
