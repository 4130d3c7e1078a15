import { define } from '../../internal/define.js';
import { TicketsElement } from './tickets.js';

define(TicketsElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-tickets': TicketsElement;
  }
}
