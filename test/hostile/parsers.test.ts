import { maskName, moneyParts, openConnection, parseFrame, parseMoney, parsePosition } from '@stallcast/protocol';
import { readCommand } from '@stallcast/protocol/schema';
import { exampleWebhookRequest } from '@stallcast/testing/fakes';
import { describe, expect, it } from 'vitest';
import { parseRelayAddress } from '../../packages/adapters/src/relay/address.js';
import { createServerSentEvents } from '../../packages/adapters/src/relay/server-sent-events.js';
import { parseReplay } from '../../packages/adapters/src/replay/replay-line.js';
import { decodeTable } from '../../packages/adapters/src/table/decode-table.js';
import { parseJsonTable } from '../../packages/adapters/src/table/parse-json-table.js';
import { readLinkNo, readNet, readPrice, readStockCell } from '../../packages/adapters/src/table/read-cells.js';
import { parseCsv } from '../../packages/adapters/src/table/parse-csv.js';
import { readJson } from '../../packages/adapters/src/webhooks/read-json.js';
import { quantityOf, stockFigureOf, timeOf } from '../../packages/adapters/src/webhooks/read-fields.js';
import { WEBHOOK_SOURCES } from '../../packages/adapters/src/webhooks/index.js';
import { deriveOrderRow } from '../../packages/elements/src/components/order-ticker/order-row.js';
import { clipText, textWidth } from '../../packages/elements/src/components/product-card/title-text.js';
import { tickerWords } from '../../packages/elements/src/words/index.js';
import { parseCount, parseJin, parsePrice } from '../../packages/overlay/src/deck/add-sheet/parse-fields.js';
import { readSettings } from '../../packages/overlay/src/overlay/settings/overlay-settings.js';
import { splitTarget } from '../../packages/relay/src/http/exchange.js';
import { hostName } from '../../packages/relay/src/http/host-check.js';
import { createLog } from '../../packages/relay/src/log.js';
import { expectLinear, expectQuick } from './linear.js';

/** What makes a careless expression try again and again. */
const BAIT: Record<string, (length: number) => string> = {
  'a…!': (length) => `${'a'.repeat(length)}!`,
  'spaces and x': (length) => `${' '.repeat(length)}x`,
  '1….': (length) => `${'1'.repeat(length)}.`,
  zeros: (length) => `0.${'0'.repeat(length)}x`,
  'line breaks': (length) => `${'\n'.repeat(length)}x`,
  'stacked marks': (length) => `a${'\u0301'.repeat(length)}`,
  separators: (length) => `王${'· '.repeat(length / 2)}`,
  colons: (length) => `relay${':'.repeat(length)}`,
  slashes: (length) => `http:${'/'.repeat(length)}@`,
  quotes: (length) => `"${'\\"'.repeat(length / 2)}`,
  'quoted cells': (length) => '"""",'.repeat(length / 5),
  'open brackets': (length) => '['.repeat(length),
  emoji: (length) => '👨‍👩‍👧‍👦'.repeat(length / 11),
  dots: (length) => `${'a.'.repeat(length / 2)}:80:80`,
};

const words = tickerWords('zh-CN');
const order = (text: string) =>
  ({ lines: [], buyer: { mask: text }, region: { level: 'province', name: text }, occurredAt: text }) as never;

/** Each takes a text that a stranger may have written, and may throw a sentence. */
const PARSERS: Record<string, (text: string) => unknown> = {
  maskName,
  parseMoney: (text) => parseMoney(text, 'CNY'),
  'parseMoney, currency': (text) => parseMoney('1.00', text),
  moneyParts: (text) => moneyParts({ minor: 1, currency: text, exponent: 2 }),
  openConnection,
  parsePosition,
  parseFrame,
  'readCommand, a title': (title) =>
    readCommand({ id: 'c', type: 'put-product', product: { id: 'p', kind: 'goods', title, media: [] } }),
  'readCommand, a picture': (url) =>
    readCommand({
      id: 'c',
      type: 'put-product',
      product: { id: 'p', kind: 'goods', title: 't', media: [{ kind: 'image', url }] },
    }),
  'readCommand, a time': (endsAt) =>
    readCommand({
      id: 'c',
      type: 'start-flash',
      productId: 'p',
      price: { minor: 1, currency: 'CNY', exponent: 2 },
      endsAt,
    }),
  'readCommand, a type': (type) => readCommand({ id: 'c', type }),
  parseRelayAddress,
  parseReplay,
  parseCsv,
  parseJsonTable,
  decodeTable: (text) => decodeTable(new TextEncoder().encode(text)),
  'readPrice, a cell': (cell) => readPrice(cell, 'CNY'),
  'readStockCell, a cell': readStockCell,
  'readNet, a cell': (cell) => readNet(cell),
  'readLinkNo, a cell': readLinkNo,
  readJson: (text) => readJson(new TextEncoder().encode(text)),
  'readJson, within a text': (text) => readJson(new TextEncoder().encode(JSON.stringify({ text }))),
  quantityOf,
  stockFigureOf,
  timeOf,
  clipText,
  textWidth: (text) => textWidth(clipText(text)),
  deriveOrderRow: (text) =>
    deriveOrderRow({ key: 1, order: order(text), struckAt: null, returned: 0 } as never, words, 0, () => null),
  parseCount,
  parseJin,
  parsePrice: (text) => parsePrice(text, 'CNY'),
  readSettings: (text) =>
    readSettings({ search: `?stall=${text}`, hash: `#${text}`, css: () => text, defaultSrc: () => 'local:' }),
  splitTarget,
  hostName,
  createLog: (text) => createLog(() => {}, ['secret'])(text),
  createServerSentEvents: (text) => createServerSentEvents(() => {}, 1 << 30).push(text),
};

const quietly = (parse: (text: string) => unknown, text: string) => () => {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof RangeError && /stack/.test(error.message)) throw error;
    return error;
  }
};

describe.each(Object.entries(PARSERS))('%s', (_, parse) => {
  it.each(Object.entries(BAIT))('takes twice as long for twice of %s', (__, bait) => {
    expectLinear((length) => quietly(parse, bait(length)), 50_000);
  });
});

/** The largest text that a page is handed at once by a feed of orders, far beyond any honest one. */
const AT_ONCE = 100_000;

describe.each(Object.entries(PARSERS))('%s', (_, parse) => {
  it.each(Object.entries(BAIT))('is done with 100,000 signs of %s in a task of 50 ms', (__, bait) => {
    expectQuick(quietly(parse, bait(AT_ONCE)));
  });
});

describe.each([...WEBHOOK_SOURCES.values()])('the webhook of $name', (source) => {
  it.each(Object.entries(BAIT))('takes twice as long for twice of %s', (_, bait) => {
    const orderWith = (text: string) =>
      JSON.stringify({
        ...{ id: 1, order_id: 1, status: text, financial_status: text, currency: text, total: text, total_price: text },
        ...{
          date_modified_gmt: text,
          updated_at: text,
          stock_quantity: text,
          manage_stock: true,
          tag: text,
          event: text,
        },
        billing: { first_name: text, last_name: text, state: text, country: 'CN' },
        shipping_address: { province: text, country_code: 'CN' },
        customer: { first_name: text, last_name: text },
        line_items: [{ product_id: text, sku: text, quantity: text, total: text, price: text }],
      });
    expectLinear(
      (length) => {
        const body = orderWith(bait(length));
        const headers = {
          'webhook-id': 'm',
          'webhook-timestamp': '1',
          'webhook-signature': `v1,${'a'.repeat(length)}`,
          'x-wc-webhook-topic': 'order.updated',
          'x-wc-webhook-signature': 'a'.repeat(length),
          'x-shopify-topic': 'orders/paid',
          'x-shopify-hmac-sha256': 'a'.repeat(length),
          'stripe-signature': `t=1,${'v1=a,'.repeat(length / 10)}`,
        };
        return () => {
          quietly(() => source.read(exampleWebhookRequest({ body, headers })), '')();
          quietly(() => source.verify(exampleWebhookRequest({ body, headers }), 'a:b:c'), '')();
        };
        // Sixteen fields at once; one of them in quadratic time would take longer than this.
      },
      10_000,
      300,
    );
  });
});

describe('a stream of server-sent events', () => {
  const feed = (pieces: readonly string[]) => () => {
    const parser = createServerSentEvents(() => {}, 1 << 30);
    for (const piece of pieces) parser.push(piece);
  };

  it.each([
    ['in pieces of one character, without a line break', (length: number) => [...'x'.repeat(length)]],
    ['in pieces of one character, in short lines', (length: number) => [...'data: x\n'.repeat(length / 8)]],
    ['of many lines at once', (length: number) => ['\n'.repeat(length)]],
    ['of many lines of data at once', (length: number) => ['data\n'.repeat(length)]],
    ['of half line breaks', (length: number) => [...'\r'.repeat(length)]],
    ['of comments', (length: number) => [':\r\n'.repeat(length)]],
  ])('%s is read in linear time', (_, pieces) => {
    expectLinear((length) => feed(pieces(length)), 200_000);
  });

  it.each([
    ['a line', 'x'.repeat(1_000)],
    ['an event', `data: ${'x'.repeat(1_000)}\n`],
    ['an event of empty lines', 'data\n'.repeat(200)],
  ])('ends %s that has no end at the largest frame', (_, piece) => {
    const parser = createServerSentEvents(() => {}, 100_000);
    let fed = 0;
    expect(() => {
      for (; fed < 1_000; fed++) parser.push(piece);
    }).toThrow(RangeError);
    expect(fed).toBeLessThan(600);
  });
});

describe('JSON that is a bomb', () => {
  const frame = (inside: string) =>
    `{"v":1,"type":"change","stall":"s","epoch":"E","offset":1,"prev":0,"at":"2026-07-01T11:00:00Z","puts":${inside}}`;
  const BOMBS: Record<string, (length: number) => string> = {
    'a deep list': (length) => '['.repeat(length) + ']'.repeat(length),
    'a deep object': (length) => '{"a":'.repeat(length) + '1' + '}'.repeat(length),
    'batches in batches': (length) => '{"v":1,"type":"batch","frames":['.repeat(length) + ']}'.repeat(length),
    'a wide object': (length) => `{${Array.from({ length }, (_, at) => `"k${at}":1`).join()}}`,
    'one key again and again': (length) => `{${'"a":1,'.repeat(length)}"a":1}`,
    'a huge number': (length) => '9'.repeat(length),
    'a deep put': (length) => frame('['.repeat(length) + ']'.repeat(length)),
    'a wide put': (length) => frame(`[${'{"kind":"stock","id":"a","version":1,"value":{}},'.repeat(length)}{}]`),
    'a batch of nothing': (length) => `{"v":1,"type":"batch","frames":[${'{},'.repeat(length)}{}]}`,
  };

  it.each(Object.entries(BOMBS))('%s is left out of a page in linear time, and told briefly', (name, bomb) => {
    expectLinear((length) => () => parseFrame(bomb(length)), 20_000);
    const { frames, faults } = parseFrame(bomb(20_000));
    expect(frames).toEqual([]);
    // A batch within a batch is a type that is not known, and left out without a word.
    if (name !== 'batches in batches') expect(faults.length).toBeGreaterThan(0);
    // A bomb is told once, not once for each of its pieces.
    expect(faults.length).toBeLessThanOrEqual(11);
  });

  it.each(Object.entries(BOMBS))('%s costs a page no task of 50 ms', (_, bomb) => {
    const text = bomb(20_000);
    expectQuick(() => parseFrame(text));
  });

  it.each(Object.entries(BOMBS))('%s is refused by a webhook in linear time', (_, bomb) => {
    expectLinear((length) => quietly((text) => readJson(new TextEncoder().encode(text)), bomb(length)), 20_000);
  });

  it('a frame beyond the largest is refused unread', () => {
    const startedAt = performance.now();
    const { frames, faults } = parseFrame(' '.repeat(64 * 1024 * 1024));
    expect(frames).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it.each([
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    frame('[{"kind":"__proto__","id":"__proto__","version":1,"value":{"polluted":1}}]'),
    frame('[{"kind":"constructor","id":"a","version":1,"value":{"prototype":{"polluted":1}}}]'),
    frame(
      '[{"kind":"announcement","id":"__proto__","version":1,"value":{"text":"a","at":"2026-07-01T11:00:00Z","__proto__":{"polluted":1}}}]',
    ),
  ])('%s pollutes nothing', (text) => {
    parseFrame(text);
    quietly((body) => readJson(new TextEncoder().encode(body)), text)();
    readCommand(JSON.parse(text));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.prototype.hasOwnProperty.call(Object.prototype, 'polluted')).toBe(false);
  });
});
