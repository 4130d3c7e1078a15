/*
 * The relay is killed with SIGKILL in the middle of a surge, again and again: what was acknowledged is there, and at its place.
 *
 *   STALLCAST_KILL_ROUNDS=200 pnpm vitest run --project relay kill
 */
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from '@stallcast/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCli, runCli, type BuiltCli } from './built-cli.fixture.js';

/** How often the relay is killed; more by the environment. */
const ROUNDS = Number(process.env['STALLCAST_KILL_ROUNDS'] ?? 30);
const KEYS = {
  STALLCAST_VIEW_KEY: 'view-key',
  STALLCAST_DECK_KEY: 'deck-key',
  STALLCAST_SECRET_WOOCOMMERCE: 'woo-secret',
};

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await buildCli();
  folder = mkdtempSync(join(tmpdir(), 'stallcast-'));
}, 60_000);
afterAll(() => {
  cli.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Something that was sent, and can be sent again just so. */
interface Sent {
  path: string;
  headers: Record<string, string>;
  body: string;
}

function commandOf(n: number): Sent {
  const body = JSON.stringify({ id: `command-${n}`, type: 'announce', text: `line ${n}` });
  return { path: '/stalls/orchard/commands', headers: { authorization: 'Bearer deck-key' }, body };
}

function webhookOf(n: number): Sent {
  const body = JSON.stringify({
    id: n,
    status: 'processing',
    currency: 'CNY',
    total: '10.00',
    date_modified_gmt: '2026-07-01T11:00:05',
    billing: {},
    line_items: [{ id: 1, product_id: 1, variation_id: 0, quantity: 1, total: '10.00' }],
  });
  const signature = createHmac('sha256', 'woo-secret').update(body).digest('base64');
  const headers = {
    'x-wc-webhook-signature': signature,
    'x-wc-webhook-topic': 'order.created',
    'x-wc-webhook-delivery-id': `d-${n}`,
  };
  return { path: '/stalls/orchard/hooks/woocommerce', headers, body };
}

function post(port: number, agent: Agent, { path, headers, body }: Sent): Promise<Position> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text) as Position);
        else reject(new Error(`${response.statusCode} ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function start() {
  const relay = runCli(cli, ['--example', '0'], { ...KEYS, STALLCAST_DATA: folder, STALLCAST_PORT: '0' });
  const [, port] = await relay.shows(/127\.0\.0\.1:(\d+)\/deck/);
  return { relay, port: Number(port) };
}

it(
  `keeps every acknowledged command and webhook over ${ROUNDS} kills`,
  async () => {
    const acknowledged = new Map<Sent, Position>();
    /** Those of the round before: all of them are asked for at the end. */
    let latest: [Sent, Position][] = [];
    let n = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { relay, port } = await start();
      const agent = new Agent({ keepAlive: true, maxSockets: 8 });
      // Asked again, each gives the answer of the first time: it is there, and at its place.
      await Promise.all(
        latest.map(async ([sent, position]) => expect(await post(port, agent, sent)).toEqual(position)),
      );
      latest = [];

      const killAfter = 5 + Math.floor(Math.random() * 60);
      let taken = 0;
      const sender = async () => {
        for (;;) {
          n += 1;
          const sent = n % 2 === 0 ? commandOf(n) : webhookOf(n);
          try {
            const position = await post(port, agent, sent);
            acknowledged.set(sent, position);
            latest.push([sent, position]);
          } catch (error) {
            // The kill cuts connections; nothing else may go wrong.
            expect(String(error)).toMatch(/ECONN|socket hang up/);
            return;
          }
          if (++taken === killAfter) relay.child.kill('SIGKILL');
        }
      };
      await Promise.all(Array.from({ length: 8 }, sender));
      await relay.ended;
      agent.destroy();
    }

    const { relay, port } = await start();
    const agent = new Agent({ keepAlive: true });
    for (const [sent, position] of acknowledged) expect(await post(port, agent, sent)).toEqual(position);
    const offsets = [...acknowledged.values()].map(({ offset }) => offset);
    expect(new Set(offsets).size).toBe(offsets.length);
    expect(new Set([...acknowledged.values()].map(({ epoch }) => epoch)).size).toBe(1);
    agent.destroy();
    relay.child.kill('SIGTERM');
    expect(await relay.ended).toBe(0);
  },
  120_000 + ROUNDS * 10_000,
);
