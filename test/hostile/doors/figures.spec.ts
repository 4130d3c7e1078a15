/** Figures, dates and texts on the edge at the doors for commands and webhooks: one sentence in each language, and the state as before. */
import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { EDGES } from '../corpora.js';
import { expectSentence } from '../stock-up.js';
import { openDoors, product, wooOrder } from './door-stall.js';

const PRICE = { minor: 3990, currency: 'CNY', exponent: 2 };
const doors = openDoors();

const STOCK_FIGURES = [
  ...EDGES.numbers_json.filter((text) => !['0', '-0', '1e3', '1e-400'].includes(text)),
  '-1',
  '0.5',
  '9007199254740993',
  '1e15',
];

for (const figure of new Set(STOCK_FIGURES)) {
  test(`${figure.slice(0, 40)} is no stock, no price, no quantity and no link`, async () => {
    await doors.expectNothingStored(async () => {
      for (const body of [
        `{"id":"${randomUUID()}","type":"set-stock","productId":"peach","onHand":${figure}}`,
        `{"id":"${randomUUID()}","type":"put-offer","offer":{"id":"o","productId":"peach","price":{"minor":${figure},"currency":"CNY","exponent":2}}}`
          // Null is an offer whose price is kept back.
          .replace('"minor":null', '"minor":"null"'),
        `{"id":"${randomUUID()}","type":"record-order","order":{"orderId":"1","status":"paid","lines":[{"productId":"peach","qty":${figure}}]}}`,
        `{"id":"${randomUUID()}","type":"put-product","product":${JSON.stringify(product({ linkNo: 'X' })).replace('"X"', figure)}}`,
      ]) {
        await expectSentence(await doors.stall.ask('commands', { method: 'POST', body }), 400);
      }
    });
  });
}

test('a shop’s order keeps what makes sense of it and never a wrong figure', async () => {
  const before = (await doors.standing()).state.stocks[0]!.sellable;
  let id = 100;
  for (const figure of EDGES.numbers_json.filter((text) => !/^(NaN|Infinity)$/.test(text))) {
    const answer = await doors.stall.hook(
      'woocommerce',
      wooOrder(++id, {
        line_items: `[{"id":1,"product_id":93,"quantity":${figure},"total":${figure}}]`,
        total: figure,
      }),
    );
    expect([200, 400, 422], figure).toContain(answer.status);
  }
  const { state } = await doors.standing();
  expect(state.stocks[0]!.sellable).toBe(before);
  expect(JSON.stringify(state)).not.toMatch(/null,"sold"|NaN|Infinity|e\+/);
  for (const text of ['NaN', 'Infinity']) {
    await expectSentence(await doors.stall.hook('woocommerce', wooOrder(++id, { total: text })), 400);
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
    await doors.expectNothingStored(async () => {
      for (const command of commands) await expectSentence(await doors.stall.command(command), 400);
    });
  });
}

test('a text beyond its field is refused whole, and a key of a prototype is a key', async () => {
  await doors.expectNothingStored(async () => {
    for (const fields of [
      { title: 'x'.repeat(201) },
      { spec: 'x'.repeat(101) },
      { id: 'x'.repeat(129) },
      { title: ' \n ' },
    ]) {
      await expectSentence(await doors.stall.command({ type: 'put-product', product: product(fields) }), 400);
    }
    await expectSentence(await doors.stall.command({ type: 'announce', text: 'x'.repeat(281) }), 400);
    for (const url of EDGES.urls.filter((text) =>
      /script:|^file:|^blob:|^about:|text\/html|[\u0000-\u0020]/i.test(text),
    )) {
      await expectSentence(
        await doors.stall.command({ type: 'put-product', product: product({ media: [{ kind: 'image', url }] }) }),
        400,
      );
    }
  });
  for (const key of EDGES.keys.filter((text) => text !== '')) {
    const answer = await doors.stall.command({ type: 'put-product', product: product({ id: key }) });
    expect(answer.status, key).toBe(200);
    const { state } = (await (await doors.stall.ask('state')).json()) as { state: { products: { id: string }[] } };
    expect(state.products.map(({ id }) => id)).toContain(key);
    expect((await doors.stall.command({ type: 'remove-product', productId: key })).status).toBe(200);
  }
  for (const body of EDGES.proto_json)
    await expectSentence(await doors.stall.ask('commands', { method: 'POST', body }), 400);
});
