import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAsker, MAX_BYTES } from './fetch-text.js';

let server: Server;
let url: string;
let respond: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  server = createServer((request, response) => respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stall.csv`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const place = { zh: '表格', en: 'the table' };
const never = () => new AbortController().signal;
const ask = () => createAsker({ url, place })(never());

describe('asking a real server', () => {
  it('sends back the ETag and takes 304 for the same', async () => {
    const seen: (string | undefined)[] = [];
    respond = (request, response) => {
      seen.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { ETag: '"1"' }).end('桃');
    };
    const asker = createAsker({ url, place });
    expect(await asker(never())).toEqual({ kind: 'text', text: '桃' });
    expect(await asker(never())).toEqual({ kind: 'same' });
    expect(seen).toEqual([undefined, '"1"']);
  });

  it('uses nothing of an answer that breaks off', async () => {
    respond = (_, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('商品,价格\n');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await ask()).toMatchObject({
      kind: 'failed',
      code: 'bad-answer',
      message: expect.stringContaining('got a part') as string,
    });
    respond = (_, response) => {
      response.write('商品,价格\n');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await ask()).toMatchObject({ kind: 'failed', code: 'bad-answer' });
  });

  it('stops reading what is too large', async () => {
    let sent = 0;
    respond = (_, response) => {
      const chunk = Buffer.alloc(256 * 1024, 'a');
      const more = () => {
        if (response.destroyed || sent > 20 * MAX_BYTES) return;
        sent += chunk.length;
        if (response.write(chunk)) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    };
    expect(await ask()).toMatchObject({ kind: 'failed', message: expect.stringContaining('2 MiB') as string });
    expect(sent).toBeLessThan(10 * MAX_BYTES);
  });

  it.each([
    [401, {}, 'refused-key', undefined],
    [404, {}, 'not-found', undefined],
    [429, { 'Retry-After': '7' }, 'busy', 7_000],
    [430, {}, 'busy', 30_000],
    [500, {}, 'unreachable', undefined],
  ])('tells what %i means', async (status, headers, code, retryAfterMs) => {
    respond = (_, response) => response.writeHead(status, headers).end('<html>');
    const answer = await ask();
    expect(answer).toMatchObject({ kind: 'failed', code, message: expect.stringMatching(/^\S.{9,398}\.$/s) as string });
    expect((answer as { retryAfterMs?: number }).retryAfterMs).toBe(retryAfterMs);
  });

  it('tells that nobody is there', async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await ask()).toMatchObject({ kind: 'failed', code: 'unreachable' });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  it('rejects when it is told to stop, a half answer or none', async () => {
    respond = (_, response) => void response.write('商');
    const controller = new AbortController();
    const asked = createAsker({ url, place })(controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(asked).rejects.toThrow();
  });
});
