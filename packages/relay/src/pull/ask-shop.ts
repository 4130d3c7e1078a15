import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { refusalOfAnswer, refusalOfLine } from './answer-faults.js';
import { checkHost, guardedLookup } from './shop-address.js';
import { ShopFault } from './shop-fault.js';

/** What a shop answered. */
export interface ShopAnswer {
  body: Buffer;
  header(name: string): string | undefined;
  /**
   * The shop's own clock when the question left, in ms, or earlier: the answer is no older. Null where the shop does not say.
   *
   * It is the answer's date less the time that the answer took, so a slow shop never makes an old figure look new.
   */
  shopTime: number | null;
}

export interface Question {
  path: string;
  headers: Readonly<Record<string, string>>;
  /** Posted as a form. */
  form?: URLSearchParams;
}

/** A line to one shop and to nothing else. */
export interface ShopLine {
  ask(question: Question, signal: AbortSignal): Promise<ShopAnswer>;
  close(): void;
}

export interface LineOptions {
  /** Where the shop is; questions add to its path. */
  base: URL;
  /** For a question as a whole, however slowly the answer trickles in. @default 20000 */
  timeoutMs?: number;
  /** Of an answer, unpacked. @default 16 MiB */
  maxBytes?: number;
  /** A clock that never jumps, ms. */
  elapsed?: () => number;
}

/** Opens a line to a shop. It follows no redirect, so that the keys go nowhere else. */
export function openShopLine(options: LineOptions): ShopLine {
  const { base, timeoutMs = 20_000, maxBytes = 16 * 1_024 * 1_024, elapsed = () => performance.now() } = options;
  const isSecure = base.protocol === 'https:';
  const agent = isSecure
    ? new HttpsAgent({ keepAlive: true, maxSockets: 2 })
    : new HttpAgent({ keepAlive: true, maxSockets: 2 });
  const root = base.href.replace(/\/+$/, '');

  async function ask({ path, headers, form }: Question, signal: AbortSignal): Promise<ShopAnswer> {
    checkHost(base.hostname);
    const began = elapsed();
    const response = await send(path, headers, form, signal);
    const body = await readAll(response, maxBytes);
    const fault = refusalOfAnswer(response, body, base);
    if (fault) throw fault;
    const date = Date.parse(response.headers.date ?? '');
    return {
      body,
      header: (name) => response.headers[name]?.toString(),
      shopTime: Number.isNaN(date) ? null : Math.floor(date - (elapsed() - began)),
    };
  }

  function send(
    path: string,
    headers: Readonly<Record<string, string>>,
    form: URLSearchParams | undefined,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const sent = (isSecure ? httpsRequest : httpRequest)(`${root}${path}`, {
        method: form ? 'POST' : 'GET',
        agent,
        signal,
        lookup: guardedLookup(base.hostname),
        headers: {
          accept: 'application/json',
          'accept-encoding': 'gzip, deflate, br',
          'cache-control': 'no-cache',
          'user-agent': 'Stallcast',
          ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
      });
      const clock = setTimeout(() => sent.destroy(tooSlow()), timeoutMs);
      sent.once('close', () => clearTimeout(clock));
      sent.once('error', reject);
      sent.once('response', (response) => {
        // A line that is cut in the middle of an answer fails the answer.
        sent.on('error', (error) => response.destroy(error));
        resolve(response);
      });
      sent.end(form?.toString());
    });
  }

  return {
    ask: (question, signal) =>
      ask(question, signal).catch((error: unknown) => {
        throw error instanceof ShopFault ? error : refusalOfLine(error);
      }),
    close: () => agent.destroy(),
  };
}

async function readAll(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked(response)) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) {
      response.destroy();
      throw new ShopFault(
        `网店的回答超过 ${maxBytes} 字节，没有读完：请看看这个网址是不是网店`,
        `its answer is longer than ${maxBytes} bytes and was not read: check that the address is the shop’s`,
      );
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    response.headers['content-encoding'] ?? ''
  ];
  if (!unpack) return response;
  const stream = unpack();
  response.once('error', (error) => stream.destroy(error));
  return response.pipe(stream);
}

function tooSlow(): ShopFault {
  return new ShopFault('网店很久没有答完：可能是网络慢，会再试', 'it took too long to answer: the line may be slow');
}
