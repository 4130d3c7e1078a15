import { createExampleLog, describeAdapter } from '@stallcast/testing';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pollAdapter } from './poll-adapter.js';

describeAdapter('pollAdapter', async () => {
  const log = createExampleLog();
  let state: 'well' | 'broken' | 'garbled' = 'well';
  const server = createServer((_, response) => {
    if (state === 'broken') response.destroy();
    else response.end(state === 'well' ? JSON.stringify({ v: 1, type: 'snapshot', ...log.snapshot() }) : '{');
    if (state === 'garbled') state = 'well';
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    adapter: pollAdapter(`http://127.0.0.1:${port}/`, 20),
    truth: () => log.position,
    append: () => void log.append(),
    garble: () => void (state = 'garbled'),
    interrupt: () => void (state = 'broken'),
    restore: () => void (state = 'well'),
    startOver: () => log.startOver(),
    settle: () => new Promise((resolve) => setTimeout(resolve, 60)),
    release: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
});
