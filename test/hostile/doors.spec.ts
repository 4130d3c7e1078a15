/**
 * Hostile bytes, signatures, origins and figures at every door of a real relay: refused in a sentence, nothing stored, the relay
 * alive after each, and no key or buyer anywhere.
 */
import { expect, test } from '@playwright/test';
import { createHmac, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { EDGES } from './corpora.js';
import { CANARY, openHostileStall, sign, type HostileStall } from './hostile-stall.js';
import { expectSentence } from './stock-up.js';

const MIB = 1024 * 1024;
const PRICE = { minor: 3990, currency: 'CNY', exponent: 2 };

let stall: HostileStall;
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  stall = await openHostileStall();
  expect((await stall.command({ type: 'put-product', product: product({}) })).status).toBe(200);
  expect((await stall.command({ type: 'set-stock', productId: 'peach', onHand: 186 })).status).toBe(200);
});
test.afterAll(() => stall.stop());

const product = (fields: Record<string, unknown>) => ({
  ...{ id: 'peach', kind: 'goods', title: '桃', media: [], promises: [], sources: [], stockFrom: 'ledger' },
  ...fields,
});

interface Standing {
  epoch: string;
  offset: number;
  state: { stocks: { productId: string; sellable: number }[]; orders: { buyer: { mask: string } }[] };
}

const standing = async () => (await (await stall.ask('state')).json()) as Standing;

/** Expects that a piece of work changes nothing that is known. */
async function expectNothingStored(work: () => Promise<unknown>): Promise<void> {
  const { offset, epoch, state } = await standing();
  await work();
  expect(await standing()).toMatchObject({ offset, epoch, state });
}

/** A wooCommerce order, with JSON put in as it stands. */
const wooOrder = (id: number, raw: Record<string, string> = {}) => {
  const fields: Record<string, string> = {
    id: String(id),
    status: '"processing"',
    currency: '"CNY"',
    total: '"39.90"',
    date_created_gmt: '"2026-07-01T11:00:00"',
    date_modified_gmt: '"2026-07-01T11:00:00"',
    billing: '{"first_name":"伟","last_name":"王","country":"CN","state":"CN10"}',
    line_items: '[{"id":1,"product_id":93,"quantity":1,"total":"39.90"}]',
    ...raw,
  };
  return `{${Object.entries(fields)
    .map(([name, value]) => `"${name}":${value}`)
    .join()}}`;
};

/** Sends bytes and a Host as they are. */
function send(path: string, headers: Record<string, string>, body: string | Buffer = '', method = 'POST') {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const sent = request(`${stall.origin}${path}`, { method, headers, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += String(part)));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test.describe('figures on the edge', () => {
  const STOCK_FIGURES = [
    ...EDGES.numbers_json.filter((text) => !['0', '-0', '1e3', '1e-400'].includes(text)),
    '-1',
    '0.5',
    '9007199254740993',
    '1e15',
  ];

  for (const figure of new Set(STOCK_FIGURES)) {
    test(`${figure.slice(0, 40)} is no stock, no price, no quantity and no link`, async () => {
      await expectNothingStored(async () => {
        for (const body of [
          `{"id":"${randomUUID()}","type":"set-stock","productId":"peach","onHand":${figure}}`,
          `{"id":"${randomUUID()}","type":"put-offer","offer":{"id":"o","productId":"peach","price":{"minor":${figure},"currency":"CNY","exponent":2}}}`
            // Null is an offer whose price is kept back.
            .replace('"minor":null', '"minor":"null"'),
          `{"id":"${randomUUID()}","type":"record-order","order":{"orderId":"1","status":"paid","lines":[{"productId":"peach","qty":${figure}}]}}`,
          `{"id":"${randomUUID()}","type":"put-product","product":${JSON.stringify(product({ linkNo: 'X' })).replace('"X"', figure)}}`,
        ]) {
          await expectSentence(await stall.ask('commands', { method: 'POST', body }), 400);
        }
      });
    });
  }

  test('a shop’s order keeps what makes sense of it and never a wrong figure', async () => {
    const before = (await standing()).state.stocks[0]!.sellable;
    let id = 100;
    for (const figure of EDGES.numbers_json.filter((text) => !/^(NaN|Infinity)$/.test(text))) {
      const answer = await stall.hook(
        'woocommerce',
        wooOrder(++id, {
          line_items: `[{"id":1,"product_id":93,"quantity":${figure},"total":${figure}}]`,
          total: figure,
        }),
      );
      expect([200, 400, 422], figure).toContain(answer.status);
    }
    const { state } = await standing();
    expect(state.stocks[0]!.sellable).toBe(before);
    expect(JSON.stringify(state)).not.toMatch(/null,"sold"|NaN|Infinity|e\+/);
    for (const text of ['NaN', 'Infinity']) {
      await expectSentence(await stall.hook('woocommerce', wooOrder(++id, { total: text })), 400);
    }
  });

  for (const date of EDGES.dates) {
    test(`${date || 'nothing'} is no time of an order or of a time offer, unless it is one`, async () => {
      const isTime = date === '1970-01-01T00:00:00Z' || date === '2026-03-29T02:30:00+01:00';
      const commands = [
        { type: 'start-flash', productId: 'peach', price: PRICE, endsAt: date },
        { type: 'record-order', order: { orderId: `d${date}`, status: 'paid', lines: [], occurredAt: date } },
        { type: 'put-product', product: product({ promises: [{ kind: 'presale-ship', by: date }] }) },
      ];
      if (isTime) return;
      await expectNothingStored(async () => {
        for (const command of commands) await expectSentence(await stall.command(command), 400);
      });
    });
  }

  test('a text beyond its field is refused whole, and a key of a prototype is a key', async () => {
    await expectNothingStored(async () => {
      for (const fields of [
        { title: 'x'.repeat(201) },
        { spec: 'x'.repeat(101) },
        { id: 'x'.repeat(129) },
        { title: ' \n ' },
      ]) {
        await expectSentence(await stall.command({ type: 'put-product', product: product(fields) }), 400);
      }
      await expectSentence(await stall.command({ type: 'announce', text: 'x'.repeat(281) }), 400);
      for (const url of EDGES.urls.filter((text) =>
        /script:|^file:|^blob:|^about:|text\/html|[\u0000-\u0020]/i.test(text),
      )) {
        await expectSentence(
          await stall.command({ type: 'put-product', product: product({ media: [{ kind: 'image', url }] }) }),
          400,
        );
      }
    });
    for (const key of EDGES.keys.filter((text) => text !== '')) {
      const answer = await stall.command({ type: 'put-product', product: product({ id: key }) });
      expect(answer.status, key).toBe(200);
      const { state } = (await (await stall.ask('state')).json()) as { state: { products: { id: string }[] } };
      expect(state.products.map(({ id }) => id)).toContain(key);
      expect((await stall.command({ type: 'remove-product', productId: key })).status).toBe(200);
    }
    for (const body of EDGES.proto_json)
      await expectSentence(await stall.ask('commands', { method: 'POST', body }), 400);
  });
});

test.describe('bytes', () => {
  const BOMBS: Record<string, () => string | Buffer> = {
    'a deep list': () => '['.repeat(400_000) + ']'.repeat(400_000),
    'a deep object': () => '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000),
    'a wide object': () => `{${Array.from({ length: 60_000 }, (_, at) => `"k${at}":1`).join()}}`,
    'a command with a deep field': () =>
      `{"id":"a","type":"announce","text":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
    'a huge number': () => '9'.repeat(1_000_000),
    'half of a character': () => Buffer.from([0x22, 0xe6, 0xa1, 0x22]),
    'bytes that are no text': () => Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 37) % 256)),
    'no bytes': () => '',
    'a sentence': () => 'hello',
    'a number': () => '5',
    'a null': () => 'null',
    'a list': () => '[]',
  };

  for (const [name, bomb] of Object.entries(BOMBS)) {
    test(`${name} is refused at the doors for commands and webhooks`, async () => {
      await expectNothingStored(async () => {
        const body = bomb();
        const raw = Buffer.from(body);
        await expectSentence(await stall.ask('commands', { method: 'POST', body: raw }), 400);
        for (const source of ['woocommerce', 'standard'] as const) {
          const answer = await fetch(`${stall.origin}/stalls/orchard/hooks/${source}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...sign(source, raw) },
            body: raw,
          });
          await expectSentence(answer, 400, 401, 422);
        }
      });
    });
  }

  test('a body of 64 MiB is refused, and leaves no mark on the memory', async () => {
    await expectNothingStored(async () => {
      const before = stall.memory();
      const body = Buffer.alloc(64 * MIB, 0x61);
      for (const path of ['commands', 'hooks/woocommerce', 'hooks/standard']) {
        // The relay may hang up while the rest is on its way.
        const answer = await stall.ask(path, { method: 'POST', body }).catch(() => null);
        if (answer) await expectSentence(answer, 413);
      }
      expect(stall.memory() - before).toBeLessThan(64 * MIB);
    });
  });

  test('a socket’s first message of 64 MiB, of junk, or in pieces of one byte', async () => {
    await expectNothingStored(async () => {
      const before = stall.memory();
      const closed = (message: string | Buffer) =>
        new Promise<number>((resolve) => {
          const socket = new WebSocket(`${stall.origin.replace('http', 'ws')}/stalls/orchard/socket`);
          socket.on('error', () => {});
          socket.on('open', () => socket.send(message, () => {}));
          socket.on('close', resolve);
        });
      expect(await closed(Buffer.alloc(64 * MIB, 0x61))).toBeGreaterThan(1000);
      for (const junk of [
        '',
        '{}',
        '[]',
        'null',
        '{"key":5}',
        '{"key":"__proto__"}',
        '{"key":{"toString":1}}',
        '['.repeat(4_000),
      ]) {
        expect(await closed(junk), junk.slice(0, 20)).toBe(4401);
      }
      expect(stall.memory() - before).toBeLessThan(96 * MIB);
    });

    const first = await new Promise<string>((resolve, reject) => {
      const socket = new WebSocket(`${stall.origin.replace('http', 'ws')}/stalls/orchard/socket`);
      socket.on('error', reject);
      socket.on('open', () => {
        const message = JSON.stringify({ key: CANARY.view });
        [...message].forEach((byte, at) => socket.send(byte, { fin: at === message.length - 1 }));
      });
      socket.on('message', (data) => {
        resolve(String(data as Buffer));
        socket.close();
      });
    });
    expect(first).toContain('"snapshot"');
  });

  test('requests that never end hold nobody up', async () => {
    const lines = Array.from({ length: 50 }, () => {
      const socket = connect(Number(new URL(stall.origin).port), '127.0.0.1');
      socket.on('error', () => {});
      socket.write(`POST /stalls/orchard/commands HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500\r\n\r\n{`);
      return socket;
    });
    const startedAt = performance.now();
    expect((await stall.command({ type: 'announce', text: 'here' })).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    for (const line of lines) line.destroy();
  });
});

test.describe('signatures', () => {
  const body = Buffer.from(wooOrder(900));
  const message = Buffer.from('{"type":"announce","timestamp":"2026-07-01T11:00:00Z","data":{"text":"forged"}}');
  const hook = (source: string, headers: Record<string, string>, raw: Buffer<ArrayBuffer>) =>
    fetch(`${stall.origin}/stalls/orchard/hooks/${source}`, { method: 'POST', headers, body: raw });

  const forgedWoo: [string, (good: string) => string | undefined][] = [
    ['none', () => undefined],
    ['an empty one', () => ''],
    ['one cut short', (good) => good.slice(0, -2)],
    ['one with more behind it', (good) => `${good}=`],
    ['one in hex', (good) => Buffer.from(good, 'base64').toString('hex')],
    ['one in upper case', (good) => good.toUpperCase()],
    ['that of an empty secret', () => createHmac('sha256', '').update(body).digest('base64')],
    ['that of another body', () => createHmac('sha256', CANARY.secrets.woocommerce).update('{}').digest('base64')],
  ];
  for (const [name, forge] of forgedWoo) {
    test(`${name} opens no door of a shop`, async () => {
      await expectNothingStored(async () => {
        const headers: Record<string, string | undefined> = sign('woocommerce', body);
        const signature = forge(headers['x-wc-webhook-signature']!);
        delete headers['x-wc-webhook-signature'];
        if (signature !== undefined) headers['x-wc-webhook-signature'] = signature;
        await expectSentence(await hook('woocommerce', headers as Record<string, string>, body), 401);
      });
    });
  }

  const forgedStandard: [string, Record<string, string>][] = [
    ['a message of six minutes ago', sign('standard', message, Date.now() - 6 * 60_000)],
    ['a message from in six minutes', sign('standard', message, Date.now() + 6 * 60_000)],
    ['a message of 1970', sign('standard', message, 0)],
    [
      'a timestamp that was changed',
      { ...sign('standard', message), 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 1) },
    ],
    ['a timestamp that is no number', { ...sign('standard', message), 'webhook-timestamp': 'NaN' }],
    ['an id that was changed', { ...sign('standard', message), 'webhook-id': 'another' }],
    ['a signature of another version', { ...sign('standard', message), 'webhook-signature': 'v2,AAAA' }],
    ['a hundred signatures', { ...sign('standard', message), 'webhook-signature': 'v1,AAAA '.repeat(100) }],
  ];
  for (const [name, headers] of forgedStandard) {
    test(`${name} is not taken as a command`, async () => {
      await expectNothingStored(async () => expectSentence(await hook('standard', headers, message), 401));
    });
  }

  test('what was taken once does nothing when it is played again, under its id or another header', async () => {
    const headers = sign('standard', message);
    expect((await hook('standard', headers, message)).status).toBe(200);
    const order = sign('woocommerce', body);
    expect((await hook('woocommerce', order, body)).status).toBe(200);
    await expectNothingStored(async () => {
      expect((await hook('standard', headers, message)).status).toBe(200);
      expect((await hook('woocommerce', order, body)).status).toBe(200);
      // WooCommerce signs the body alone: another delivery id is no other order.
      expect((await hook('woocommerce', { ...order, 'x-wc-webhook-delivery-id': 'other' }, body)).status).toBe(200);
    });
  });

  test('a door without a secret takes nothing', async () => {
    await expectNothingStored(async () => {
      const signature = createHmac('sha256', '').update(body).digest('base64');
      const headers = { 'x-shopify-hmac-sha256': signature, 'x-shopify-topic': 'orders/create' };
      await expectSentence(await hook('shopify', headers, body), 503);
      await expectSentence(await hook('no-such-shop', {}, body), 404);
      await expectSentence(await hook('__proto__', {}, body), 404);
    });
  });
});

test.describe('pages of others', () => {
  const command = () => JSON.stringify({ id: randomUUID(), type: 'announce', text: 'from elsewhere' });
  const key = { authorization: `Bearer ${CANARY.deck}` };
  const FOREIGN = ['https://evil.example', 'null', 'http://localhost.evil.example', 'http://127.0.0.1:1', 'file://'];

  for (const origin of FOREIGN) {
    test(`a command from ${origin} is refused, also with the key, and its preflight is not answered`, async () => {
      await expectNothingStored(async () => {
        for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
          const { status, headers } = await send(
            '/stalls/orchard/commands',
            { ...key, origin, 'content-type': type },
            command(),
          );
          expect(status).toBe(403);
          expect(headers['access-control-allow-origin']).toBeUndefined();
        }
        const asked = {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization',
        };
        const { status, headers } = await send('/stalls/orchard/commands', asked, '', 'OPTIONS');
        expect(status).toBe(403);
        expect(headers['access-control-allow-origin']).toBeUndefined();
      });
    });
  }

  test('a form can send nothing: it has no key', async () => {
    await expectNothingStored(async () => {
      const headers = { 'content-type': 'text/plain', cookie: `key=${CANARY.deck}` };
      expect((await send('/stalls/orchard/commands', headers, command())).status).toBe(401);
      expect((await send(`/stalls/orchard/commands?key=${CANARY.deck}`, {}, command())).status).toBe(401);
      expect(
        (await send('/stalls/orchard/commands', { authorization: `Bearer ${CANARY.view}` }, command())).status,
      ).toBe(403);
    });
  });

  for (const host of [
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:7788',
    '127.0.0.1@evil.example',
    'evil.example, 127.0.0.1',
  ]) {
    test(`the Host ${host} (a name that was turned to this machine) reads and commands nothing`, async () => {
      await expectNothingStored(async () => {
        for (const [path, method] of [
          ['/stalls/orchard/commands', 'POST'],
          ['/stalls/orchard/state', 'GET'],
          ['/stalls/orchard/events', 'GET'],
          ['/stalls/orchard/links', 'GET'],
          ['/deck', 'GET'],
          ['/overlay', 'GET'],
        ] as const) {
          const { status } = await send(path, { ...key, host }, method === 'POST' ? command() : '', method);
          expect([400, 403], path).toContain(status);
        }
      });
    });
  }
});

test.describe('secrets and people', () => {
  const PERSON = {
    phone: '13987654321',
    email: 'xiao.ming.canary@example.com',
    street: '金丝雀路八十八号三单元',
    name: '欧阳金丝雀',
    postcode: '214199',
    note: '请放在金丝雀门口',
  };

  test('nothing of a buyer but the mask and the province is stored, told or written to the terminal', async () => {
    const address = `{"first_name":"${PERSON.name.slice(2)}","last_name":"${PERSON.name.slice(0, 2)}","country":"CN","state":"CN10","city":"无锡","postcode":"${PERSON.postcode}","address_1":"${PERSON.street}","phone":"${PERSON.phone}","email":"${PERSON.email}"}`;
    const order = wooOrder(77_001, {
      billing: address,
      shipping: address,
      customer_note: `"${PERSON.note}"`,
      customer_ip_address: '"203.0.113.77"',
    });
    expect((await stall.hook('woocommerce', order)).status).toBe(200);
    const name = `${PERSON.name} ${PERSON.phone}`;
    const recorded = {
      orderId: 'r1',
      status: 'paid',
      lines: [{ productId: 'peach', qty: 1 }],
      buyer: { name: PERSON.name },
    };
    expect((await stall.command({ type: 'record-order', order: recorded })).status).toBe(200);
    expect(
      (
        await stall.command({
          type: 'record-order',
          order: { ...recorded, orderId: 'r2', buyer: { name, mask: name } },
        })
      ).status,
    ).toBe(200);
    const more = {
      ...recorded,
      orderId: 'r3',
      buyer: { name: PERSON.name, phone: PERSON.phone },
      shipping: { street: PERSON.street },
      note: PERSON.note,
    };
    expect(
      (await stall.hook('standard', { type: 'record-order', timestamp: '2026-07-01T11:00:00Z', data: { order: more } }))
        .status,
    ).toBe(200);
    // What is refused is not kept either.
    await stall.hook('woocommerce', order.replace('"processing"', '5'));
    await stall.hook('woocommerce', order, { 'x-wc-webhook-signature': 'AAAA' });

    const stored = stall.stored();
    const told = await (await stall.ask('state')).text();
    expect(stored.byteLength).toBeGreaterThan(10_000);
    expect(stored.includes('欧**'), 'the mask itself is there').toBe(true);
    for (const [field, text] of Object.entries({ ...PERSON, ip: '203.0.113.77', city: '无锡' })) {
      expect(stored.includes(text), `${field} in the database`).toBe(false);
      expect(told, field).not.toContain(text);
      expect(stall.terminal(), field).not.toContain(text);
    }
  });

  test('no key and no secret is in an answer, in the database, or in the terminal but for the links it prints', async () => {
    const secrets = [CANARY.view, CANARY.deck, ...Object.values(CANARY.secrets)];
    const answers = await Promise.all([
      stall.ask('state', {}, 'wrong'),
      stall.ask('state', {}, CANARY.view),
      stall.ask('commands', { method: 'POST', body: `{"id":"${CANARY.deck}"}` }),
      stall.ask('commands', { method: 'POST', body: '{"id":"a","type":"nothing"}' }),
      stall.ask(`state?room=${CANARY.view}`),
      stall.ask(`${CANARY.deck}`),
      fetch(`${stall.origin}/${CANARY.deck}`),
      stall.hook('woocommerce', 'x'),
      stall.hook('standard', '{}', { 'webhook-signature': CANARY.secrets.standard }),
    ]);
    for (const answer of answers) {
      const text = (await answer.text()) + JSON.stringify([...answer.headers]);
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
    const stored = stall.stored();
    const log = stall.terminal().replace(/https?:\/\/\S+#\S+/g, 'a link');
    for (const secret of secrets) {
      expect(stored.includes(secret)).toBe(false);
      expect(log).not.toContain(secret);
    }
  });
});
