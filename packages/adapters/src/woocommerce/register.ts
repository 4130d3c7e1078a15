import { registerWooCommerce } from './register-woocommerce.js';

registerWooCommerce();
