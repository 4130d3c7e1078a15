/** What the bundle for NodeCG shares with the other servers. */
export { createOverlayState } from './overlay-state.js';
export { stampOf } from './stamp.js';
export { usage } from './usage.js';
