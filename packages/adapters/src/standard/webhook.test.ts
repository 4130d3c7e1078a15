import { readFileSync } from 'node:fs';
import { exampleWebhookRequest } from '@stallcast/testing/fakes';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signWebhook } from '../webhooks/sign-webhook.js';
import { standardWebhook } from './webhook.js';

const SECRET = `whsec_${Buffer.from('a secret of the stall, 32 bytes..').toString('base64')}`;
const SENT_AT = Date.parse('2026-07-01T11:30:00Z');
const BODY = '{"type":"announce","timestamp":"2026-07-01T11:30:00Z","data":{"text":"今晚八点加场"}}';

function request(body: string | Uint8Array, headers: Record<string, string>, receivedAt = SENT_AT) {
  return exampleWebhookRequest({ body, headers, receivedAt });
}
const signed = (body: string, id = 'msg_1', sentAt = SENT_AT) =>
  signWebhook('standard', new TextEncoder().encode(body), SECRET, { id, sentAt })?.headers ?? {};
const refused = expect.objectContaining({ name: 'WebhookError', status: 401 }) as Error;

describe('the signature of Standard Webhooks', () => {
  it('is the one that the reference library makes', () => {
    const signature = new Webhook(SECRET).sign('msg_1', new Date(SENT_AT), BODY);
    expect(signed(BODY)['webhook-signature']).toBe(signature);
    expect(() => standardWebhook.verify(request(BODY, signed(BODY)), SECRET)).not.toThrow();
  });

  it('may be one of several, while a secret is being changed', () => {
    const headers = signed(BODY);
    const several = { ...headers, 'webhook-signature': `v1,AAAA v1a,BBBB ${headers['webhook-signature'] ?? ''}` };
    expect(() => standardWebhook.verify(request(BODY, several), SECRET)).not.toThrow();
  });

  it('fails when one byte of the body is another', () => {
    const bytes = new TextEncoder().encode(BODY);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const other = bytes.slice();
        other[at] = (other[at] ?? 0) ^ flip;
        expect(() => standardWebhook.verify(request(other, signed(BODY)), SECRET)).toThrow(refused);
      }),
    );
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('covers %s', (name) => {
    const headers = signed(BODY);
    expect(() =>
      standardWebhook.verify(request(BODY, { ...headers, [name]: `${headers[name] ?? ''}1` }), SECRET),
    ).toThrow(refused);
    const { [name]: _, ...without } = headers;
    expect(() => standardWebhook.verify(request(BODY, without), SECRET)).toThrow(refused);
  });

  it.each([
    [-300_000, true],
    [300_000, true],
    [-301_000, false],
    [301_000, false],
  ])('of %i ms from its arrival is taken: %s', (offset, taken) => {
    const verify = () => standardWebhook.verify(request(BODY, signed(BODY, 'm', SENT_AT + offset)), SECRET);
    if (taken) expect(verify).not.toThrow();
    else expect(verify).toThrow(refused);
  });

  it('is not taken with an empty secret', () => {
    expect(() => standardWebhook.verify(request(BODY, signed(BODY)), '')).toThrow(refused);
  });
});

describe('a message of Standard Webhooks', () => {
  const read = (body: string, headers = signed(body)) => standardWebhook.read(request(body, headers));

  it('is a command with the webhook’s id', () => {
    expect(read(BODY)).toEqual({ kind: 'command', command: { id: 'msg_1', type: 'announce', text: '今晚八点加场' } });
  });

  it('says what its sender had seen, for the ledger to compare', () => {
    const data = { text: '加场', seen: '01JZ.42', own: ['msg_0'] };
    expect(read(JSON.stringify({ type: 'announce', data }))).toEqual({
      kind: 'command',
      command: { id: 'msg_1', type: 'announce', ...data },
    });
  });

  it('does not let its fields replace id or type', () => {
    const body = '{"type":"announce","data":{"id":"other","type":"panic","text":"x"}}';
    expect(read(body)).toEqual({ kind: 'command', command: { id: 'msg_1', type: 'announce', text: 'x' } });
  });

  it('that records an order brings the buyer’s mask and nothing else of the person', () => {
    const body = readFileSync(new URL('fixtures/record-order.json', import.meta.url), 'utf8');
    const reading = read(body);
    expect(reading).toMatchObject({
      command: { type: 'record-order', order: { orderId: '3705115058471208928', buyer: { mask: '王**' } } },
    });
    for (const secret of ['小伟', '13900001234', '示例路']) expect(JSON.stringify(reading)).not.toContain(secret);
  });

  it('that a test made is marked', () => {
    const headers = { ...signed(BODY), 'x-stallcast-synthetic': '1' };
    expect(read(BODY, headers)).toMatchObject({ command: { synthetic: true } });
  });

  it.each(['[]', '{}', '{"type":"announce"}', '{"type":5,"data":{}}', '{"type":"announce","data":[]}'])(
    'is refused with 422 as %s',
    (body) => {
      expect(() => read(body)).toThrow(expect.objectContaining({ name: 'WebhookError', status: 422 }) as Error);
    },
  );
});
