import { registerShopify } from './register-shopify.js';

registerShopify();
