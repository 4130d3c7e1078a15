// The room first: one that is defined after the widgets inside it has not heard them ask.
import '../room/define.js';
import { define } from '../../internal/define.js';
import { AnnouncementElement } from './announcement.js';

define(AnnouncementElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-announcement': AnnouncementElement;
  }
}
