import { define } from '../../internal/define.js';
import { CountdownElement } from './countdown.js';

define(CountdownElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-countdown': CountdownElement;
  }
}
