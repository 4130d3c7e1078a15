import { define } from '../../internal/define.js';
import '../price/define.js';
import '../promises/define.js';
import '../stock-counter/define.js';
import { ProductCardElement } from './product-card.js';

define(ProductCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-product-card': ProductCardElement;
  }
}
