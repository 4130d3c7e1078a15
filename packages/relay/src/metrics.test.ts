import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { announce, command, DECK_KEY, startTestRelay, VIEW_KEY, type TestRelay } from './test-relay.fixture.js';

let test: TestRelay;
beforeEach(async () => void (test = await startTestRelay()));
afterEach(() => test.stop());

const scrape = async () => (await test.ask('/metrics', { key: null })).text;
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  test.ask(path, { method: 'POST', key: DECK_KEY, body, headers });

describe('GET /metrics', () => {
  it('is Prometheus text, with a zero for what has not happened', async () => {
    const answer = await test.ask('/metrics', { key: null });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4; charset=utf-8$/);
    expect(answer.text).toContain('# TYPE stallcast_readers gauge');
    expect(answer.text).toContain('stallcast_readers{transport="socket"} 0');
    expect(answer.text).toContain('stallcast_refused_requests_total{code="body-too-large"} 0');
    expect(answer.text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('tells how far the log of each stall is', async () => {
    await test.command(announce());
    const { offset } = await test.position();
    expect(await scrape()).toContain(`stallcast_log_offset{stall="orchard"} ${offset}`);
  });

  it('counts commands by their answer', async () => {
    await test.command(announce());
    await post('/stalls/orchard/commands', JSON.stringify(command('feature', { productIds: ['none'] })));
    const text = await scrape();
    expect(text).toContain('stallcast_commands_total{status="200"} 1');
    expect(text).toMatch(/stallcast_commands_total\{status="4\d\d"\} 1/);
  });

  it('counts webhooks by source and answer, and a made-up source under no name of its own', async () => {
    await post('/stalls/orchard/hooks/woocommerce', '{}');
    await post('/stalls/orchard/hooks/made-up', '{}');
    const text = await scrape();
    expect(text).toContain('stallcast_webhooks_total{source="woocommerce",status="401"} 1');
    expect(text).toContain('stallcast_webhooks_total{source="unknown",status="404"} 1');
    expect(text).not.toContain('made-up');
  });

  it('counts what was refused, such as a body that is too large', async () => {
    await post('/stalls/orchard/commands', ' '.repeat(2_000_000)).catch(() => null);
    await expect.poll(scrape).toContain('stallcast_refused_requests_total{code="body-too-large"} 1');
  });

  it('counts readers in and out, by transport', async () => {
    const controller = new AbortController();
    await fetch(`${test.url}/stalls/orchard/events`, {
      headers: { authorization: `Bearer ${VIEW_KEY}` },
      signal: controller.signal,
    });
    const socket = new WebSocket(`${test.url.replace('http', 'ws')}/stalls/orchard/socket`);
    socket.on('open', () => socket.send(JSON.stringify({ key: VIEW_KEY })));
    await expect.poll(scrape).toContain('stallcast_readers{transport="socket"} 1');
    expect(await scrape()).toContain('stallcast_readers{transport="events"} 1');
    controller.abort();
    socket.close();
    await expect.poll(scrape).toContain('stallcast_readers{transport="socket"} 0');
    await expect.poll(scrape).toContain('stallcast_readers{transport="events"} 0');
  });

  it.each([
    ['through a tunnel, by its name', { host: 'stall.example' }],
    ['through a proxy that says whom it speaks for', { 'x-forwarded-for': '203.0.113.9' }],
  ])('asks for the deck key %s', async (_, headers) => {
    expect((await test.ask('/metrics', { key: null, headers })).status).toBe(401);
    expect((await test.ask('/metrics', { key: VIEW_KEY, headers })).status).toBe(403);
    expect((await test.ask('/metrics', { key: DECK_KEY, headers })).status).toBe(200);
  });

  it('asks for the deck key from the local network', async () => {
    const here = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal)?.address;
    if (here === undefined) return;
    await test.restart({ host: '0.0.0.0', lan: true });
    const url = `http://${here}:${test.relay.port}/metrics`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { authorization: `Bearer ${DECK_KEY}` } })).status).toBe(200);
  });

  it('never tells a key', async () => {
    const text = await scrape();
    for (const key of [DECK_KEY, VIEW_KEY]) expect(text).not.toContain(key);
  });
});
