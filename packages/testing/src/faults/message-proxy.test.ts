import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captivePortal, empty, failing, slowLoris } from './answers.js';
import {
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
} from './message-faults.js';
import { createMessageProxy, type MessageProxy } from './message-proxy.js';
import { createFrameReader, OPCODE_TEXT, writeFrame } from './web-socket-frames.js';

let server: Server;
let proxy: MessageProxy;
/** Sends a text to everybody who follows. */
let senders: Set<(text: string) => void>;
const closings: (() => void)[] = [];

const tell = (...texts: string[]) => texts.forEach((text) => senders.forEach((send) => send(text)));
const connected = (count = 1) => expect.poll(() => senders.size, { interval: 2 }).toBe(count);

beforeEach(async () => {
  senders = new Set();
  server = createServer((request, response) => {
    if (request.url === '/plain') return void response.writeHead(200, { 'content-length': '5' }).end('plain');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    const send = (text: string) => void response.write(`id: 1\ndata: ${text}\n\n`);
    senders.add(send);
    response.on('close', () => senders.delete(send));
  });
  server.on('upgrade', (_request, socket: Socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n');
    const send = (text: string) =>
      void socket.write(writeFrame({ isFinal: true, opcode: OPCODE_TEXT, payload: Buffer.from(text) }));
    senders.add(send);
    socket.on('error', () => socket.destroy());
    socket.on('end', () => socket.end());
    socket.resume();
    socket.on('close', () => senders.delete(send));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await createMessageProxy((server.address() as AddressInfo).port);
});

afterEach(async () => {
  for (const close of closings.splice(0)) close();
  await proxy.close();
  server.closeAllConnections();
  server.close();
});

async function followEvents(): Promise<string[]> {
  const heard: string[] = [];
  const abort = new AbortController();
  closings.push(() => abort.abort());
  const response = await fetch(`${proxy.origin}/events`, { signal: abort.signal });
  let text = '';
  void (async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) {
      text += decoder.decode(part as Uint8Array, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      heard.push(...events.map((event) => event.replace('id: 1\ndata: ', '')));
    }
  })().catch(() => {});
  await connected();
  return heard;
}

async function followSocket(): Promise<string[]> {
  const heard: string[] = [];
  const socket = connect(proxy.port, '127.0.0.1');
  closings.push(() => socket.destroy());
  socket.write(
    'GET /socket HTTP/1.1\r\nhost: a\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-extensions: permessage-deflate\r\n\r\n',
  );
  const read = createFrameReader();
  let head: string | null = '';
  socket.on('data', (bytes: Buffer) => {
    if (head !== null) {
      head += bytes.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      bytes = Buffer.from(head.slice(end + 4), 'latin1');
      head = null;
    }
    heard.push(...read(bytes).map(({ payload }) => payload.toString()));
  });
  await connected();
  return heard;
}

describe.each([
  ['server-sent events', followEvents],
  ['a WebSocket', followSocket],
])('the proxy of messages over %s', (_, follow) => {
  const cases: [string, MessageFault, string[]][] = [
    ['drops', drop((index) => index === 1), ['a', 'c', 'd']],
    ['drops by text', drop((_index, text) => text === 'd'), ['a', 'b', 'c']],
    ['duplicates', duplicate(2, (index) => index === 0), ['a', 'a', 'b', 'c', 'd']],
    ['delays', delay(30, (index) => index === 0), ['b', 'c', 'd', 'a']],
    ['reorders', reorder(2), ['b', 'a', 'd', 'c']],
    ['garbles', garble('json', (index) => index === 2), ['a', 'b', '{"v":1,"type":', 'd']],
    ['spoils the text', garble('utf8', (index) => index === 2), ['a', 'b', 'c�(�', 'd']],
    [
      'does one after the other',
      both(
        drop((index) => index === 0),
        reorder(3),
      ),
      ['d', 'c', 'b'],
    ],
  ];
  it.each(cases)('%s', async (_name, fault, expected) => {
    const heard = await follow();
    proxy.inject(fault);
    tell('a', 'b', 'c', 'd');
    await expect.poll(() => heard, { interval: 2 }).toEqual(expected);
  });

  it('truncates a long message', async () => {
    const heard = await follow();
    proxy.inject(truncate(0.5));
    tell('x'.repeat(200_000));
    await expect.poll(() => heard.map(({ length }) => length)).toEqual([100_000]);
  });

  it('writes epochs and times anew, in batches too, until it is told to stop', async () => {
    const heard = await follow();
    const stop = [proxy.inject(wrongEpoch('OLD')), proxy.inject(clockSkew(60_000))];
    const frame = { epoch: 'NEW', at: '2026-07-01T11:00:00.000Z' };
    tell(JSON.stringify(frame), JSON.stringify({ frames: [frame] }));
    const written = { epoch: 'OLD', at: '2026-07-01T11:01:00.000Z' };
    await expect.poll(() => heard.map((text): unknown => JSON.parse(text))).toEqual([written, { frames: [written] }]);
    for (const one of stop) one();
    tell('as it is');
    await expect.poll(() => heard.at(-1)).toBe('as it is');
  });
});

describe('the proxy of messages', () => {
  it('passes plain answers on, and spoils them', async () => {
    const text = async () => (await fetch(`${proxy.origin}/plain`)).text();
    expect(await text()).toBe('plain');
    proxy.inject(truncate(0.4));
    expect(await text()).toBe('pl');
  });

  it('answers in place of the server, for some paths', async () => {
    const ask = async (path: string) => {
      const answer = await fetch(proxy.origin + path);
      return [answer.status, answer.headers.get('content-type')?.split(';')[0]];
    };
    proxy.answer(failing(), (path) => path === '/events');
    expect([await ask('/events'), await ask('/plain')]).toEqual([
      [503, 'text/plain'],
      [200, undefined],
    ]);
    proxy.answer(empty());
    expect(await ask('/plain')).toEqual([204, undefined]);
    proxy.answer(captivePortal());
    expect(await ask('/plain')).toEqual([200, 'text/html']);
    proxy.answer(null);
    expect(await ask('/plain')).toEqual([200, undefined]);
  });

  it('answers an upgrade in place of the server', async () => {
    proxy.answer(captivePortal());
    const socket = connect(proxy.port, '127.0.0.1');
    socket.write('GET /socket HTTP/1.1\r\nhost: a\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n');
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    expect(bytes.toString()).toMatch(/^HTTP\/1.1 200 .*content-type: text\/html.*<title>Welcome/s);
  });

  it('feeds an answer byte by byte', async () => {
    proxy.answer(slowLoris(5));
    const response = await fetch(`${proxy.origin}/events`);
    const reader = response.body?.getReader();
    const first = (await reader?.read())?.value as Uint8Array;
    expect([response.status, first.length < 100]).toEqual([200, true]);
    await reader?.cancel();
  });
});

describe('what is busy at the proxy of messages', () => {
  const busy = (...paths: string[]) => expect.poll(() => proxy.busy, { interval: 2 }).toEqual(paths);

  it('are streams and WebSockets until they end, and no connection that is kept for the next request', async () => {
    expect(await (await fetch(`${proxy.origin}/plain`)).text()).toBe('plain');
    await busy();
    await followEvents();
    await busy('/events');
    await followSocket();
    await busy('/events', '/socket');
    for (const close of closings.splice(0)) close();
    await busy();
  });

  it('is an answer that stands in and never gets to its end', async () => {
    proxy.answer(slowLoris());
    const abort = new AbortController();
    await fetch(`${proxy.origin}/plain`, { signal: abort.signal });
    await busy('/plain');
    abort.abort();
    await busy();
  });

  it('is no WebSocket that was refused', async () => {
    proxy.answer(failing(503));
    const socket = connect(proxy.port, '127.0.0.1');
    closings.push(() => socket.destroy());
    socket.write('GET /socket HTTP/1.1\r\nhost: a\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n');
    const answer = (await once(socket, 'data')) as [Buffer];
    expect(String(answer[0])).toMatch(/^HTTP\/1.1 503 /);
    socket.end();
    await busy();
  });
});
