import type { Money } from '@stallcast/protocol';

/** A price was typed, and confirmed where it was doubtful. */
export class PriceEnteredEvent extends Event {
  static readonly eventName = 'deck-price-entered';

  constructor(readonly price: Money) {
    super(PriceEnteredEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'deck-price-entered': PriceEnteredEvent;
  }
}
