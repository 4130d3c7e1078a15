import { registerTable } from './register-table.js';

registerTable();
