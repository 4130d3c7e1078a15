import { test as base } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.js';
import { helpPlaywrightLook } from './old-engine.js';

const CLI = fileURLToPath(new URL('../../packages/relay/dist/cli.js', import.meta.url));
const VIEW_KEY = 'view-key-of-an-end-to-end-test';
const DECK_KEY = 'deck-key-of-an-end-to-end-test';
const SECRETS = { woocommerce: 'woo-secret', shopify: 'shopify-secret' };

/** A real relay, built and run as its users run it, with a data folder of its own. */
export interface Stall {
  readonly origin: string;
  readonly pid: number;
  overlay(parameters?: Record<string, string>): string;
  deck(parameters?: Record<string, string>): string;
  studio(parameters?: Record<string, string>): string;
  /** Posts a body that is signed as the shop signs it. */
  hook(
    source: keyof typeof SECRETS,
    body: unknown,
    options?: { topic?: string; room?: string; synthetic?: boolean; signature?: string },
  ): Promise<Response>;
  command(command: Record<string, unknown>): Promise<Response>;
  state(): Promise<{
    epoch: string;
    offset: number;
    state: Record<string, never> & { stocks: { productId: string; sellable: number }[] };
  }>;
  /** Stops the process and starts another on the same data and port. `SIGKILL` leaves it no time to say goodbye; `settings` hold from then on. */
  restart(signal?: NodeJS.Signals, whileDown?: () => Promise<void>, settings?: Record<string, string>): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

export const test = base.extend<{ stall: Stall }>({
  context: async ({ context }, use, { project }) => {
    if (project.name.includes('chromium-103')) {
      const newPage = context.newPage.bind(context);
      context.newPage = async () => {
        const page = await newPage();
        await helpPlaywrightLook(page);
        return page;
      };
    }
    await use(context);
  },
  // Playwright reads the fixture's dependencies from this pattern, so it stands although it is empty.
  // eslint-disable-next-line no-empty-pattern -- see above
  stall: async ({}, use) => {
    const stall = await openStall();
    await use(stall);
    await stall.stop();
  },
});

/** Starts a relay with the example stall, or an empty real one. */
export async function openStall(
  options: { example?: boolean; settings?: Record<string, string> } = {},
): Promise<Stall> {
  const data = await mkdtemp(join(tmpdir(), 'stallcast-e2e-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    STALLCAST_DATA: data,
    STALLCAST_PORT: String(port),
    STALLCAST_VIEW_KEY: VIEW_KEY,
    STALLCAST_DECK_KEY: DECK_KEY,
    STALLCAST_SECRET_WOOCOMMERCE: SECRETS.woocommerce,
    STALLCAST_SECRET_SHOPIFY: SECRETS.shopify,
    STALLCAST_EXAMPLE: options.example === false ? '0' : '1',
    ...options.settings,
  };

  const start = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [CLI], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (let tries = 0; tries < 200; tries++) {
      if (child.exitCode !== null) throw new Error(`The relay ended at once: ${said}`);
      const ready = await fetch(`${origin}/readyz`).catch(() => null);
      if (ready?.ok) return child;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The relay is not ready after 10 s: ${said}`);
  };
  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGCONT');
    child.kill(signal);
    await once(child, 'exit');
  };
  const link = (page: string, key: string, parameters: Record<string, string> = {}) =>
    `${origin}/${page}?${new URLSearchParams({ stall: 'orchard', ...parameters }).toString()}#${key}`;
  const withKey = { authorization: `Bearer ${DECK_KEY}` };

  let child = await start();
  return {
    origin,
    get pid() {
      return child.pid ?? 0;
    },
    overlay: (parameters) => link('overlay', VIEW_KEY, parameters),
    deck: (parameters) => link('deck', DECK_KEY, parameters),
    studio: (parameters) => link('', DECK_KEY, parameters),

    hook(source, body, { topic, room, synthetic, signature } = {}) {
      const raw = typeof body === 'string' ? body : JSON.stringify(body);
      const signed = signature ?? createHmac('sha256', SECRETS[source]).update(raw).digest('base64');
      const headers: Record<string, string> =
        source === 'woocommerce'
          ? {
              'x-wc-webhook-signature': signed,
              'x-wc-webhook-topic': topic ?? 'order.updated',
              'x-wc-webhook-delivery-id': randomUUID(),
            }
          : {
              'x-shopify-hmac-sha256': signed,
              'x-shopify-topic': topic ?? 'orders/create',
              'x-shopify-event-id': randomUUID(),
            };
      return fetch(`${origin}/stalls/orchard/hooks/${source}${room ? `?room=${room}` : ''}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers, ...(synthetic && { 'x-stallcast-synthetic': '1' }) },
        body: raw,
      });
    },

    command: (command) =>
      fetch(`${origin}/stalls/orchard/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...withKey },
        body: JSON.stringify({ id: randomUUID(), ...command }),
      }),

    async state() {
      const answer = await fetch(`${origin}/stalls/orchard/state`, { headers: withKey });
      return (await answer.json()) as Awaited<ReturnType<Stall['state']>>;
    },

    async restart(signal = 'SIGTERM', whileDown, settings) {
      await end(child, signal);
      await whileDown?.();
      Object.assign(env, settings);
      child = await start();
    },

    signal: (signal) => void child.kill(signal),

    async stop() {
      await end(child, 'SIGTERM');
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** A WooCommerce order as its webhook sends it, after the shop's published REST documentation. */
export function wooOrder(id: number, fields: Record<string, unknown> = {}, qty = 2): Record<string, unknown> {
  return {
    id,
    number: String(id),
    status: 'processing',
    currency: 'CNY',
    date_created_gmt: '2026-07-01T11:00:00',
    date_modified_gmt: '2026-07-01T11:00:00',
    total: (39.9 * qty).toFixed(2),
    billing: {
      first_name: '伟',
      last_name: '王',
      state: 'CN30',
      country: 'CN',
      phone: '13812345678',
      email: 'wang@example.com',
      address_1: '阳山路 1 号',
    },
    shipping: { first_name: '伟', last_name: '王', state: 'CN30', country: 'CN', address_1: '阳山路 1 号' },
    line_items: [
      {
        id: 1,
        product_id: 93,
        variation_id: 0,
        sku: '',
        quantity: qty,
        total: (39.9 * qty).toFixed(2),
        name: '阳山水蜜桃 5斤装',
      },
    ],
    refunds: [],
    ...fields,
  };
}
