/*
 * What one change costs, counted: these counts do not depend on the machine, and the benchmark's figures rest on them.
 */
import { Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { readEvents, readSocket, type OpenReader } from '../frame-reader.fixture.js';
import { announce, command, product, startTestRelay, VIEW_KEY, type TestRelay } from '../test-relay.fixture.js';

let test: TestRelay;
let readers: OpenReader[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const reader of readers) reader.hangUp();
  readers = [];
  await test.stop();
});

/** Adds viewers, half of them by each way, and waits until each was told that it has everything. */
async function add(count: number): Promise<void> {
  const more = Array.from({ length: count }, (_, i) =>
    i % 2 === 0
      ? readEvents(`${test.url}/stalls/orchard/events`, VIEW_KEY)
      : readSocket(`${test.url}/stalls/orchard/socket`, { key: VIEW_KEY }),
  );
  readers.push(...more);
  await Promise.all(more.map((reader) => reader.pinged()));
}

/** Tells one change to all and counts what that took. */
async function tell(text: string) {
  const stringify = vi.spyOn(JSON, 'stringify');
  const write = vi.spyOn(Socket.prototype, 'write');
  const { offset } = await test.command(announce(text));
  await Promise.all(readers.map((reader) => reader.reaches(offset)));
  const encoded = stringify.mock.calls.filter(([value]) => (value as { type?: string } | null)?.type === 'change');
  const written = write.mock.calls.flatMap(([bytes]) =>
    Buffer.isBuffer(bytes) && bytes.includes(text) && bytes.includes('"type":"change"') ? [bytes] : [],
  );
  vi.restoreAllMocks();
  return { encodings: encoded.length, writes: written.length, buffers: new Set(written).size };
}

it('a change is encoded once and written once to each, however many there are', async () => {
  test = await startTestRelay();
  await add(2);
  expect(await tell('two are told')).toEqual({ encodings: 1, writes: 2, buffers: 2 });
  await add(38);
  // One piece of memory for each way, which all its readers share.
  expect(await tell('forty are told')).toEqual({ encodings: 1, writes: 40, buffers: 2 });
});

it('timers do not grow with the viewers', async () => {
  test = await startTestRelay();
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  await add(2);
  await expect.poll(timers).toBeLessThan(20);
  const before = timers();
  await add(40);
  await expect.poll(() => timers() - before).toBeLessThanOrEqual(2);
});

it('who asks at the same position is answered with the same snapshot', async () => {
  test = await startTestRelay();
  const stringify = vi.spyOn(JSON, 'stringify');
  await add(30);
  const encoded = stringify.mock.calls.filter(([value]) => (value as { type?: string } | null)?.type === 'snapshot');
  // One each moment that this takes.
  expect(encoded.length).toBeLessThan(15);
});

it('those who come back from the same position have the log read once', async () => {
  test = await startTestRelay();
  for (let i = 0; i < 3; i += 1) await test.command(announce(`line ${i}`));
  const { epoch, offset } = await test.position();
  const { ledger } = (await test.relay.stalls.find('orchard'))!;
  const read = vi.spyOn(ledger, 'changesAfter');
  const from = `?from=${epoch}.${offset - 2}`;
  readers = Array.from({ length: 30 }, () => readEvents(`${test.url}/stalls/orchard/events${from}`, VIEW_KEY));
  await Promise.all(readers.map((reader) => reader.pinged()));
  expect(read).toHaveBeenCalledTimes(1);
  expect(readers.every(({ frames }) => frames.filter(({ type }) => type === 'change').length === 2)).toBe(true);

  // After the next change the answer is another.
  const next = await test.command(announce('more'));
  const late = readEvents(`${test.url}/stalls/orchard/events${from}`, VIEW_KEY);
  readers.push(late);
  await late.pinged();
  expect(late.frames.at(-2)).toMatchObject({ type: 'change', offset: next.offset });
});

it('an order costs each viewer so many bytes, and a surge of them less', async () => {
  test = await startTestRelay();
  await test.command(command('put-product', { product: product('peach') }));
  await test.command(command('set-stock', { productId: 'peach', onHand: 1_000 }));
  await add(1);
  const [viewer] = readers;
  const order = (n: number) =>
    command('record-order', {
      order: {
        orderId: `order-${n}`,
        status: 'paid',
        lines: [{ productId: 'peach', qty: 1 }],
        total: { minor: 3_990, currency: 'CNY', exponent: 2 },
        buyer: { name: '王伟' },
      },
    });
  await viewer!.reaches((await test.command(order(0))).offset);
  await viewer!.reaches((await test.command(order(1))).offset);
  expect(viewer!.messages.at(-1)!.length).toBeLessThan(1_700);

  const before = viewer!.messages.length;
  const { ledger } = (await test.relay.stalls.find('orchard'))!;
  await Promise.all(Array.from({ length: 64 }, (_, n) => ledger.command(order(2 + n))));
  await viewer!.reaches(ledger.position.offset);
  const surge = viewer!.messages.slice(before).reduce((sum, text) => sum + text.length, 0);
  // Stock and totals are told once for all of them.
  expect(surge / 64).toBeLessThan(600);
  expect(
    viewer!.frames
      .flatMap((frame) => (frame.type === 'change' ? frame.puts : []))
      .filter(({ kind }) => kind === 'order').length,
  ).toBe(66);
});
