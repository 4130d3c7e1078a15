/** The operator opened a product. */
export class ProductOpenRequestEvent extends Event {
  static readonly eventName = 'deck-product-open-request';

  constructor(readonly productId: string) {
    super(ProductOpenRequestEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'deck-product-open-request': ProductOpenRequestEvent;
  }
}
