import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { problems } from '../http/problems.js';
import { InstanceSockets, type InstanceSocketOptions } from './instance-sockets.js';
import { Instances } from './instances.js';

const guesses = { check: vi.fn(), wrong: vi.fn() };
const HELLO = { id: 'overlay-1', kind: 'overlay' };

let server: Server;
let sockets: InstanceSockets;
let instances: Instances;
beforeEach(async () => {
  guesses.check.mockReset();
  guesses.wrong.mockReset();
  instances = new Instances(Date.now, () => null);
  sockets = new InstanceSockets({
    access: {
      stall: () => Promise.resolve({ ledger: { stall: 'orchard' } }),
    } as unknown as InstanceSocketOptions['access'],
    keys: {
      roleOf: (key) => (key === 'right' ? 'view' : null),
      isRevoked: () => false,
      idOf: (key) => (key === 'right' ? 'k1' : null),
      nameOf: () => null,
    },
    guesses,
    instancesOf: () => instances,
    isKnownHost: () => true,
    keyWaitMs: 5_000,
    pingIntervalMs: 60_000,
  });
  server = createServer();
  server.on('upgrade', (request, socket, head) => void sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  sockets.close();
  await new Promise((resolve) => server.close(resolve));
});

const connect = () =>
  new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/stalls/orchard/instances`);

it('counts a wrong key as a guess, and a right one not', async () => {
  const end = async (key: string) => {
    const socket = connect();
    socket.once('open', () => socket.send(JSON.stringify({ key, hello: HELLO })));
    if (key === 'right') {
      await expect.poll(() => instances.list().length).toBe(1);
      socket.close();
    }
    return new Promise((resolve) => socket.once('close', resolve));
  };
  expect(await end('wrong')).toBe(4401);
  expect(guesses.wrong).toHaveBeenCalledOnce();
  await end('right');
  expect(guesses.wrong).toHaveBeenCalledOnce();
});

it('opens no line to an address that has guessed too often', async () => {
  guesses.check.mockImplementation(() => {
    throw problems.tooManyWrongKeys(60);
  });
  const socket = connect();
  socket.on('error', () => {});
  const status = await new Promise((resolve) =>
    socket.once('unexpected-response', (_, answer) => resolve(answer.statusCode)),
  );
  expect(status).toBe(429);
});

it('knows of a device while its page is here, and no longer', async () => {
  const socket = connect();
  socket.once('open', () => socket.send(JSON.stringify({ key: 'right', hello: HELLO })));
  await expect.poll(() => sockets.has('k1')).toBe(true);
  socket.terminate();
  await expect.poll(() => sockets.has('k1')).toBe(false);
});
