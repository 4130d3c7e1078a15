import type { Way } from './wire.js';

/** A server that is measured. */
export interface Server {
  id: string;
  /** For people. */
  name: string;
  program: 'relay' | 'socket.io' | 'nodecg';
  /** Where an answered message is: on disk, or in memory alone. */
  keeps: 'disk' | 'memory';
  way: Way;
  isOurs: boolean;
}

/** In the order in which they are told. */
export const SERVERS: readonly Server[] = [
  { id: 'socket', name: 'Stallcast, WebSocket', program: 'relay', keeps: 'disk', way: 'socket', isOurs: true },
  { id: 'events', name: 'Stallcast, SSE', program: 'relay', keeps: 'disk', way: 'events', isOurs: true },
  { id: 'memory', name: 'Stallcast in memory', program: 'relay', keeps: 'memory', way: 'socket', isOurs: true },
  { id: 'socket.io', name: 'socket.io', program: 'socket.io', keeps: 'memory', way: 'socket.io', isOurs: false },
  { id: 'nodecg', name: 'NodeCG 2', program: 'nodecg', keeps: 'memory', way: 'nodecg', isOurs: false },
];
