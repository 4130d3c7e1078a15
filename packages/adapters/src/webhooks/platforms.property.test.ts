import { WebhookError, type WebhookReading, type WebhookSource } from '@stallcast/protocol';
import { readEvents } from '@stallcast/protocol/schema';
import { exampleWebhookRequest } from '@stallcast/testing/fakes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doudianWebhook, douyinLifeWebhook, kuaishouWebhook, stripeWebhook, weixinShopWebhook } from './index.js';
import { signWebhook } from './sign-webhook.js';

/** A platform, with the way in which it wraps what it says about an order. */
interface Platform {
  source: WebhookSource;
  secret: string;
  /** How the platform names an order. */
  idField: string;
  wrap(about: string, kind: string): string;
  kinds: string[];
}

const quoted = JSON.stringify;
const PLATFORMS: Platform[] = [
  {
    source: stripeWebhook,
    secret: 'whsec_x',
    idField: 'payment_intent',
    kinds: ['checkout.session.completed', 'checkout.session.expired', 'charge.refunded', 'invoice.paid'],
    wrap: (about, kind) =>
      `{"id":"evt_1","livemode":true,"created":1782903910,"type":"${kind}","data":{"object":${about}}}`,
  },
  {
    source: doudianWebhook,
    secret: '69:app-secret',
    idField: 'p_id',
    kinds: ['100', '101', '105', '106', '206'],
    wrap: (about, kind) => `[{"tag":"${kind}","msg_id":"m:1","data":${quoted(about)}}]`,
  },
  {
    source: douyinLifeWebhook,
    secret: 'client-secret',
    idField: 'order_id',
    kinds: ['life_trade_order_notify', 'life_trade_certificate_notify'],
    wrap: (about, kind) => {
      const action = kind === 'life_trade_order_notify' ? 'pay_success' : 'refund_success';
      const content = `{"action":"${action}","msg_time":1782903925,"order":${about},"certificate":${about}}`;
      return `{"event":"${kind}","from_user_id":"u","content":${quoted(content)},"log_id":"1"}`;
    },
  },
  {
    source: weixinShopWebhook,
    secret: `token:${'A'.repeat(43)}:wx1`,
    idField: 'order_id',
    kinds: ['channels_ec_order_new', 'channels_ec_order_pay', 'channels_ec_order_cancel'],
    wrap: (about, kind) => `{"FromUserName":"o","CreateTime":1782903912,"Event":"${kind}","order_info":${about}}`,
  },
  {
    source: kuaishouWebhook,
    secret: Buffer.from('0123456789abcdef').toString('base64'),
    idField: 'oid',
    kinds: ['kwaishop_order_addOrder', 'kwaishop_order_paySuccess', 'kwaishop_order_totalFeeChange'],
    wrap: (about, kind) => `{"eventId":"1_2_3","event":"${kind}","openId":"o","info":${quoted(about)}}`,
  },
];

const read = ({ source }: Platform, body: string): WebhookReading =>
  source.read(exampleWebhookRequest({ body, headers: { 'msg-id': 'm' } }));

const FIELDS =
  'id,payment_intent,p_id,s_id,s_ids,oid,orderId,order_id,status,payment_status,mode,amount_total,amount,amount_refunded,refunded,currency,created,customer_details,billing_details,shipping_details,name,email,phone,address,country,state,line1,create_time,pay_time,pay_type,pay_amount,cancel_time,cancel_reason,cancel_type,success_time,aftersale_type,refund_amount,totalFee,createTime,updateTime,openId,buyerOpenId,from_user_id,nick_name,receiver_msg,tel,detail,account_id,code'.split(
    ',',
  );
const leaf = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    'paid',
    'unpaid',
    'payment',
    'setup',
    'cny',
    'jpy',
    'isk',
    'CN',
    '超时未支付',
    '\ud800',
    '9'.repeat(200),
  ),
  fc.constantFrom(1782903900, '1782903900123', 99_999_999_999, 3_990, '3990', 1e300, '1e9', -7, 0, 30, 80),
  fc.integer({ min: -5, max: 2_000_000_000 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const { object } = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, tie('object'), fc.array(tie('value'), { maxLength: 3 })),
  object: fc.dictionary(fc.constantFrom(...FIELDS), tie('value'), { maxKeys: 14 }),
}));

/** What must never get past a reading. Each is long and odd enough not to come about by chance. */
const PERSON = {
  phone: '13987654321',
  tel: '+8613987654321',
  email: 'lin.xiaoyu@canary.example',
  openId: 'oCanaryOpenId7f3a',
  buyerOpenId: 'fCanaryBuyer91be',
  from_user_id: 'canary-user-5d2c',
  line1: '示例金丝雀路88号',
  detail: '示例金丝雀路88号',
  nick_name: '金丝雀昵称',
  name: '林金丝雀',
  code: 'canaryTicket88',
};
const CANARIES = [...Object.values(PERSON).filter((value) => value !== PERSON.name), '金丝雀', 'canary', '13987654321'];
const people = fc
  .tuple(object, fc.subarray(['customer_details', 'billing_details', 'receiver_msg', 'address', 'customer']), object)
  .map(([junk, holders, more]) => ({
    ...junk,
    ...PERSON,
    ...Object.fromEntries(holders.map((holder) => [holder, { ...more, ...PERSON, address: PERSON }])),
  }));

describe.each(PLATFORMS.map((platform) => ({ name: platform.source.name, platform })))('$name', ({ platform }) => {
  const kind = fc.constantFrom(...platform.kinds);
  const digits = fc.stringMatching(/^[1-9][0-9]{9,19}$/);

  it('reads junk into events that a ledger takes, or refuses it in a sentence', () => {
    let readings = 0;
    fc.assert(
      fc.property(object, kind, fc.boolean(), (junk, which, named) => {
        const about = JSON.stringify(named ? { ...junk, [platform.idField]: '7' } : junk);
        let reading: WebhookReading;
        try {
          reading = read(platform, platform.wrap(about, which));
        } catch (error) {
          expect(error).toBeInstanceOf(WebhookError);
          expect((error as WebhookError).message).toMatch(/^Expected .{10,250}\.$/);
          return;
        }
        if (reading.kind !== 'events') return;
        readings += 1;
        if (reading.events.length > 0) expect(readEvents(reading.events).fault).toBeUndefined();
        for (const id of reading.detail ?? []) expect(id).toMatch(/^[^]{1,128}$/);
      }),
      { numRuns: 600 },
    );
    expect(readings).toBeGreaterThan(100);
  });

  it('keeps every digit of an order’s id, sent as a number or as text', () => {
    fc.assert(
      fc.property(digits, fc.boolean(), (id, asText) => {
        const about = `{"${platform.idField}":${asText ? quoted(id) : id}}`;
        const reading = read(platform, platform.wrap(about, platform.kinds[0]!));
        expect(reading).toMatchObject({ kind: 'events', events: [{ orderId: id }] });
      }),
      { numRuns: 100 },
    );
  });

  it('lets nothing of a buyer out but a mask', () => {
    fc.assert(
      fc.property(people, kind, (about, which) => {
        const body = platform
          .wrap(JSON.stringify({ ...about, [platform.idField]: '7' }), which)
          .replace('"openId":"o"', `"openId":"${PERSON.openId}"`)
          .replace('"FromUserName":"o"', `"FromUserName":"${PERSON.openId}"`)
          .replace('"from_user_id":"u"', `"from_user_id":"${PERSON.from_user_id}"`);
        let said: string;
        try {
          said = JSON.stringify(read(platform, body));
        } catch (error) {
          said = (error as Error).message;
        }
        for (const canary of CANARIES) expect(said.toLowerCase()).not.toContain(canary.toLowerCase());
      }),
      { numRuns: 300 },
    );
  });

  it('fits its own signature, and none where one byte of the body is another', () => {
    const body = new TextEncoder().encode(platform.wrap(`{"${platform.idField}":"7"}`, platform.kinds[0]!));
    const sentAt = Date.parse('2026-07-01T11:30:00Z');
    const signed = signWebhook(platform.source.name, body, platform.secret, { sentAt })!;
    const verify = (bytes: Uint8Array) => {
      const { headers, query } = signed;
      platform.source.verify(
        exampleWebhookRequest({ body: bytes, headers, query, receivedAt: sentAt }),
        platform.secret,
      );
    };
    expect(() => verify(signed.body)).not.toThrow();
    fc.assert(
      fc.property(fc.nat(signed.body.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const other = signed.body.slice();
        other[at] = (other[at] ?? 0) ^ flip;
        // Within an encrypted body's base64 some bytes say the same, as a space at its end does.
        if (platform.source.decrypt && sameMessage(platform, other, signed)) return;
        expect(() => verify(other)).toThrow(expect.objectContaining({ name: 'WebhookError', status: 401 }) as Error);
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether another body decrypts to the very same message. */
function sameMessage(
  { source, secret }: Platform,
  other: Uint8Array,
  { query, headers, body }: { query: Record<string, string>; headers: Record<string, string>; body: Uint8Array },
): boolean {
  const open = (bytes: Uint8Array) => {
    try {
      return Buffer.from(source.decrypt!(exampleWebhookRequest({ body: bytes, query, headers }), secret)).toString(
        'hex',
      );
    } catch {
      return '';
    }
  };
  return open(other) === open(body);
}
