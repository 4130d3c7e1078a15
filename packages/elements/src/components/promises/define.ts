import { define } from '../../internal/define.js';
import { PromisesElement } from './promises.js';

define(PromisesElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-promises': PromisesElement;
  }
}
