import { maskName, WebhookError, type WebhookRequest, type WebhookSource } from '@stallcast/protocol';
import { SYNTHETIC_HEADER } from '../webhooks/event-head.js';
import { kindOf, objectOf, textOf } from '../webhooks/read-fields.js';
import { readJson, type JsonObject } from '../webhooks/read-json.js';
import { requireSecret, sameSignature, signBase64 } from '../webhooks/signature.js';

/** A message may be this much older or newer than its arrival, in ms. */
const TOLERANCE_MS = 5 * 60_000;
const PREFIX = 'whsec_';
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Standard Webhooks: commands from a back end of one's own.
 *
 * The body is `{ "type": <command>, "timestamp", "data": <its fields> }`; the webhook's id is the command's, so that one sent
 * again is done once.
 */
export const standardWebhook: WebhookSource = {
  name: 'standard',

  verify(request, secret) {
    requireSecret(secret, 'STALLCAST_SECRET_STANDARD');
    const { id, timestamp, signatures } = headersOf(request);
    const age = request.receivedAt - Number(timestamp) * 1_000;
    if (!/^\d{1,12}$/.test(timestamp) || Math.abs(age) > TOLERANCE_MS) {
      throw new WebhookError(
        401,
        'Expected a webhook-timestamp of the last five minutes, in seconds, got another: is the sender’s clock right?',
      );
    }
    const expected = signStandard(request.rawBody, secret, id, timestamp);
    // Several are sent while a secret is being changed. All are compared, so that the time tells nothing.
    const fits = signatures.map((signature) => sameSignature(signature, expected));
    if (!fits.includes(true)) {
      throw new WebhookError(
        401,
        'Expected a signature that fits id, timestamp and body, got another: sign with the secret in STALLCAST_SECRET_STANDARD.',
      );
    }
  },

  read(request) {
    const { id } = headersOf(request);
    const json = readJson(request.rawBody);
    const body = objectOf(json);
    const type = textOf(body?.['type']);
    const data = objectOf(body?.['data']);
    if (!body || type === '' || !data) {
      throw new WebhookError(
        422,
        `Expected { "type", "timestamp", "data": {…} }, got ${body ? 'an object without type or data' : kindOf(json)}: nothing was done.`,
      );
    }
    const fields = type === 'record-order' ? { order: withoutPerson(objectOf(data['order'])) } : data;
    const synthetic = request.header(SYNTHETIC_HEADER) === '1' ? { synthetic: true as const } : {};
    return { kind: 'command', command: { ...fields, ...synthetic, id, type } };
  },
};

/** Signs a message after the specification: `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body`. */
export function signStandard(rawBody: Uint8Array, secret: string, id: string, timestamp: string): string {
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), rawBody]);
  return `v1,${signBase64(signed, keyOf(secret))}`;
}

/** The bytes of a secret: base64, with `whsec_` in front or without, as the specification says; else the text itself. */
function keyOf(secret: string): Uint8Array {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  return BASE64.test(text) && text !== '' ? Buffer.from(text, 'base64') : Buffer.from(secret);
}

function headersOf(request: WebhookRequest): { id: string; timestamp: string; signatures: string[] } {
  const id = request.header('webhook-id')?.trim() ?? '';
  const timestamp = request.header('webhook-timestamp')?.trim() ?? '';
  const signatures = (request.header('webhook-signature') ?? '')
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'));
  if (id === '' || id.length > 256 || timestamp === '' || signatures.length === 0 || signatures.length > 16) {
    throw new WebhookError(
      401,
      'Expected the headers webhook-id, webhook-timestamp and webhook-signature, got not all of them: sign after standardwebhooks.com.',
    );
  }
  return { id, timestamp, signatures };
}

const ORDER_FIELDS = ['orderId', 'lines', 'status', 'room', 'reason', 'region', 'total', 'occurredAt'] as const;

/** Keeps what an order may say, and of its buyer the mask. Whatever else came along is dropped. */
function withoutPerson(order: JsonObject | undefined): JsonObject {
  const kept: JsonObject = {};
  for (const field of ORDER_FIELDS) {
    const value = order?.[field];
    if (value !== undefined) kept[field] = value;
  }
  const buyer = objectOf(order?.['buyer']);
  const name = textOf(buyer?.['name']) || textOf(buyer?.['mask']);
  // A mask that was made elsewhere is masked again: what it hides is not known here.
  if (name !== '') kept['buyer'] = { mask: maskName(name) };
  return kept;
}
