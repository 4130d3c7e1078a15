/** The operator wants to see the orders of one product. */
export class OrdersOpenRequestEvent extends Event {
  static readonly eventName = 'deck-orders-open-request';

  constructor(readonly productId: string) {
    super(OrdersOpenRequestEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'deck-orders-open-request': OrdersOpenRequestEvent;
  }
}
