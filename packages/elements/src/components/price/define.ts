import { define } from '../../internal/define.js';
import { PriceElement } from './price.js';

define(PriceElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-price': PriceElement;
  }
}
