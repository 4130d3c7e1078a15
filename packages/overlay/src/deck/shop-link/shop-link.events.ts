import type { ShopLinkDraft } from './shop-link-draft.js';

/** The operator changed how a product is connected to its shops. */
export class ShopLinkChangedEvent extends Event {
  static readonly eventName = 'deck-shop-link-changed';

  constructor(readonly draft: ShopLinkDraft) {
    super(ShopLinkChangedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'deck-shop-link-changed': ShopLinkChangedEvent;
  }
}
