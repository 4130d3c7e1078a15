import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { answerParent, sharedNow } from './talk.js';

/** What a shop, or a deck, sends, and where. */
export interface Sending {
  port: number;
  path: string;
  /** A signed message of a shop, or a command with a key. */
  what: 'webhook' | 'command';
  secret: string;
  /** So many wait for their answer at any time. */
  atOnce: number;
  ms: number;
}

let made = 0;

function webhook(path: string, secret: string): string {
  made += 1;
  const body = JSON.stringify({
    id: process.pid * 1_000_000 + made,
    status: 'processing',
    currency: 'CNY',
    total: '39.90',
    date_modified_gmt: '2026-07-01T11:00:05',
    billing: { first_name: '伟', last_name: '王', state: 'CN2' },
    line_items: [{ id: 1, product_id: 93, variation_id: 0, quantity: 1, total: '39.90' }],
  });
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  return (
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n` +
    `X-WC-Webhook-Signature: ${signature}\r\nX-WC-Webhook-Topic: order.created\r\nX-WC-Webhook-Delivery-ID: d${process.pid}-${made}\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

function command(path: string, key: string): string {
  made += 1;
  const body = JSON.stringify({ id: `c${process.pid}-${made}`, type: 'announce', text: `line ${made}` });
  return (
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Bearer ${key}\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

/** One connection that is kept: it sends, waits for the answer, and sends again. */
class Line {
  readonly #socket: Socket;
  readonly #next: () => string | null;
  readonly #answered: (waitedNs: number) => void;
  #sentAt = 0;
  #text = '';

  constructor(
    port: number,
    next: () => string | null,
    answered: (waitedNs: number) => void,
    ended: (why: string) => void,
  ) {
    this.#next = next;
    this.#answered = answered;
    this.#socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (chunk: string) => this.#take(chunk, ended));
    this.#socket.on('error', (error) => ended(String(error)));
    this.#socket.on('close', () => ended(''));
    this.#send();
  }

  cut(): void {
    this.#socket.destroy();
  }

  #send(): void {
    const message = this.#next();
    if (message === null) {
      this.#socket.end();
      return;
    }
    this.#sentAt = sharedNow();
    this.#socket.write(message);
  }

  #take(chunk: string, ended: (why: string) => void): void {
    this.#text += chunk;
    const head = this.#text.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.#text)?.[1] ?? 0);
    if (this.#text.length < head + 4 + length) return;
    if (!this.#text.startsWith('HTTP/1.1 200')) {
      ended(this.#text.slice(0, 400));
      this.#socket.destroy();
      return;
    }
    this.#text = '';
    this.#answered(sharedNow() - this.#sentAt);
    this.#send();
  }
}

answerParent({
  /** Sends for so long; how long each waited for its answer, ns, and how long all took, ms. */
  async send({ port, path, what, secret, atOnce, ms }: Sending) {
    const make = what === 'webhook' ? webhook : command;
    const startedAt = sharedNow();
    const end = startedAt + ms * 1e6;
    const waits: number[] = [];
    let fault = '';
    // Who does not answer is not waited for.
    const lines: Line[] = [];
    const patience = setTimeout(() => {
      fault ||= 'no answer';
      for (const line of lines) line.cut();
    }, ms + 10_000);
    await Promise.all(
      Array.from(
        { length: atOnce },
        () =>
          new Promise<void>((resolve) => {
            const next = () => (sharedNow() < end && fault === '' ? make(path, secret) : null);
            const ended = (why: string) => {
              fault ||= why;
              resolve();
            };
            lines.push(new Line(port, next, (waited) => void waits.push(waited), ended));
          }),
      ),
    );
    clearTimeout(patience);
    if (fault !== '') throw new Error(`Expected every message to be taken, got ${fault}`);
    return { waits: Float64Array.from(waits), ms: (sharedNow() - startedAt) / 1e6 };
  },
});
