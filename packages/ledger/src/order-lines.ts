import type { Product, ProductRef } from '@stallcast/protocol';
import type { Model } from './model.js';
import { changeOrder } from './order-change.js';
import type { LineProducts, OrderRecord, RecordLine } from './records.js';
import type { Turn } from './turn.js';

/** A line as it is understood with what the stall lists. A reference is kept where nothing was found, in case it is listed later. */
export function recordLine(
  model: Model,
  productId: string | null,
  qty: number,
  amount: RecordLine['amount'] | undefined,
  ref?: ProductRef,
): RecordLine {
  const product = productId === null ? undefined : model.tables.product.get(productId)?.value;
  return {
    productId,
    qty,
    ...(amount && { amount }),
    ...(productId === null && ref && { ref }),
    ...measureOf(product, qty),
  };
}

/** Reads what the lines that came unlisted mean. */
export function lineProductsOf(record: OrderRecord | undefined): LineProducts {
  const lines = record?.fields.lines?.value ?? [];
  return Object.fromEntries(lines.flatMap(({ ref, productId }) => (ref ? [[refKey(ref), productId]] : [])));
}

/** Lets the lines that came unlisted mean other products; lines that a later message has replaced are left alone. */
export function writeLineProducts(turn: Turn, orderId: string, products: LineProducts): void {
  const record = turn.model.tables.order.get(orderId);
  const lines = record?.fields.lines;
  if (!lines) return;
  changeOrder(turn, record, false, () => {
    lines.value = lines.value.map((line) => {
      const productId = line.ref && products[refKey(line.ref)];
      if (productId === undefined || productId === line.productId) return line;
      const product = productId === null ? undefined : turn.model.tables.product.get(productId)?.value;
      return { ...line, productId, ...measureOf(product, line.qty) };
    });
    return true;
  });
}

function measureOf(product: Product | undefined, qty: number): Pick<RecordLine, 'massG' | 'ticket'> {
  return {
    massG: product?.net?.unit === 'g' ? product.net.value * qty : 0,
    ticket: product?.kind === 'ticket',
  };
}

/** A reference as a key. */
export function refKey({ id, variantId, inventoryItemId, sku }: ProductRef): string {
  return JSON.stringify([id ?? null, variantId ?? null, inventoryItemId ?? null, sku ?? null]);
}
