import { describe, expect, it } from 'vitest';
import type { AuditEntry } from './audit-entry.js';
import { openLedger } from './ledger.js';
import { openStall, orderEvent, product, START, yuan, type TestStall } from './stall.fixture.js';

async function auditOf({ ledger }: TestStall, from = 0): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for await (const entry of ledger.auditLog()) entries.push(entry);
  return entries.slice(from);
}

describe('the audit log', () => {
  it('tells every command and event with its id, time, position and outcome', async () => {
    const stall = await openStall();
    const { accept, ledger, wait } = stall;
    const from = (await auditOf(stall)).length;
    await ledger.command({ id: 'c1', type: 'pause', productId: 'peach', by: 'li' });
    wait(5_000);
    await accept(orderEvent('1'));
    await ledger.command({ id: 'c2', type: 'pause', productId: 'no-such' });

    const { epoch, offset } = ledger.position;
    const [command, event, refused] = await auditOf(stall, from);
    expect(command).toEqual({
      at: new Date(START).toISOString(),
      kind: 'command',
      id: 'c1',
      type: 'pause',
      by: 'li',
      outcome: 'accepted',
      position: { epoch, offset: offset - 1 },
      fields: { productId: 'peach' },
    });
    expect(event).toMatchObject({
      at: new Date(START + 5_000).toISOString(),
      kind: 'event',
      id: orderEvent('1').eventId,
      type: 'order',
      source: 'shop',
      outcome: 'accepted',
      position: { epoch, offset },
      fields: { orderId: '1', status: 'paid', buyer: { mask: '王**' } },
    });
    expect(refused).toMatchObject({
      id: 'c2',
      outcome: 'refused',
      refusal: { status: 404, code: 'unknown-product' },
      position: { epoch, offset },
    });
  });

  it('tells a repeated one once', async () => {
    const stall = await openStall();
    const from = (await auditOf(stall)).length;
    for (let i = 0; i < 3; i++) await stall.accept(orderEvent('1'));
    for (let i = 0; i < 3; i++) await stall.ledger.command({ id: 'c', type: 'pause', productId: 'peach' });
    expect((await auditOf(stall, from)).map(({ id }) => id)).toEqual([orderEvent('1').eventId, 'c']);
  });

  it('holds no buyer’s name, and no picture whole', async () => {
    const stall = await openStall();
    await stall.do('record-order', {
      order: { orderId: '7', status: 'paid', lines: [], total: yuan(100), buyer: { name: '欧阳娜娜' } },
    });
    const url = `data:image/png;base64,${'A'.repeat(50_000)}`;
    await stall.do('put-product', { product: product('plum', { media: [{ kind: 'image', url }] }) });
    const text = JSON.stringify(await auditOf(stall));
    expect(text).not.toContain('娜');
    expect(text).toContain('欧');
    expect(text.length).toBeLessThan(10_000);
  });

  it('is long, and comes in order', async () => {
    const stall = await openStall();
    for (let i = 0; i < 1_203; i++) void stall.ledger.command({ id: `a${i}`, type: 'announce', text: `${i}` });
    await stall.ledger.command({ id: 'last', type: 'pause', productId: 'peach' });
    const entries = await auditOf(stall);
    expect(entries.slice(-1_204).map(({ id }) => id)).toEqual([
      ...Array.from({ length: 1_203 }, (_, i) => `a${i}`),
      'last',
    ]);
  });
});

describe('a log that begins a new life', () => {
  it('goes on from where it was, under a later epoch, and knows what was seen', async () => {
    const { accept, ledger, storage, open, state } = await openStall();
    await accept(orderEvent('1'));
    const before = { ...ledger.position };
    const whole = state();
    await ledger.close();

    const again = await openLedger({
      stall: 'peaches',
      storage,
      now: () => START + 1,
      newLife: { after: before.epoch },
    });
    expect(again.position.epoch > before.epoch).toBe(true);
    expect(again.position.offset).toBe(before.offset + 1);
    expect(again.snapshot().state).toEqual(whole);
    expect(await again.changesAfter(before)).toBeNull();
    expect(await again.changesAfter({ ...before, offset: 3 })).toBeNull();
    expect(await again.accept([orderEvent('1')])).toMatchObject({ ok: true, repeated: true, position: before });
    await again.close();
    expect((await open()).position).toEqual(again.position);
  });

  it('sorts after every epoch that readers know, also where the clock went back', async () => {
    const { ledger, storage } = await openStall();
    await ledger.close();
    const after = '7ZZZZZZZZY0000000000000000';
    const again = await openLedger({ stall: 'peaches', storage, now: () => 1_000, newLife: { after } });
    expect(again.position.epoch > after).toBe(true);
  });
});
