import {
  WebhookError,
  type WebhookAnswer,
  type WebhookReading,
  type WebhookRequest,
  type WebhookSource,
} from '@stallcast/protocol';
import { SYNTHETIC_HEADER } from '@stallcast/adapters/webhooks';
import type { Outcome } from '@stallcast/ledger';
import type { DetailDesk } from '../details/detail-desk.js';
import { writeJson, writeText, type Exchange } from '../http/exchange.js';
import { noOrigins } from '../http/origins.js';
import { Problem } from '../http/problem.js';
import { problems } from '../http/problems.js';
import { readBody } from '../http/read-body.js';
import type { RateLimit } from '../http/rate-limit.js';
import type { Door } from '../http/router.js';
import type { SourceBook } from '../sources/source-book.js';
import type { OpenStall } from '../stalls.js';
import type { Access } from './access.js';
import { placeOf, positionOf } from './commands.js';

export interface HooksOptions {
  access: Access;
  sources: readonly WebhookSource[];
  /** A secret by the name of its source. */
  secrets: Readonly<Record<string, string>>;
  details: DetailDesk;
  /** Is told what came of each message. */
  book: SourceBook;
  limit: RateLimit;
  now: () => number;
  log: (line: string) => void;
}

/** The setting that holds a source's secret: `STALLCAST_SECRET_DOUYIN_LIFE` for `douyin-life`. */
export function secretVariable(source: string): string {
  return `STALLCAST_SECRET_${source.toUpperCase().replaceAll('-', '_')}`;
}

/**
 * Takes a shop's webhook.
 *
 * Any Host is answered here, unlike at the other doors: shops reach a relay through a tunnel or a proxy under a name that it does not
 * know, and the signature over the body, which no page in a browser can make, guards the door better than a name could.
 */
export function hooksDoor(options: HooksOptions): Door {
  const byName = new Map(options.sources.map((source) => [source.name, source]));
  const answerBy = (take: Take) => async (exchange: Exchange) => {
    options.limit(exchange.request);
    const source = byName.get(exchange.params['source'] ?? '');
    if (!source) throw problems.unknownSource([...byName.keys()]);
    const stall = await options.access.stall(exchange.params['stall']);
    try {
      await take(options, source, stall, exchange);
    } catch (error) {
      const refused = error instanceof WebhookError ? problemOf(error) : error;
      if (refused instanceof Problem) {
        options.log(`${source.name} → ${refused.status} ${refused.sentence.en}`);
        // A question in a browser is no message of the shop.
        if (refused.code !== 'method-not-allowed') options.book.refused(stall.ledger.stall, source.name, refused);
      }
      throw refused;
    }
  };
  return {
    path: '/stalls/:stall/hooks/:source',
    method: 'POST',
    origins: noOrigins,
    anyHost: true,
    answer: answerBy(takeMessage),
    answerGet: answerBy(confirmAddress),
  };
}

type Take = (options: HooksOptions, source: WebhookSource, stall: OpenStall, exchange: Exchange) => Promise<void>;

const takeMessage: Take = async (options, source, stall, exchange) => {
  const rawBody = await readBody(exchange.request);
  const request = webhookRequest(exchange, rawBody, options.now());
  if (source.isHandshake?.(request)) {
    options.log(`${source.name} → 200 set-up ping`);
    options.book.pinged(stall.ledger.stall, source.name);
    answer(exchange, source.answer?.(request), { ok: true });
    return;
  }
  const secret = secretOf(options, source);
  source.verify(request, secret);
  const message = source.decrypt ? { ...request, rawBody: source.decrypt(request, secret) } : request;
  const reading = source.read(message);
  const outcome = await accept(stall, reading);
  if (isShopsOwnTest(outcome, request)) {
    options.log(`${source.name} → 200 ${stall.ledger.stall} the shop's test message, left out of a real session`);
    options.book.taken(stall.ledger.stall, source.name);
    const ignored = { ...placeOf(stall.ledger.position), ignored: 'synthetic-in-real-session' };
    answer(exchange, source.answer?.(request), ignored);
    return;
  }
  const position = positionOf(outcome);
  options.book.taken(stall.ledger.stall, source.name);
  // Before the answer: a platform that got one does not send the message again.
  if (reading.kind === 'events') options.details.want(stall.ledger.stall, source.name, reading);
  const why = 'why' in reading && reading.why !== undefined ? ` (${reading.why})` : '';
  options.log(`${source.name} → 200 ${stall.ledger.stall} #${position.offset}${why}`);
  answer(exchange, source.answer?.(request), position);
};

/** Answers a platform that asks whether the address is the shop's own. */
const confirmAddress: Take = async (options, source, stall, exchange) => {
  if (!source.confirm) throw problems.method('POST, OPTIONS');
  const request = webhookRequest(exchange, new Uint8Array(), options.now());
  answer(exchange, source.confirm(request, secretOf(options, source)), {});
  options.book.pinged(stall.ledger.stall, source.name);
  options.log(`${source.name} → 200 address confirmed`);
};

function secretOf({ secrets }: HooksOptions, source: WebhookSource): string {
  const secret = secrets[source.name];
  if (!secret) throw problems.noSecret(secretVariable(source.name));
  return secret;
}

/** Answers in the platform's words; a shop that has none learns where the log stands. */
function answer({ response }: Exchange, words: WebhookAnswer | undefined, otherwise: object): void {
  if (words) writeText(response, 200, words.type, words.body);
  else writeJson(response, 200, otherwise);
}

async function accept({ ledger }: OpenStall, reading: WebhookReading): Promise<Outcome> {
  switch (reading.kind) {
    case 'events':
      if (reading.events.length > 0) return ledger.accept(reading.events);
      return { ok: true, position: ledger.position, repeated: false };
    case 'command':
      return ledger.command(reading.command);
    case 'ignored':
      return { ok: true, position: ledger.position, repeated: false };
  }
}

/**
 * True for a message that the shop itself calls a test, while a real session is on. It has no effect, and is answered as
 * taken: shops send a refused message again for hours and then switch the webhook off.
 */
function isShopsOwnTest(outcome: Outcome, request: WebhookRequest): boolean {
  if (outcome.ok || outcome.refusal.code !== 'synthetic-in-real-session') return false;
  return request.header(SYNTHETIC_HEADER) === undefined;
}

function webhookRequest({ request, query }: Exchange, rawBody: Uint8Array, receivedAt: number): WebhookRequest {
  return {
    header: (name) => request.headers[name]?.toString(),
    query: (name) => query.get(name) ?? undefined,
    rawBody,
    receivedAt,
  };
}

const REFUSED = {
  400: { code: 'unreadable-webhook', zh: '读不懂这条店铺消息：请检查 webhook 的类型和内容。' },
  401: { code: 'wrong-signature', zh: '签名不对：请检查店铺 webhook 的密钥与中继里设置的是否一致。' },
  422: { code: 'unusable-webhook', zh: '这条店铺消息缺少需要的内容：请检查 webhook 的设置。' },
} as const;

function problemOf(error: WebhookError): Problem {
  const { code, zh } = REFUSED[error.status];
  return new Problem(error.status, code, { en: error.message, 'zh-CN': zh });
}
