import { AdapterError } from '@stallcast/protocol';
import type { Answer } from './answer.js';
import { parseRetryAfter } from './next-wait.js';

/** More is no table of a stall: 2 MiB. */
export const MAX_BYTES = 2 * 1024 * 1024;

/** One question over http. */
export interface Question {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** What people call the other side, in a sentence: never with a key in it. */
  place: { zh: string; en: string };
  /** Makes text of the bytes; throws an `AdapterError` where they are none. @default UTF-8 */
  decode?: (bytes: Uint8Array) => string;
}

/** Asks over http, with what was known of the last answer. */
export interface Asker {
  (signal: AbortSignal): Promise<Answer>;
}

/**
 * Creates an asker for one question.
 *
 * An answer is whole or none: one that is shorter than it said, or longer than 2 MiB, is a failure. An `ETag` is sent back
 * where that costs no question of its own; elsewhere the browser's cache does it.
 */
export function createAsker(question: Question, fetchIt: typeof fetch = fetch): Asker {
  const { url, method = 'GET', headers = {}, body, place, decode = decodeUtf8 } = question;
  let etag: string | null = null;

  return async (signal) => {
    let response: Response;
    try {
      response = await fetchIt(url, {
        method,
        // The browser asks whether its copy still holds, which needs no header that another origin would have to allow.
        cache: 'no-cache',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        headers: { ...headers, ...(etag !== null && method === 'GET' && isOwn(url) ? { 'If-None-Match': etag } : {}) },
        signal,
        ...(body === undefined ? {} : { body }),
      });
    } catch (error) {
      if (signal.aborted) throw error;
      const nobody = fail(
        'unreachable',
        `连不上${place.zh}：检查网络和地址；如果浏览器里能打开，就是对方不许别的网页读取。`,
        `Expected an answer of ${place.en}, got none: check network and address; where it opens in a tab, it does not let other pages read it.`,
      );
      return { ...nobody, unanswered: true };
    }
    if (response.status === 304) return { kind: 'same' };
    if (!response.ok) {
      void response.body?.cancel().catch(() => {});
      return refusal(response, place);
    }

    const bytes = await readBytes(response).catch((error: unknown) => {
      if (signal.aborted) throw error;
      return 'cut' as const;
    });
    if (bytes === 'too-large') {
      return fail(
        'bad-answer',
        `${place.zh}的内容超过 2 MiB，没有采用：删掉不卖的行。`,
        `Expected at most 2 MiB of ${place.en}, got more: take out what is not sold.`,
      );
    }
    if (bytes === 'cut' || bytes.length < promisedLength(response, url)) {
      return fail(
        'bad-answer',
        `${place.zh}的内容没有下载完整，没有采用，会自己再试。`,
        `Expected all of ${place.en}, got a part: it was not used, and is asked for again.`,
      );
    }
    try {
      const text = decode(bytes);
      etag = response.headers.get('ETag');
      return { kind: 'text', text };
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      return { kind: 'failed', code: error.code, message: error.message };
    }
  };
}

function fail(code: string, zh: string, en: string, retryAfterMs?: number): Answer & { kind: 'failed' } {
  return { kind: 'failed', code, message: `${zh} / ${en}`, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function refusal(response: Response, { zh, en }: Question['place']): Answer {
  const { status } = response;
  if (status === 401 || status === 403) {
    return fail(
      'refused-key',
      `${zh}不让读（${status}）：检查钥匙，或把共享改成“知道链接的人可查看”。`,
      `Expected to read ${en}, was refused (${status}): check the key, or share it with anyone who has the link.`,
    );
  }
  if (status === 404 || status === 410) {
    return fail(
      'not-found',
      `${zh}没有这个地址（${status}）：检查链接。`,
      `Expected ${en} at this address, got nothing (${status}): check the link.`,
    );
  }
  // 430 is what Shopify says to whom it takes for an attacker.
  const isBusy = status === 429 || status === 430 || status === 503;
  const told = parseRetryAfter(response.headers.get('Retry-After'), Date.now());
  return isBusy
    ? fail(
        'busy',
        `${zh}太忙（${status}），过一会儿再问。`,
        `Expected ${en}, got that it is busy (${status}): it is asked again later.`,
        told ?? 30_000,
      )
    : fail(
        'unreachable',
        `${zh}出错（${status}），会自己再试。`,
        `Expected ${en}, got an error (${status}): it is asked again.`,
        told,
      );
}

/** Reads no further than the limit. */
async function readBytes(response: Response): Promise<Uint8Array | 'too-large'> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MAX_BYTES) {
      await reader.cancel().catch(() => {});
      return 'too-large';
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** How long the answer said it is; 0 where that is not known, as for one that was compressed on its way. */
function promisedLength(response: Response, url: string): number {
  // Another origin hides whether it compressed.
  if (!isOwn(url) || response.headers.has('Content-Encoding')) return 0;
  return Number(response.headers.get('Content-Length') ?? 0) || 0;
}

/** Whether the address is of this page's own origin; in Node, where there is none, always. */
function isOwn(url: string): boolean {
  const here = globalThis.location as Location | undefined;
  return here === undefined || new URL(url, here.href).origin === here.origin;
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
