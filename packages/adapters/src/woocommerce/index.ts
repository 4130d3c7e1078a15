export { openWooCommerce, registerWooCommerce } from './register-woocommerce.js';
export { storeAdapter, type StoreAdapterOptions } from './store-adapter.js';
export { readStoreStock, type StoreStock } from './store-stock.js';
