import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DECK_KEY, startTestRelay, VIEW_KEY, type TestRelay } from './test-relay.fixture.js';

let test: TestRelay;
beforeAll(async () => {
  test = await startTestRelay();
});
afterAll(() => test.stop());

/** Writes bytes to the relay as they are, hangs up its own side, and takes what comes until the relay hangs up. */
function throwAt(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(test.relay.port, '127.0.0.1', () => socket.end(bytes));
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      text += chunk;
      // A stream of events has no end of its own.
      if (text.includes('text/event-stream')) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

const METHODS = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'CONNECT', 'get', 'M-SEARCH', ''];
const PATHS = [
  '/',
  '/deck',
  '/stalls/orchard/state',
  '/stalls/orchard/events',
  '/stalls/orchard/socket',
  '/stalls/orchard/commands',
  '/stalls/orchard/hooks/woocommerce',
  '/stalls/%/state',
  '/stalls/%00/state',
  '/healthz',
  '*',
  'http://127.0.0.1/stalls/orchard/state',
  '//',
  '/assets/%2e%2e/keys.json',
];
const NAMES = [
  'Host',
  'Authorization',
  'Content-Length',
  'Transfer-Encoding',
  'Content-Encoding',
  'Origin',
  'Last-Event-ID',
  'If-None-Match',
  'Upgrade',
  'Connection',
  'Sec-WebSocket-Key',
  'Sec-WebSocket-Version',
  'Expect',
  'X-WC-Webhook-Signature',
  'X-Stallcast-Synthetic',
  'Access-Control-Request-Method',
  'Cookie',
  ':',
  'X y',
];
const VALUES = [
  '127.0.0.1',
  `Bearer ${VIEW_KEY}`,
  `Bearer ${DECK_KEY}`,
  'Bearer',
  'Bearer  ',
  '0',
  '5',
  '-1',
  '99999999999999999999',
  'chunked',
  'chunked, chunked',
  'gzip',
  'null',
  'https://shop.example',
  'websocket',
  'h2c',
  'Upgrade',
  'keep-alive',
  'close',
  '100-continue',
  '13',
  'AAAAAAAAAAAAAAAAAAAAAA==',
  '"x"',
  '*',
  'GET',
  '1',
  'x'.repeat(20_000),
];

const junk = fc.oneof(fc.string(), fc.string({ unit: 'binary' }));
const piece = (known: readonly string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: junk });
const target = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...PATHS),
        fc.oneof(
          fc.constant(''),
          junk.map((text) => `?room=${text}`),
          junk.map((text) => `?from=${text}`),
        ),
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: junk.map((text) => `/${text}`) },
);
const request = fc
  .record({
    method: piece(METHODS),
    target,
    version: fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', ''),
    headers: fc.array(fc.tuple(piece(NAMES), piece(VALUES)), { maxLength: 8 }),
    body: fc.oneof(fc.constant(''), fc.constant('{}'), fc.constant('webhook_id=1'), junk),
    hasHost: fc.boolean(),
  })
  .map(({ method, target: path, version, headers, body, hasHost }) => {
    const lines = [
      `${method} ${path} ${version}`,
      ...(hasHost ? ['Host: 127.0.0.1'] : []),
      ...headers.map(([name, value]) => `${name}: ${value}`),
    ];
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
  });

it('answers any request without failing, storing anything or showing a key', async () => {
  const before = await test.position();
  await fc.assert(
    fc.asyncProperty(request, async (bytes) => {
      const answer = await throwAt(bytes);
      if (answer !== '') expect(answer).toMatch(/^HTTP\/1\.1 [1234]\d\d |^HTTP\/1\.1 503 /);
      expect(answer).not.toMatch(/^HTTP\/1\.1 500 /m);
      expect(answer).not.toContain(VIEW_KEY);
      expect(answer).not.toContain(DECK_KEY);
    }),
    { numRuns: 1_500 },
  );
  expect(await test.position()).toEqual(before);
  expect((await test.ask('/stalls/orchard/state')).status).toBe(200);
  expect(test.lines.join('')).not.toContain('internal');
  for (const key of [VIEW_KEY, DECK_KEY]) expect(test.lines.join('')).not.toContain(key);
}, 60_000);
