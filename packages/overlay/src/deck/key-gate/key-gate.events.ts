/** The operator pasted a deck key, or a link that holds one. */
export class KeyGivenEvent extends Event {
  static readonly eventName = 'deck-key-given';

  constructor(readonly key: string) {
    super(KeyGivenEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'deck-key-given': KeyGivenEvent;
  }
}
