import { copyFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createFold, formatPosition, type Fold, type Position } from '@stallcast/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { readEvents, readSocket, type OpenReader } from './frame-reader.fixture.js';
import {
  announce,
  command,
  DECK_KEY,
  product,
  startTestRelay,
  VIEW_KEY,
  type TestRelay,
} from './test-relay.fixture.js';
import type { RelayOptions } from './relay.js';

// Real sockets, on machines that have other work as well.
vi.setConfig({ testTimeout: 30_000 });

let test: TestRelay;
let readers: OpenReader[] = [];

async function setup(overrides: Partial<RelayOptions> = {}): Promise<void> {
  test = await startTestRelay(overrides);
}

afterEach(async () => {
  for (const reader of readers) reader.hangUp();
  readers = [];
  await test.stop();
});

const TRANSPORTS = ['events', 'socket'] as const;
type Transport = (typeof TRANSPORTS)[number];

interface Reading {
  key?: string;
  from?: string;
  room?: string;
  fold?: Fold;
}

function read(transport: Transport, { key = VIEW_KEY, from, room, fold }: Reading = {}): OpenReader {
  const query = new URLSearchParams({
    ...(room !== undefined && { room }),
    ...(transport === 'events' && from !== undefined && { from }),
  });
  const address = `${test.url}/stalls/orchard/${transport}?${query}`;
  const reader =
    transport === 'events'
      ? readEvents(address, key, {}, fold)
      : readSocket(address, { key, ...(from !== undefined && { from }) }, fold);
  readers.push(reader);
  return reader;
}

/** A fold that stands where a reader stood who left at this position. */
async function foldAt(position: Position): Promise<Fold> {
  const fold = createFold();
  const { ledger } = (await test.relay.stalls.find('orchard'))!;
  fold.snapshot({ ...ledger.snapshot(), offset: 0, epoch: position.epoch, state: { ...createFold().state() } });
  for (const change of (await ledger.changesAfter({ ...position, offset: 0 })) ?? []) {
    if (change.offset <= position.offset) fold.change(change);
  }
  return fold;
}

async function truth(): Promise<unknown> {
  const { alerts: _, ...state } = (await test.relay.stalls.find('orchard'))!.ledger.snapshot().state;
  return state;
}

describe.each(TRANSPORTS)('%s', (transport) => {
  it('begins with a snapshot and a ping of its position, then tells changes', async () => {
    await setup();
    const reader = read(transport);
    await reader.pinged();
    expect(reader.frames.map(({ type }) => type)).toEqual(['snapshot', 'ping']);
    const head = await test.position();
    expect(reader.frames[1]).toMatchObject({
      v: 1,
      stall: 'orchard',
      epoch: head.epoch,
      prev: head.offset,
      offset: head.offset,
    });

    const position = await test.command(announce('first'));
    await reader.reaches(position.offset);
    expect(reader.frames.at(-1)).toMatchObject({ type: 'change', prev: position.offset - 1, offset: position.offset });
    expect(reader.faults).toEqual([]);
  });

  it('pings at its interval', async () => {
    await setup({ pingIntervalMs: 20 });
    const reader = read(transport);
    await reader.until(() => reader.frames.filter(({ type }) => type === 'ping').length >= 4);
    expect(reader.faults).toEqual([]);
  });

  it('resumes from any offset to the state that everybody has', async () => {
    await setup();
    await test.command(command('put-product', { product: product('peach') }));
    await test.command(command('set-stock', { productId: 'peach', onHand: 9 }));
    for (let i = 0; i < 6; i++) await test.command(announce(`line ${i}`));
    const head = await test.position();

    for (let offset = 0; offset <= head.offset; offset++) {
      const from = { epoch: head.epoch, offset };
      const reader = read(transport, { from: formatPosition(from), fold: await foldAt(from) });
      await reader.pinged();
      expect(reader.frames.map(({ type }) => type)).not.toContain('snapshot');
      expect(reader.frames.filter(({ type }) => type === 'change')).toHaveLength(head.offset - offset);
      expect(reader.faults).toEqual([]);
      expect(reader.fold.position).toEqual(head);
      expect(reader.fold.state()).toEqual(await truth());
      reader.hangUp();
    }
  });

  it.each([
    ['ahead of the log', (head: Position) => formatPosition({ ...head, offset: head.offset + 1 })],
    ['of another epoch', (head: Position) => `01AAAAAAAAAAAAAAAAAAAAAAAA.${head.offset}`],
    ['that is none', () => 'yesterday'],
    ['that is none: too large', (head: Position) => `${head.epoch}.99999999999999999999`],
  ])('gives a snapshot to a reader %s', async (_, from) => {
    await setup();
    await test.command(announce());
    const reader = read(transport, { from: from(await test.position()) });
    await reader.pinged();
    expect(reader.frames.map(({ type }) => type)).toEqual(['snapshot', 'ping']);
    expect(reader.fold.position).toEqual(await test.position());
  });

  it('resumes across a restart without a gap', async () => {
    await setup();
    const reader = read(transport);
    await test.command(announce('before'));
    await reader.reaches((await test.position()).offset);
    await test.restart();
    await reader.until(() => reader.closed);

    await test.command(announce('meanwhile'));
    const back = read(transport, { from: formatPosition(reader.fold.position!), fold: reader.fold });
    await test.command(announce('after'));
    await back.reaches((await test.position()).offset);
    await back.pinged();
    expect(back.frames.map(({ type }) => type)).not.toContain('snapshot');
    expect(back.faults).toEqual([]);
    expect(back.fold.state()).toEqual(await truth());
  });

  it('gives a snapshot to a reader who is ahead of a restored copy', async () => {
    await setup();
    await test.restart();
    const path = join(test.folder, 'stallcast.db');
    copyFileSync(path, join(test.folder, 'kept.db'));
    await test.command(announce('will be lost'));
    const reader = read(transport);
    await reader.pinged();

    await test.relay.close();
    rmSync(`${path}-wal`, { force: true });
    rmSync(`${path}-shm`, { force: true });
    copyFileSync(join(test.folder, 'kept.db'), path);
    await test.restart();
    const back = read(transport, { from: formatPosition(reader.fold.position!), fold: reader.fold });
    await back.pinged();
    expect(back.frames.map(({ type }) => type)).toEqual(['snapshot', 'ping']);
    expect(back.fold.position).toEqual(await test.position());
    expect(back.fold.state().announcements.stall).toBeNull();
  });

  it('narrows to a room: it drops puts, never positions', async () => {
    await setup();
    await test.command(command('put-room', { room: { id: 'north', title: 'North', commerce: true } }));
    const north = read(transport, { room: 'north' });
    await north.pinged();
    await test.command(announce('for main', { room: 'main' }));
    const { offset } = await test.command(announce('for north', { room: 'north' }));
    await north.reaches(offset);

    expect(north.faults).toEqual([]);
    expect(north.fold.state().announcements.rooms).toMatchObject({ north: { text: 'for north' } });
    expect(north.messages.join()).not.toContain('for main');
  });

  it('tells what comes at once as one change of several', async () => {
    await setup();
    const reader = read(transport);
    await reader.pinged();
    const { ledger } = (await test.relay.stalls.find('orchard'))!;
    await Promise.all(Array.from({ length: 250 }, (_, index) => ledger.command(announce(`line ${index}`))));
    await reader.reaches(ledger.position.offset);

    const changes = reader.frames.flatMap((frame) => (frame.type === 'change' ? [frame] : []));
    expect(changes.reduce((sum, { prev, offset }) => sum + offset - prev, 0)).toBe(250);
    expect(reader.messages.length).toBeLessThan(12);
    // Of a line that was written over 250 times, what stands in the end of each moment.
    expect(changes.every(({ puts }) => puts.length === 1)).toBe(true);
    expect(reader.faults).toEqual([]);
    expect(reader.fold.state()).toEqual(await truth());
  });

  it('tells alerts to the deck alone', async () => {
    await setup();
    const [viewer, operator] = [read(transport), read(transport, { key: DECK_KEY })];
    await Promise.all([viewer.pinged(), operator.pinged()]);
    await test.command(command('put-product', { product: product('cabbage') }));
    await test.command(command('set-stock', { productId: 'cabbage', onHand: 1 }));
    const { offset } = await test.command(
      command('record-order', {
        order: { orderId: 'o-1', status: 'paid', lines: [{ productId: 'cabbage', qty: 3 }], buyer: { name: '王伟' } },
      }),
    );
    await Promise.all([viewer.reaches(offset), operator.reaches(offset)]);
    expect(operator.fold.all('alert')).toMatchObject([{ code: 'oversold' }]);
    expect(viewer.messages.join()).not.toContain('"alert"');
    expect(viewer.messages.join()).not.toContain('王伟');

    // What was missed is narrowed just so.
    const { epoch } = await test.position();
    const [late, lateOperator] = [
      read(transport, { from: `${epoch}.0` }),
      read(transport, { from: `${epoch}.0`, key: DECK_KEY }),
    ];
    await Promise.all([late.pinged(), lateOperator.pinged()]);
    expect(late.frames.map(({ type }) => type)).toContain('change');
    expect(late.messages.join()).not.toContain('"alert"');
    expect(lateOperator.messages.join()).toContain('"alert"');
  });

  it('lets go of a reader who hangs up', async () => {
    await setup({ pingIntervalMs: 20 });
    const reader = read(transport);
    await reader.pinged();
    const { feed } = (await test.relay.stalls.find('orchard'))!;
    expect(feed.readers).toBe(1);
    reader.hangUp();
    await expect.poll(() => feed.readers).toBe(0);
  });

  it('closes when the relay stops', async () => {
    await setup();
    const reader = read(transport);
    await reader.pinged();
    await test.restart();
    await reader.until(() => reader.closed);
  });
});

it('events and socket carry the same frames', async () => {
  await setup();
  const [events, socket] = [read('events'), read('socket')];
  await Promise.all([events.pinged(), socket.pinged()]);
  for (let i = 0; i < 5; i++) await test.command(announce(`line ${i}`));
  const { offset } = await test.position();
  await Promise.all([events.reaches(offset), socket.reaches(offset)]);
  expect(events.messages.slice(2)).toEqual(socket.messages.slice(2));
});

it('Last-Event-ID wins over from', async () => {
  await setup();
  await test.command(announce());
  const head = await test.position();
  const reader = readEvents(
    `${test.url}/stalls/orchard/events?from=${head.epoch}.0`,
    VIEW_KEY,
    { 'last-event-id': formatPosition(head) },
    await foldAt(head),
  );
  readers.push(reader);
  await reader.pinged();
  expect(reader.frames.map(({ type }) => type)).toEqual(['ping']);
});

describe('the socket’s key', () => {
  function open(first: string | null, path = 'orchard/socket', headers: Record<string, string> = {}) {
    const socket = new WebSocket(`${test.url.replace('http', 'ws')}/stalls/${path}`, { headers });
    const messages: string[] = [];
    socket.on('message', (message) => messages.push(String(message)));
    socket.on('open', () => first !== null && socket.send(first));
    return new Promise<{ code: number; reason: string; messages: string[] }>((resolve) => {
      socket.on('close', (code, reason) => resolve({ code, reason: String(reason), messages }));
      socket.on('unexpected-response', (_, response) => {
        resolve({ code: response.statusCode ?? 0, reason: '', messages });
        socket.terminate();
      });
      socket.on('error', () => {});
    });
  }

  it.each([
    ['a wrong key', JSON.stringify({ key: 'wrong' })],
    ['no key', '{}'],
    ['a key that is no text', '{"key":1}'],
    ['what is not JSON', 'hello'],
    ['null', 'null'],
  ])('closes with 4401 on %s', async (_, first) => {
    await setup();
    expect(await open(first)).toMatchObject({ code: 4401, messages: [] });
  });

  it('closes with 4401 when none comes in time', async () => {
    await setup({ keyWaitMs: 30 });
    expect(await open(null)).toMatchObject({ code: 4401, messages: [] });
  });

  it('is not read from a message that is too large', async () => {
    await setup();
    expect(await open(JSON.stringify({ key: 'x'.repeat(10_000) }))).toMatchObject({ code: 1009 });
  });

  it('is not asked for where there is nothing to read', async () => {
    await setup();
    const first = JSON.stringify({ key: VIEW_KEY });
    expect(await open(first, 'nowhere/socket')).toMatchObject({ code: 404 });
    expect(await open(first, 'orchard/state')).toMatchObject({ code: 404 });
    expect(await open(first, 'orchard/socket', { host: 'evil.example' })).toMatchObject({ code: 403 });
    expect(await open(first, 'orchard/socket?room=nowhere')).toMatchObject({ code: 4404 });
  });
});

it('a reader who takes nothing costs a bounded amount of memory, and the others nothing', async () => {
  await setup();
  const socket = connect(test.relay.port, '127.0.0.1');
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.write(`GET /stalls/orchard/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${VIEW_KEY}\r\n\r\n`);
  await new Promise<void>((resolve) => socket.once('data', () => resolve()));
  socket.pause();

  const lively = read('events');
  await lively.pinged();
  const { ledger } = (await test.relay.stalls.find('orchard'))!;
  // 1,500 changes of 20 kB are three times what the buffers of the two sockets take.
  const media = [{ kind: 'image', url: `data:image/png;base64,${'A'.repeat(20_000)}` }];
  for (let round = 1; round <= 1_500; round++) {
    const outcome = await ledger.command(
      command('put-product', { product: product('peach', { title: `round ${round}`, media }) }),
    );
    expect(outcome).toMatchObject({ ok: true });
    if (round % 50 === 0) await lively.reaches(ledger.position.offset);
  }
  expect(lively.faults).toEqual([]);

  const last = `"offset":${ledger.position.offset},`;
  let received = 0;
  let tail = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    received += chunk.length;
    tail = (tail + chunk).slice(-40_000);
  });
  socket.resume();
  await expect.poll(() => tail, { timeout: 10_000 }).toContain(last);
  expect(tail).toContain('round 1500');
  expect(received).toBeLessThan(20_000_000);
  socket.destroy();
}, 60_000);
