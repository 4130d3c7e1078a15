import type { Edit } from './edit.js';
import { currentSession } from './model.js';
import { openOrders } from './order-change.js';
import { lineProductsOf, refKey } from './order-lines.js';
import { findProduct } from './product-refs.js';

/**
 * Opens again the session's orders of things that a product's new listing names.
 *
 * Earlier sessions are over: what they sold unlisted takes nothing from tonight's stock.
 */
export function reopenOrders(edit: Edit): void {
  const { model } = edit;
  const session = currentSession(model).value.id;
  for (const id of [...openOrders(model)]) {
    const record = model.tables.order.get(id);
    if (record?.sessionId !== session) continue;
    const source = id.slice(0, id.length - record.orderId.length - 1);
    const products = lineProductsOf(record);
    let found = false;
    for (const { ref, productId } of record.fields.lines?.value ?? []) {
      const listed = ref && productId === null ? findProduct(model, source, ref)?.productId : undefined;
      if (!ref || listed === undefined) continue;
      products[refKey(ref)] = listed;
      found = true;
    }
    if (found) edit.write(['order-lines', id], products);
  }
}
