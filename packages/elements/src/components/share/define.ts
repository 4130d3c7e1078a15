import { define } from '../../internal/define.js';
import { ShareElement } from './share.js';

define(ShareElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-share': ShareElement;
  }
}
