/** A price was sent: told, changed, or lowered for a while. */
export class PriceSentEvent extends Event {
  static readonly eventName = 'deck-price-sent';

  constructor() {
    super(PriceSentEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'deck-price-sent': PriceSentEvent;
  }
}
