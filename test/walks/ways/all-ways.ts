import { drag } from './drag.js';
import { obsWebsocket } from './obs-websocket.js';
import { own } from './own.js';
import { pack } from './pack.js';
import { packDownload } from './pack-download.js';
import { phone } from './phone.js';
import { script } from './script.js';
import { trouble } from './trouble.js';
import type { Way } from './way.js';

/** Every way, in the order of the page. The first two have pictures. */
export const WAYS: readonly Way[] = [drag, phone, own, obsWebsocket, script, packDownload, pack, trouble];
