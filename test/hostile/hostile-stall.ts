import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.js';

const CLI = fileURLToPath(new URL('../../packages/relay/dist/cli.js', import.meta.url));

/** Words that stand nowhere else, so that finding one anywhere is a leak. */
export const CANARY = {
  view: 'canary-view-5f1d7a90c3',
  deck: 'canary-deck-8e24b60d17',
  secrets: { woocommerce: 'canary-woo-31c8', standard: 'whsec_Y2FuYXJ5LXN0YW5kYXJkLTdiMmY=' },
} as const;

/** A real relay with an empty real stall, whose terminal and folder can be searched. */
export interface HostileStall {
  readonly origin: string;
  readonly folder: string;
  /** Everything that it wrote to its terminal. */
  terminal(): string;
  /** Every byte of its data folder but the file of its keys. */
  stored(): Buffer;
  command(fields: Record<string, unknown>): Promise<Response>;
  /** Posts a message that is signed as its source signs it. */
  hook(source: keyof typeof CANARY.secrets, body: unknown, headers?: Record<string, string>): Promise<Response>;
  ask(path: string, init?: RequestInit, key?: string): Promise<Response>;
  /** Memory of the process, in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts the built relay as a process of its own. */
export async function openHostileStall(): Promise<HostileStall> {
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-hostile-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let terminal = '';
  const child = spawn(process.execPath, [CLI], {
    env: {
      ...process.env,
      STALLCAST_DATA: folder,
      STALLCAST_PORT: String(port),
      STALLCAST_VIEW_KEY: CANARY.view,
      STALLCAST_DECK_KEY: CANARY.deck,
      STALLCAST_SECRET_WOOCOMMERCE: CANARY.secrets.woocommerce,
      STALLCAST_SECRET_STANDARD: CANARY.secrets.standard,
      STALLCAST_EXAMPLE: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (terminal += String(part)));
  await ready(origin, child, () => terminal);

  const ask: HostileStall['ask'] = (path, init = {}, key = CANARY.deck) =>
    fetch(`${origin}/stalls/orchard/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
    });
  return {
    origin,
    folder,
    terminal: () => terminal,
    stored: () =>
      Buffer.concat(
        readdirSync(folder)
          .filter((name) => name.startsWith('stallcast.db'))
          .map((name) => readFileSync(join(folder, name))),
      ),
    command: (fields) => ask('commands', { method: 'POST', body: JSON.stringify({ id: randomUUID(), ...fields }) }),
    hook(source, body, more = {}) {
      const raw = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
      return fetch(`${origin}/stalls/orchard/hooks/${source}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...sign(source, raw), ...more },
        body: raw,
      });
    },
    ask,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(origin: string, child: ChildProcess, terminal: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`The relay ended at once: ${terminal()}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The relay is not ready after 10 s: ${terminal()}`);
}

/** Signs as the shop's own documentation says, apart from the code under test. */
export function sign(source: keyof typeof CANARY.secrets, raw: Buffer, at = Date.now(), id: string = randomUUID()) {
  if (source === 'woocommerce') {
    const signature = createHmac('sha256', CANARY.secrets.woocommerce).update(raw).digest('base64');
    return {
      'x-wc-webhook-signature': signature,
      'x-wc-webhook-topic': 'order.updated',
      'x-wc-webhook-delivery-id': id,
    };
  }
  const key = Buffer.from(CANARY.secrets.standard.replace('whsec_', ''), 'base64');
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(raw).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
