import { parsePosition, PING_INTERVAL_MS, type Frame } from '@stallcast/protocol';
import type { ExampleLog } from '../conformance/example-log.js';

/** A relay without a network: what it gives stands in for the browser's `WebSocket` and `fetch`. */
export interface FakeRelay {
  readonly WebSocket: typeof globalThis.WebSocket;
  readonly fetch: typeof globalThis.fetch;
  /** How connections are met: served, held without an answer, refused the key, not found, or not there at all. */
  mode: 'serve' | 'hold' | 'refuse' | 'lose' | 'down';
  /** Whether a proxy lets no WebSocket through. */
  withoutSockets: boolean;
  /** Connections that are there now, held ones included. */
  readonly connections: number;
  /** Connections that were tried. */
  readonly attempts: readonly { transport: 'socket' | 'events'; key: string; from: string | null; url: string }[];
  /** Sends a message as it is to everyone, readable or not. */
  send(text: string): void;
  /** Ends every connection without a word. */
  cut(): void;
  /** Keeps every connection and sends nothing over it. */
  mute: boolean;
}

interface Client {
  send(text: string): void;
  close(code: number): void;
}

/** Creates a relay that serves one log, pings every five seconds and closes what it is told to. */
export function createFakeRelay(log: ExampleLog): FakeRelay {
  const clients = new Map<Client, () => void>();
  const attempts: FakeRelay['attempts'][number][] = [];
  const relay = { mode: 'serve' as FakeRelay['mode'], withoutSockets: false, mute: false };

  const tell = (client: Client, frame: Frame) => {
    if (!relay.mute) client.send(JSON.stringify(frame));
  };

  function welcome(client: Client, from: string | null): void {
    if (relay.mode === 'hold') return void clients.set(client, () => {});
    for (const frame of log.answer(parsePosition(from))) tell(client, frame);
    tell(client, log.ping());
    const unsubscribe = log.subscribe((change) => tell(client, { v: 1, type: 'change', ...change }));
    const pings = setInterval(() => tell(client, log.ping()), PING_INTERVAL_MS);
    clients.set(client, () => {
      unsubscribe();
      clearInterval(pings);
    });
  }

  function leave(client: Client): void {
    clients.get(client)?.();
    clients.delete(client);
  }

  class FakeSocket {
    onopen: (() => void) | null = null;
    onmessage: ((event: { data: string }) => void) | null = null;
    onclose: ((event: { code: number }) => void) | null = null;
    onerror: (() => void) | null = null;
    readonly #url: string;
    readonly #client: Client = {
      send: (text) => queueMicrotask(() => this.onmessage?.({ data: text })),
      close: (code) => this.#end(code),
    };
    #over = false;

    constructor(url: string | URL) {
      this.#url = String(url);
      queueMicrotask(() => {
        if (this.#over) return;
        if (relay.mode === 'down' || relay.withoutSockets) return this.#end(1006);
        clients.set(this.#client, () => {});
        this.onopen?.();
      });
    }

    send(text: string): void {
      const { key, from = null } = JSON.parse(text) as { key: string; from?: string };
      attempts.push({ transport: 'socket', key, from, url: this.#url });
      if (relay.mode === 'refuse') this.#end(4401);
      else if (relay.mode === 'lose') this.#end(4404);
      else welcome(this.#client, from);
    }

    close(): void {
      this.#end(1005);
    }

    #end(code: number): void {
      if (this.#over) return;
      this.#over = true;
      leave(this.#client);
      queueMicrotask(() => this.onclose?.({ code }));
    }
  }

  const fetch: typeof globalThis.fetch = async (input, init) => {
    await Promise.resolve();
    const url = new URL(String(input));
    const key = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const from = url.searchParams.get('from');
    attempts.push({ transport: 'events', key, from, url: url.href });
    init?.signal?.throwIfAborted();
    if (relay.mode === 'down') throw new TypeError('Failed to fetch');
    if (relay.mode === 'refuse') return new Response('{}', { status: 401 });
    if (relay.mode === 'lose') return new Response('{}', { status: 404 });
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        const client: Client = {
          send: (text) => stream.enqueue(encoder.encode(`id: 1\ndata: ${text}\n\n`)),
          close() {
            leave(client);
            stream.error(new TypeError('network error'));
          },
        };
        init?.signal?.addEventListener('abort', () => {
          if (clients.has(client)) client.close(0);
        });
        clients.set(client, () => {});
        welcome(client, from);
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  };

  return Object.defineProperties(relay, {
    WebSocket: { value: FakeSocket },
    fetch: { value: fetch },
    connections: { get: () => clients.size },
    attempts: { get: () => attempts },
    send: {
      value: (text: string) => {
        for (const client of [...clients.keys()]) client.send(text);
      },
    },
    cut: {
      value: () => {
        for (const client of [...clients.keys()]) client.close(1006);
      },
    },
  }) as unknown as FakeRelay; // Properties defined one by one are not typed.
}
