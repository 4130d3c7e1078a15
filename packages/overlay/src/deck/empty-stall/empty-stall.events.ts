/** The operator wants to add a product. */
export class AddRequestEvent extends Event {
  static readonly eventName = 'deck-add-request';

  constructor() {
    super(AddRequestEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'deck-add-request': AddRequestEvent;
  }
}
