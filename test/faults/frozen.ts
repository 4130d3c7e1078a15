import type { ChildProcess } from 'node:child_process';
import { FAULT_MS, pause } from './durations.js';
import type { Market } from './market.js';
import type { Row } from './rows.js';

/**
 * A server that is frozen (SIGSTOP) keeps its connections and says nothing. Orders come in meanwhile, and everything that it owes
 * comes at once when it goes on.
 */
export const FROZEN: Row<Market & { readonly child: ChildProcess }> = {
  no: '5',
  name: 'frozen (SIGSTOP), then a burst',
  isSilence: true,
  async run(_, { child, sell }) {
    child.kill('SIGSTOP');
    await Promise.all([sell(), pause(FAULT_MS).then(() => child.kill('SIGCONT'))]);
  },
};
