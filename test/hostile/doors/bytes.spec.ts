/** Bombs, bodies of 64 MiB, broken UTF-8 and single bytes at every door: refused in a sentence, nothing stored, memory bounded. */
import { expect, test } from '@playwright/test';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { CANARY, sign } from '../hostile-stall.js';
import { expectSentence } from '../stock-up.js';
import { MIB, openDoors } from './door-stall.js';

const doors = openDoors();

const BOMBS: Record<string, () => string | Buffer> = {
  'a deep list': () => '['.repeat(400_000) + ']'.repeat(400_000),
  'a deep object': () => '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000),
  'a wide object': () => `{${Array.from({ length: 60_000 }, (_, at) => `"k${at}":1`).join()}}`,
  'a command with a deep field': () =>
    `{"id":"a","type":"announce","text":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
  'a huge number': () => '9'.repeat(1_000_000),
  'half of a character': () => Buffer.from([0x22, 0xe6, 0xa1, 0x22]),
  'bytes that are no text': () => Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 37) % 256)),
  'no bytes': () => '',
  'a sentence': () => 'hello',
  'a number': () => '5',
  'a null': () => 'null',
  'a list': () => '[]',
};

for (const [name, bomb] of Object.entries(BOMBS)) {
  test(`${name} is refused at the doors for commands and webhooks`, async () => {
    await doors.expectNothingStored(async () => {
      const body = bomb();
      const raw = Buffer.from(body);
      await expectSentence(await doors.stall.ask('commands', { method: 'POST', body: raw }), 400);
      for (const source of ['woocommerce', 'standard'] as const) {
        const answer = await fetch(`${doors.stall.origin}/stalls/orchard/hooks/${source}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...sign(source, raw) },
          body: raw,
        });
        await expectSentence(answer, 400, 401, 422);
      }
    });
  });
}

test('a body of 64 MiB is refused, and leaves no mark on the memory', async () => {
  await doors.expectNothingStored(async () => {
    const before = doors.stall.memory();
    const body = Buffer.alloc(64 * MIB, 0x61);
    for (const path of ['commands', 'hooks/woocommerce', 'hooks/standard']) {
      // The relay may hang up while the rest is on its way.
      const answer = await doors.stall.ask(path, { method: 'POST', body }).catch(() => null);
      if (answer) await expectSentence(answer, 413);
    }
    expect(doors.stall.memory() - before).toBeLessThan(64 * MIB);
  });
});

test('a socket’s first message of 64 MiB, of junk, or in pieces of one byte', async () => {
  await doors.expectNothingStored(async () => {
    const before = doors.stall.memory();
    const closed = (message: string | Buffer) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(`${doors.stall.origin.replace('http', 'ws')}/stalls/orchard/socket`);
        socket.on('error', () => {});
        socket.on('open', () => socket.send(message, () => {}));
        socket.on('close', resolve);
      });
    expect(await closed(Buffer.alloc(64 * MIB, 0x61))).toBeGreaterThan(1000);
    for (const junk of [
      '',
      '{}',
      '[]',
      'null',
      '{"key":5}',
      '{"key":"__proto__"}',
      '{"key":{"toString":1}}',
      '['.repeat(4_000),
    ]) {
      expect(await closed(junk), junk.slice(0, 20)).toBe(4401);
    }
    expect(doors.stall.memory() - before).toBeLessThan(96 * MIB);
  });

  const first = await new Promise<string>((resolve, reject) => {
    const socket = new WebSocket(`${doors.stall.origin.replace('http', 'ws')}/stalls/orchard/socket`);
    socket.on('error', reject);
    socket.on('open', () => {
      const message = JSON.stringify({ key: CANARY.view });
      [...message].forEach((byte, at) => socket.send(byte, { fin: at === message.length - 1 }));
    });
    socket.on('message', (data) => {
      resolve(String(data as Buffer));
      socket.close();
    });
  });
  expect(first).toContain('"snapshot"');
});

test('requests that never end hold nobody up', async () => {
  const lines = Array.from({ length: 50 }, () => {
    const socket = connect(Number(new URL(doors.stall.origin).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(`POST /stalls/orchard/commands HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500\r\n\r\n{`);
    return socket;
  });
  const startedAt = performance.now();
  expect((await doors.stall.command({ type: 'announce', text: 'here' })).status).toBe(200);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  for (const line of lines) line.destroy();
});
