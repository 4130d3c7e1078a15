import { define } from '../../internal/define.js';
import { OriginElement } from './origin.js';

define(OriginElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-origin': OriginElement;
  }
}
