/** An order's number as people know it: without the shop that it stands for in the ledger. */
export function orderNumber(id: string): string {
  return id.replace(/^[a-z0-9-]+:/, '');
}
