import { registerScheme, type Adapter } from '@stallcast/protocol';
import { parseTableAddress } from './table-address.js';
import { tableAdapter } from './table-adapter.js';

/** Opens what stands behind `table:`. */
export function openTable(address: string): Adapter {
  return tableAdapter(parseTableAddress(address));
}

/** Makes `table:https://…/stall.csv#every=30&currency=CNY` known to this page. */
export function registerTable(): void {
  registerScheme('table', openTable);
}
