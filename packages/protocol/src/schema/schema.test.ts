import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  COMMAND_TYPES,
  offerSchema,
  orderSchema,
  productSchema,
  readCommand,
  readEvents,
  roomSchema,
  sessionSchema,
  stockSchema,
} from './index.js';

const AT = '2026-07-01T11:00:00.000Z';
const PRICE = { minor: 3_990, currency: 'CNY', exponent: 2 };
const PRODUCT = {
  id: 'peach',
  kind: 'goods',
  title: '阳山水蜜桃 5斤装',
  media: [{ kind: 'image', url: '/pictures/peach.svg' }],
  promises: [{ kind: 'ship-within', hours: 48 }],
  sources: [{ source: 'woocommerce', id: '93' }],
  stockFrom: 'ledger',
};

/** One command of each type, with every field that it may have. */
const COMMANDS: Record<string, Record<string, unknown>> = {
  'put-room': { room: { id: 'main', title: '果园', commerce: true, panic: false } },
  'remove-room': { roomId: 'main' },
  'put-product': { product: PRODUCT },
  'remove-product': { productId: 'peach' },
  'put-offer': { offer: { id: 'o', productId: 'peach', price: null, compareAt: { price: PRICE, basis: 'usual' } } },
  feature: { room: 'main', productIds: ['peach'] },
  unfeature: { room: 'main' },
  'hide-price': { room: 'main', productId: 'peach' },
  'open-price': { room: 'main', productId: 'peach', price: PRICE },
  'start-flash': { room: 'main', productId: 'peach', price: PRICE, endsAt: AT, allocated: 10 },
  'end-flash': { room: 'main', productId: 'peach' },
  'set-stock': { productId: 'peach', onHand: 0, basis: 'manual' },
  'adjust-stock': { productId: 'peach', delta: -1, reason: 'damaged' },
  'sold-out': { productId: 'peach' },
  pause: { productId: 'peach' },
  resume: { productId: 'peach' },
  'bring-back': { room: 'main', productId: 'peach' },
  allocate: { productId: 'peach', room: 'main', quantity: 0 },
  'record-order': {
    order: {
      orderId: '1',
      status: 'paid',
      lines: [{ productId: null, qty: 1, amount: PRICE }],
      room: 'main',
      reason: 'buyer',
      region: { level: 'province', name: '江苏' },
      total: PRICE,
      refunded: PRICE,
      occurredAt: AT,
      buyer: { name: '王伟', mask: '王*' },
    },
  },
  'cancel-order': { orderId: '1', reason: 'capacity' },
  'set-goal': { room: 'main', goal: { id: 'g', metric: 'mass', target: 1, scope: 'stall', title: '目标' } },
  announce: { room: 'main', text: '今晚抽奖', ttlMs: 60_000 },
  'clear-announcement': { room: 'main' },
  message: { room: 'main', text: '讲完桃子换西瓜', ttlMs: 60_000 },
  'clear-message': { room: 'main' },
  'next-in-run': { room: 'main' },
  panic: { room: 'main', on: true },
  'start-session': {
    room: 'main',
    session: {
      id: 's',
      tz: 'Asia/Shanghai',
      currency: 'CNY',
      title: '夜场',
      startsAt: AT,
      sinceSeq: 3,
      goals: [],
      seller: { name: '阳山桃农合作社', licence: '93320206MA1' },
      synthetic: true,
    },
  },
  'end-session': { room: 'main' },
  undo: { commandId: 'c' },
};

const ORDER_EVENT = { type: 'order', eventId: 'e', source: 'shop', sourceVersion: 1, orderId: '271878346596884015' };
const STOCK_EVENT = {
  type: 'stock',
  eventId: 'e',
  source: 'shop',
  sourceVersion: 1,
  ref: { inventoryItemId: '271878346596884015' },
  available: null,
  basis: 'exact',
  observedAt: AT,
  ttlMs: 900_000,
};

describe('readCommand', () => {
  it('knows every command of the table, and the table every command', () => {
    expect([...COMMAND_TYPES].sort()).toEqual(Object.keys(COMMANDS).sort());
  });

  it.each(Object.entries(COMMANDS))('takes %s with all its fields as they are', (type, fields) => {
    const command = { id: 'c', type, ...fields };
    expect(readCommand(command)).toEqual({ value: command });
    expect(readCommand({ ...command, synthetic: true })).toEqual({ value: { ...command, synthetic: true } });
  });

  it.each(Object.entries(COMMANDS))('misses each field of %s that it needs', (type, fields) => {
    for (const name of Object.keys(fields).filter(
      (field) => !['room', 'ttlMs', 'basis', 'allocated'].includes(field),
    )) {
      const { [name]: _, ...others } = fields;
      expect(readCommand({ id: 'c', type, ...others })).toMatchObject({ fault: { where: name, missing: true } });
    }
  });

  it('leaves unknown fields out, at every depth', () => {
    const product = { ...PRODUCT, price: 5, media: [{ ...PRODUCT.media[0], onload: 'alert(1)' }] };
    expect(readCommand({ id: 'c', type: 'put-product', product, extra: true })).toEqual({
      value: { id: 'c', type: 'put-product', product: PRODUCT },
    });
  });

  it('takes no harm from names of an object’s own', () => {
    const text =
      '{"id":"c","type":"put-product","__proto__":{"a":1},"constructor":1,"product":{"__proto__":{"synthetic":true},';
    const product = JSON.stringify({ ...PRODUCT, translations: { en: { title: 'x' } } });
    const sent: unknown = JSON.parse(`${text}${product.slice(1)}}`);
    const { value } = readCommand(sent);
    expect(value).toMatchObject({ type: 'put-product', product: { id: 'peach' } });
    expect(JSON.stringify(value)).not.toMatch(/synthetic|__proto__/);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { a?: unknown }).a).toBeUndefined();
    const poisoned = `{"id":"c","type":"put-product","product":${JSON.stringify(PRODUCT).slice(0, -1)},"translations":{"__proto__":{"title":"x"}}}}`;
    expect(JSON.stringify(readCommand(JSON.parse(poisoned)).value ?? {})).not.toContain('__proto__');
  });

  it.each<[string, string, unknown, string]>([
    ['a long announcement', 'announce', { text: '字'.repeat(281) }, 'text'],
    ['an empty announcement', 'announce', { text: ' \n' }, 'text'],
    ['a long id', 'pause', { productId: 'x'.repeat(129) }, 'productId'],
    ['an id that is a number', 'pause', { productId: 93 }, 'productId'],
    ['half a character in an id', 'pause', { productId: 'a\ud83d' }, 'productId'],
    ['no product', 'feature', { productIds: [] }, 'productIds'],
    ['four products', 'feature', { productIds: ['a', 'b', 'c', 'd'] }, 'productIds'],
    ['a negative price', 'open-price', { productId: 'p', price: { ...PRICE, minor: -1 } }, 'price.minor'],
    ['a broken price', 'open-price', { productId: 'p', price: { ...PRICE, minor: 39.9 } }, 'price.minor'],
    ['an unsafe price', 'open-price', { productId: 'p', price: { ...PRICE, minor: 2 ** 53 } }, 'price.minor'],
    ['a price in words', 'open-price', { productId: 'p', price: '39.90' }, 'price'],
    [
      'a currency in lower case',
      'open-price',
      { productId: 'p', price: { ...PRICE, currency: 'cny' } },
      'price.currency',
    ],
    ['an exponent of one', 'open-price', { productId: 'p', price: { ...PRICE, exponent: 1 } }, 'price.exponent'],
    ['a negative stock', 'set-stock', { productId: 'p', onHand: -1 }, 'onHand'],
    ['a million and one', 'set-stock', { productId: 'p', onHand: 1_000_001 }, 'onHand'],
    ['an adjustment by nothing', 'adjust-stock', { productId: 'p', delta: 0, reason: 'other' }, 'delta'],
    ['an unknown reason', 'adjust-stock', { productId: 'p', delta: 1, reason: 'bored' }, 'reason'],
    ['a time without a zone', 'start-flash', { productId: 'p', price: PRICE, endsAt: '2026-07-01T11:00:00' }, 'endsAt'],
    ['a day that is none', 'start-flash', { productId: 'p', price: PRICE, endsAt: '2026-13-01T11:00:00Z' }, 'endsAt'],
    ['a room named stall', 'put-room', { room: { id: 'stall', title: 'x', commerce: true } }, 'room.id'],
    ['a room named __proto__', 'put-room', { room: { id: '__proto__', title: 'x', commerce: true } }, 'room.id'],
    ['a zone of no country', 'start-session', { session: { tz: 'Mars/Olympus' } }, 'session.tz'],
    [
      'a goal of nothing',
      'set-goal',
      { goal: { id: 'g', metric: 'orders', target: 0, scope: 'stall' } },
      'goal.target',
    ],
    ['a long title', 'put-product', { product: { ...PRODUCT, title: 'x'.repeat(201) } }, 'product.title'],
    ['synthetic as a word', 'unfeature', { synthetic: 'yes' }, 'synthetic'],
  ])('refuses %s', (_, type, fields, where) => {
    expect(readCommand({ id: 'c', type, ...(fields as object) })).toMatchObject({ fault: { where } });
  });

  it.each([
    ['javascript:alert(1)', false],
    ['JavaScript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    [' javascript:alert(1)', false],
    ['vbscript:x', false],
    ['data:text/html,<script>', false],
    ['data:image/svg+xml,%3Csvg%3E', true],
    ['data:image/png;base64,AAAA', true],
    ['file:///etc/passwd', false],
    ['https://shop.example/peach.jpg', true],
    ['http://127.0.0.1:7788/peach.jpg', true],
    ['/pictures/peach.svg', true],
    ['./pictures/peach.svg', true],
    ['pictures/peach.svg', true],
    ['', false],
  ])('takes %o as the address of a picture: %s', (url, good) => {
    const product = { ...PRODUCT, media: [{ kind: 'image', url }] };
    expect(readCommand({ id: 'c', type: 'put-product', product }).value !== undefined).toBe(good);
  });

  it('mends half a character in a text, as the way to a file would', () => {
    expect(readCommand({ id: 'c', type: 'announce', text: 'a\ud83d b' }).value).toMatchObject({ text: 'a\uFFFD b' });
    expect(readCommand({ id: 'c', type: 'announce', text: '桃🍑' }).value).toMatchObject({ text: '桃🍑' });
  });

  it('answers anything at all, with a value that reads as itself or with a fault', () => {
    const near = fc
      .constantFrom(...Object.entries(COMMANDS))
      .chain(([type, fields]) =>
        fc
          .record({ id: fc.constantFrom('c', '', 7), type: fc.constant(type) })
          .chain((head) =>
            fc
              .tuple(
                fc.constantFrom(...Object.keys(fields)),
                fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(fields))),
              )
              .map(([name, value]) => ({ ...fields, [name]: value, ...head })),
          ),
      );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), near), (sent) => {
        const { value, fault } = readCommand(sent);
        if (value) expect(readCommand(value)).toEqual({ value });
        else
          expect([fault?.expected.en, fault?.expected['zh-CN'], fault?.received].every((words) => words !== '')).toBe(
            true,
          );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('readEvents', () => {
  it('takes events with nothing but their heads, and with everything', () => {
    const full = {
      ...ORDER_EVENT,
      room: 'main',
      synthetic: true,
      status: 'paid',
      reason: 'buyer',
      lines: [{ ref: { id: '1', variantId: '2', inventoryItemId: '3', sku: 'S' }, qty: 1, amount: PRICE }],
      total: PRICE,
      refunded: PRICE,
      buyer: { mask: '王**' },
      region: { level: 'country', name: 'CN' },
      occurredAt: '2026-07-01T19:00:00+08:00',
    };
    const stock = { ...STOCK_EVENT, available: -3, location: '24826418', policy: 'backorder' };
    const events = [ORDER_EVENT, full, STOCK_EVENT, stock];
    expect(readEvents(events)).toEqual({ value: events });
  });

  it.each([
    ['a version past the safe integers', { ...ORDER_EVENT, sourceVersion: 2 ** 53 }, '0.sourceVersion'],
    ['an id that is a number', { ...ORDER_EVENT, orderId: 1 }, '0.orderId'],
    ['an unknown type', { ...ORDER_EVENT, type: 'song' }, '0.type'],
    ['a line of nothing', { ...ORDER_EVENT, lines: [{ ref: {}, qty: 0 }] }, '0.lines.0.qty'],
    ['a line of too much', { ...ORDER_EVENT, lines: [{ ref: {}, qty: 1_000_001 }] }, '0.lines.0.qty'],
    ['a stock that lives for no time', { ...STOCK_EVENT, ttlMs: 0 }, '0.ttlMs'],
  ])('refuses %s', (_, event, where) => {
    expect(readEvents([event])).toMatchObject({ fault: { where } });
  });

  it('refuses more than a thousand at once', () => {
    expect(readEvents(Array.from({ length: 1_000 }, () => ORDER_EVENT)).value).toHaveLength(1_000);
    expect(readEvents(Array.from({ length: 1_001 }, () => ORDER_EVENT)).fault).toBeDefined();
  });
});

it('the schemas of values take what the ledger tells', () => {
  const stock = {
    productId: 'peach',
    stockFrom: 'ledger',
    onHand: 1,
    reserved: 0,
    sold: 0,
    sellable: 1,
    oversold: 0,
    quotas: [{ room: 'main', quantity: 1, sellable: 1 }],
    hold: 'none',
    basis: 'exact',
    policy: 'deny',
    observedAt: AT,
    ttlMs: null,
  };
  const order = {
    id: 'woocommerce:1',
    orderId: '1',
    lines: [],
    room: 'main',
    status: 'paid',
    buyer: { mask: '**' },
    occurredAt: AT,
    seq: 3,
    operatorOnly: 'unlisted',
  };
  const session = { id: 's', tz: 'UTC', startsAt: AT, sinceSeq: 1, goals: [] };
  const room = { id: 'main', title: 'x', commerce: true, panic: false };
  expect(v.parse(stockSchema, stock)).toEqual(stock);
  expect(v.parse(orderSchema, order)).toEqual(order);
  expect(v.parse(sessionSchema, session)).toEqual(session);
  expect(v.parse(roomSchema, room)).toEqual(room);
  expect(v.parse(productSchema, PRODUCT)).toEqual(PRODUCT);
  expect(v.parse(offerSchema, { id: 'o', productId: 'p', price: PRICE })).toEqual({
    id: 'o',
    productId: 'p',
    price: PRICE,
  });
});
