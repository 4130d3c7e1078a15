// The room first: one that is defined after the widgets inside it has not heard them ask.
import '../room/define.js';
import { define } from '../../internal/define.js';
import { QrElement } from './qr.js';

define(QrElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-qr': QrElement;
  }
}
