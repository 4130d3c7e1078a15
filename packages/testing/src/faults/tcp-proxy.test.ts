import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTcpProxy, type TcpProxy } from './tcp-proxy.js';

/** Sends back what it gets, and keeps who is connected. */
let server: Server;
let accepted: Socket[];
let proxy: TcpProxy;
const clients: Socket[] = [];

/** A client that keeps what it has heard. */
async function open() {
  const socket = connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  const client = { socket, text: '', ended: false, error: '' };
  socket.on('data', (bytes: Buffer) => (client.text += bytes.toString()));
  socket.on('end', () => (client.ended = true));
  socket.on('error', (error: NodeJS.ErrnoException) => (client.error = error.code ?? ''));
  await once(socket, 'connect');
  return client;
}

const says = (client: { text: string }, text: string) => expect.poll(() => client.text, { interval: 2 }).toBe(text);
/** Long enough for what would come to have come over loopback. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 40));

beforeEach(async () => {
  accepted = [];
  server = createServer({ allowHalfOpen: true }, (socket) => {
    accepted.push(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => socket.write(bytes));
    socket.on('end', () => socket.end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await createTcpProxy((server.address() as AddressInfo).port);
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.close();
  for (const socket of accepted) socket.destroy();
  server.close();
});

describe('the proxy of a line', () => {
  it('passes bytes on, both ways, and the end of a connection', async () => {
    const client = await open();
    client.socket.write('one');
    await says(client, 'one');
    client.socket.end();
    await expect.poll(() => client.ended).toBe(true);
    await expect.poll(() => proxy.connections).toBe(0);
    expect(proxy.accepted).toBe(1);
  });

  it('adds latency, in order', async () => {
    const client = await open();
    proxy.add({ type: 'latency', ms: 60, direction: 'up' });
    const before = performance.now();
    client.socket.write('a');
    await new Promise((resolve) => setTimeout(resolve, 5));
    client.socket.write('b');
    await says(client, 'ab');
    expect(performance.now() - before).toBeGreaterThan(59);
  });

  it('narrows a line, and holds back who sends too much', async () => {
    const client = await open();
    const narrow = proxy.add({ type: 'bandwidth', bytesPerSecond: 2_000, direction: 'down' });
    client.socket.write('x'.repeat(400));
    await quiet();
    expect(client.text.length).toBeLessThan(300);
    await expect.poll(() => client.text.length).toBe(400);

    accepted[0]?.write('y'.repeat(8_000_000));
    await quiet();
    expect(accepted[0]?.writableNeedDrain).toBe(true);
    narrow();
    await expect.poll(() => client.text.length, { timeout: 10_000 }).toBe(8_000_400);
  });

  it('is a black hole, out of which everything comes late', async () => {
    const client = await open();
    const hole = proxy.add({ type: 'timeout' });
    client.socket.write('late');
    await quiet();
    expect([client.text, client.ended, accepted[0]?.bytesRead]).toEqual(['', false, 0]);
    hole();
    await says(client, 'late');
  });

  it('forgets connections, and takes new ones', async () => {
    const old = await open();
    old.socket.write('a');
    await says(old, 'a');
    proxy.add({ type: 'half-open' })();
    old.socket.write('b');
    accepted[0]?.end();
    const young = await open();
    young.socket.write('c');
    await says(young, 'c');
    expect([old.text, old.ended, old.error]).toEqual(['a', false, '']);
  });

  it('resets the connections that are there, and those that come', async () => {
    const old = await open();
    const toxic = proxy.add({ type: 'reset-peer' });
    await expect.poll(() => old.error).toBe('ECONNRESET');
    const young = await open();
    await expect.poll(() => young.error).toBe('ECONNRESET');
    toxic();
    const next = await open();
    next.socket.write('a');
    await says(next, 'a');
  });

  it('cuts bytes into slices, and a connection after so many of them', async () => {
    const client = await open();
    const pieces: number[] = [];
    client.socket.on('data', (bytes: Buffer) => pieces.push(bytes.length));
    proxy.add({ type: 'slicer', bytes: 2, delayMs: 5, direction: 'down' });
    client.socket.write('abcdef');
    await says(client, 'abcdef');
    expect(Math.max(...pieces)).toBeLessThan(6);
    proxy.clear();
    proxy.add({ type: 'limit-data', bytes: 9, direction: 'down' });
    client.socket.write('ghijkl');
    await says(client, 'abcdefghi');
    await expect.poll(() => client.ended).toBe(true);
  });

  it('tells of an end late', async () => {
    const client = await open();
    proxy.add({ type: 'slow-close', ms: 60, direction: 'down' });
    const before = performance.now();
    client.socket.end();
    await expect.poll(() => client.ended, { interval: 2 }).toBe(true);
    expect(performance.now() - before).toBeGreaterThan(58);
  });

  it('refuses connections, and takes them again on its port', async () => {
    const { port } = proxy;
    const old = await open();
    await proxy.refuse();
    await expect.poll(() => old.error).toBe('ECONNRESET');
    await expect(open()).rejects.toThrow('ECONNREFUSED');
    await proxy.accept();
    expect(proxy.port).toBe(port);
    const young = await open();
    young.socket.write('a');
    await says(young, 'a');
  });
});
