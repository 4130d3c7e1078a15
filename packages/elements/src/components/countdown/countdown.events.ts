/** A deadline was reached while its countdown was there; never before it, and once. */
export class CountdownEndedEvent extends Event {
  static readonly eventName = 'stall-countdown-ended';

  /** `productId` is empty for a deadline of its own; `endsAt` is in ms since 1970. */
  constructor(
    readonly productId: string,
    readonly endsAt: number,
  ) {
    super(CountdownEndedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'stall-countdown-ended': CountdownEndedEvent;
  }
}
