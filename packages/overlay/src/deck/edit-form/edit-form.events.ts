/** The operator is done with the form: it was saved, or left. */
export class EditClosedEvent extends Event {
  static readonly eventName = 'deck-edit-closed';

  constructor() {
    super(EditClosedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'deck-edit-closed': EditClosedEvent;
  }
}
