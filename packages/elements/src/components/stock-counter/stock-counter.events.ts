/** A product ran out while its counter was on screen. */
export class StockDepletedEvent extends Event {
  static readonly eventName = 'stall-stock-depleted';

  constructor(readonly productId: string) {
    super(StockDepletedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'stall-stock-depleted': StockDepletedEvent;
  }
}
