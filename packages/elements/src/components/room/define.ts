import { define } from '../../internal/define.js';
import { RoomElement } from './room.js';

define(RoomElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-room': RoomElement;
  }
}
