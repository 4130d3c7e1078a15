// The room first: one that is defined after the widgets inside it has not heard them ask.
import '../room/define.js';
import { define } from '../../internal/define.js';
import { StatusElement } from './status.js';

define(StatusElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-status': StatusElement;
  }
}
