import type { OrderEvent } from '@stallcast/protocol';

/** What a shop says about one order when it is asked: any of the fields of an order event, masked already. */
export type OrderDetail = Omit<OrderEvent, 'type' | 'eventId' | 'source' | 'orderId' | 'room' | 'synthetic'>;

/**
 * Asks a shop for what its message left out.
 *
 * Many platforms send an id and no order. The order is shown as it was told; the detail follows as a further event of the same
 * order, so that it is a patch and never a second order.
 */
export interface DetailFetcher {
  /** The name of the webhook source whose orders it asks for. */
  readonly source: string;
  /**
   * The order as the shop has it now. Null where the shop does not know it yet; rejects where it could not be asked. Both are
   * tried again. Gives up when the signal says so.
   */
  fetchDetail(orderId: string, signal: AbortSignal): Promise<OrderDetail | null>;
}
