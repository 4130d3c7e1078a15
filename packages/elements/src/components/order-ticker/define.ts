// The room first: one that is defined after the widgets inside it has not heard them ask.
import '../room/define.js';
import { define } from '../../internal/define.js';
import { OrderTickerElement } from './order-ticker.js';

define(OrderTickerElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-order-ticker': OrderTickerElement;
  }
}
