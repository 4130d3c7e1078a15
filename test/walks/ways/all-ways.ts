import { drag } from './drag.js';
import { obsWebsocket } from './obs-websocket.js';
import { phone } from './phone.js';
import { trouble } from './trouble.js';
import type { Way } from './way.js';

/** Every way, in the order of the page. The first two have pictures. */
export const WAYS: readonly Way[] = [drag, phone, obsWebsocket, trouble];
