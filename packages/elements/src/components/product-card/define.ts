import { define } from '../../internal/define.js';
import '../stock-counter/define.js';
import { ProductCardElement } from './product-card.js';

define(ProductCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-product-card': ProductCardElement;
  }
}
