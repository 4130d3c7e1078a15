import { define } from '../../internal/define.js';
import { StockCounterElement } from './stock-counter.js';

define(StockCounterElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-stock-counter': StockCounterElement;
  }
}
