/** Somebody wants to know more of a product. Cancelled, the card opens nothing, and the page may. */
export class OpenRequestEvent extends Event {
  static readonly eventName = 'stall-open-request';

  constructor(readonly productId: string) {
    super(OpenRequestEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The details of a product are open. */
export class DetailsOpenedEvent extends Event {
  static readonly eventName = 'stall-details-opened';

  constructor(readonly productId: string) {
    super(DetailsOpenedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'stall-open-request': OpenRequestEvent;
    'stall-details-opened': DetailsOpenedEvent;
  }
}
