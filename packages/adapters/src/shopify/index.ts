export { openShopify, registerShopify } from './register-shopify.js';
export { storefrontAdapter, type StorefrontAdapterOptions } from './storefront-adapter.js';
