/** A change of stock was sent. */
export class StockSentEvent extends Event {
  static readonly eventName = 'deck-stock-sent';

  constructor() {
    super(StockSentEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'deck-stock-sent': StockSentEvent;
  }
}
