/** What a buyer told a shop and what only the host knows: in no database, state, answer or terminal. */
import { expect, test } from '@playwright/test';
import { CANARY } from '../hostile-stall.js';
import { openDoors, wooOrder } from './door-stall.js';

const doors = openDoors();

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
  expect((await doors.stall.hook('woocommerce', order)).status).toBe(200);
  const name = `${PERSON.name} ${PERSON.phone}`;
  const recorded = {
    orderId: 'r1',
    status: 'paid',
    lines: [{ productId: 'peach', qty: 1 }],
    buyer: { name: PERSON.name },
  };
  expect((await doors.stall.command({ type: 'record-order', order: recorded })).status).toBe(200);
  expect(
    (
      await doors.stall.command({
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
    (
      await doors.stall.hook('standard', {
        type: 'record-order',
        timestamp: '2026-07-01T11:00:00Z',
        data: { order: more },
      })
    ).status,
  ).toBe(200);
  // What is refused is not kept either.
  await doors.stall.hook('woocommerce', order.replace('"processing"', '5'));
  await doors.stall.hook('woocommerce', order, { 'x-wc-webhook-signature': 'AAAA' });

  const stored = doors.stall.stored();
  const told = await (await doors.stall.ask('state')).text();
  expect(stored.byteLength).toBeGreaterThan(10_000);
  expect(stored.includes('欧**'), 'the mask itself is there').toBe(true);
  for (const [field, text] of Object.entries({ ...PERSON, ip: '203.0.113.77', city: '无锡' })) {
    expect(stored.includes(text), `${field} in the database`).toBe(false);
    expect(told, field).not.toContain(text);
    expect(doors.stall.terminal(), field).not.toContain(text);
  }
});

test('no key and no secret is in an answer, in the database, or in the terminal but for the links it prints', async () => {
  const secrets = [CANARY.view, CANARY.deck, ...Object.values(CANARY.secrets)];
  const answers = await Promise.all([
    doors.stall.ask('state', {}, 'wrong'),
    doors.stall.ask('state', {}, CANARY.view),
    doors.stall.ask('commands', { method: 'POST', body: `{"id":"${CANARY.deck}"}` }),
    doors.stall.ask('commands', { method: 'POST', body: '{"id":"a","type":"nothing"}' }),
    doors.stall.ask(`state?room=${CANARY.view}`),
    doors.stall.ask(`${CANARY.deck}`),
    fetch(`${doors.stall.origin}/${CANARY.deck}`),
    doors.stall.hook('woocommerce', 'x'),
    doors.stall.hook('standard', '{}', { 'webhook-signature': CANARY.secrets.standard }),
  ]);
  for (const answer of answers) {
    const text = (await answer.text()) + JSON.stringify([...answer.headers]);
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
  const stored = doors.stall.stored();
  const log = doors.stall.terminal().replace(/https?:\/\/\S+#\S+/g, 'a link');
  for (const secret of secrets) {
    expect(stored.includes(secret)).toBe(false);
    expect(log).not.toContain(secret);
  }
});
