export { captivePortal, empty, failing, slowLoris, type Answer } from './answers.js';
export {
  both,
  clockSkew,
  delay,
  drop,
  duplicate,
  garble,
  reorder,
  truncate,
  wrongEpoch,
  type MessageFault,
  type PassMessage,
  type Which,
} from './message-faults.js';
export { createMessageProxy, type ForPath, type MessageProxy } from './message-proxy.js';
export { createTcpProxy, type TcpProxy } from './tcp-proxy.js';
export type { Direction, Toxic } from './toxics.js';
