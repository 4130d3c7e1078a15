import { createHash } from 'node:crypto';
import {
  WebhookError,
  type OrderEvent,
  type WebhookReading,
  type WebhookRequest,
  type WebhookSource,
} from '@stallcast/protocol';
import { eventHead } from '../webhooks/event-head.js';
import { idOf, kindOf, objectOf, textOf } from '../webhooks/read-fields.js';
import { readJson, readNestedJson, type Json } from '../webhooks/read-json.js';
import { requireSecret, sameSignature } from '../webhooks/signature.js';
import { splitSecret } from '../webhooks/split-secret.js';
import { readTrade } from './read-trade.js';

const NAME = 'doudian';
const VARIABLE = 'STALLCAST_SECRET_DOUDIAN';

/** The tag of the message that only checks an address. */
const HANDSHAKE_TAG = '0';

/** A platform sends some messages at once, never thousands. */
const MAX_MESSAGES = 500;

/**
 * The push messages of a shop on Douyin (抖店): orders placed, paid, cancelled and refunded.
 *
 * One request brings several messages. They tell an order's id, at best its amount, and never its goods; these are asked for.
 */
export const doudianWebhook: WebhookSource = {
  name: NAME,

  isHandshake(request) {
    if (request.rawBody.length > 1_000) return false;
    try {
      const json = readJson(request.rawBody);
      return Array.isArray(json) && json.length > 0 && json.every((one) => tagOf(one) === HANDSHAKE_TAG);
    } catch {
      return false;
    }
  },

  verify(request, secret) {
    requireSecret(secret, VARIABLE);
    const [appId, appSecret] = splitSecret(secret, VARIABLE, '<app id>:<app secret>', [2]);
    const given = request.header('event-sign')?.trim().toLowerCase() ?? '';
    if (given === '') {
      throw new WebhookError(
        401,
        'Expected the header event-sign, got none: have Doudian itself send its messages to this address.',
      );
    }
    const fits = sameSignature(given, signDoudian(request.rawBody, appId!, appSecret!));
    if (!fits || (request.header('app-id')?.trim() ?? appId) !== appId) {
      throw new WebhookError(
        401,
        `Expected an event-sign that fits app and body, got another: set ${VARIABLE} to <app id>:<app secret> of the app that subscribes.`,
      );
    }
  },

  read(request) {
    const json = readJson(request.rawBody);
    const messages = Array.isArray(json) ? json : [];
    if (messages.length === 0 || messages.length > MAX_MESSAGES) {
      throw new WebhookError(
        422,
        `Expected a list of one to ${MAX_MESSAGES} messages, got ${Array.isArray(json) ? `${messages.length}` : kindOf(json)}: nothing was stored.`,
      );
    }
    return readMessages(messages, request);
  },

  answer: () => ({ type: 'application/json', body: '{"code":0,"msg":"success"}' }),
};

/** Signs a body as Doudian does: hex MD5 of app id, body and app secret. */
export function signDoudian(rawBody: Uint8Array, appId: string, appSecret: string): string {
  return createHash('md5').update(appId).update(rawBody).update(appSecret).digest('hex');
}

/** A message that makes no sense is left out and told to the log: sent again by its platform, it would hold back the others. */
function readMessages(messages: readonly Json[], request: WebhookRequest): WebhookReading {
  const events: OrderEvent[] = [];
  const detail = new Set<string>();
  let unreadable = 0;
  for (const one of messages) {
    const message = objectOf(one);
    const data = objectOf(readNestedJson(message?.['data'])) ?? objectOf(message?.['data']);
    const tag = tagOf(one);
    if (tag === HANDSHAKE_TAG) continue;
    if (!message || tag === undefined || !data) {
      unreadable += 1;
      continue;
    }
    // A message is sent again in other company, so its event's id is made of itself alone.
    const head = eventHead(NAME, request, idOf(message['msg_id']), `${tag}:${JSON.stringify(message['data'])}`);
    const trade = readTrade(tag, data, head, request.receivedAt);
    if (trade === 'unreadable') unreadable += 1;
    else if (trade) {
      events.push(trade);
      if (trade.status !== 'cancelled') detail.add(trade.orderId);
    }
  }
  if (events.length > 0) {
    const why = unreadable > 0 ? { why: `${unreadable} of ${messages.length} messages could not be read` } : {};
    return { kind: 'events', events, detail: [...detail], ...why };
  }
  if (unreadable === 0) return { kind: 'ignored', why: 'no message says anything about an order' };
  throw new WebhookError(
    422,
    'Expected messages of the form { "tag", "msg_id", "data" } that name an order, got none of these: nothing was stored.',
  );
}

function tagOf(message: Json | undefined): string | undefined {
  const tag = objectOf(message)?.['tag'];
  return typeof tag === 'number' ? String(tag) : textOf(tag) || undefined;
}
