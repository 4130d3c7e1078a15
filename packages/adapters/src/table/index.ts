export { openTable, registerTable } from './register-table.js';
export { tableAdapter, type TableAdapterOptions } from './table-adapter.js';
