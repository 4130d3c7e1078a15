import { define } from '../../internal/define.js';
import { PresaleElement } from './presale.js';

define(PresaleElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-presale': PresaleElement;
  }
}
