/*
 * What the rivals' servers keep and tell: the same facts as our relay's change, in the same shapes, so that as many bytes go out.
 */
const MOST_ORDERS = 50;
const money = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 });

/** Creates a stall of one product. */
export function createOverlayState() {
  const orders: unknown[] = [];
  let sold = 0;

  const stock = () => ({
    productId: 'peach',
    stockFrom: 'ledger',
    onHand: 1_000_000,
    reserved: 0,
    sold,
    sellable: 1_000_000 - sold,
    oversold: 0,
    quotas: [],
    hold: 'none',
    basis: 'exact',
    policy: 'deny',
    observedAt: new Date().toISOString(),
    ttlMs: null,
  });
  const totals = () => ({
    gross: money(sold * 3_990),
    cancelled: money(0),
    refunded: money(0),
    net: money(sold * 3_990),
    paidOrders: sold,
    netOrders: sold,
    units: sold,
    massG: 0,
    timeline: { from: '2026-07-01T11:00:00.000Z', stepMs: 300_000, orders: [sold], net: [sold * 3_990] },
  });

  return {
    state: () => ({
      product: { id: 'peach', title: '阳山水蜜桃 5斤装', price: money(3_990) },
      orders,
      stock: stock(),
      totals: { stall: totals(), main: totals() },
    }),
    /** Takes an order, and says what is other than before. */
    sell(orderId: string) {
      sold += 1;
      const order = {
        id: `recorded:${orderId}`,
        orderId,
        lines: [{ productId: 'peach', qty: 1, amount: money(3_990) }],
        room: 'main',
        status: 'paid',
        buyer: { mask: '王**' },
        total: money(3_990),
        occurredAt: new Date().toISOString(),
        seq: sold,
      };
      orders.unshift(order);
      if (orders.length > MOST_ORDERS) orders.pop();
      return { seq: sold, order, stock: stock(), totals: { stall: totals(), main: totals() } };
    },
  };
}
