import { createMemoryStorage, openLedger } from '@stallcast/ledger';
import { describe, expect, it } from 'vitest';
import { en } from '../words/en.js';
import { zhCn } from '../words/zh-cn.js';
import { alertText } from './alert-text.js';

/** A stall that has three jars, and an order for five. */
async function oversoldStall() {
  const ledger = await openLedger({ stall: 'x', storage: createMemoryStorage(), currency: 'CNY' });
  const product = {
    id: 'jar',
    kind: 'goods' as const,
    title: '辣白菜',
    media: [],
    promises: [],
    sources: [{ source: 'shop', id: '7' }],
    stockFrom: 'ledger',
  };
  await ledger.command({ id: 'c1', type: 'put-product', product });
  await ledger.command({ id: 'c2', type: 'set-stock', productId: 'jar', onHand: 3 });
  await ledger.accept([
    {
      type: 'order',
      eventId: 'e1',
      source: 'shop',
      sourceVersion: 1,
      orderId: '1',
      status: 'paid',
      lines: [{ ref: { id: '7' }, qty: 5 }],
      buyer: { mask: '王**' },
      occurredAt: new Date().toISOString(),
    },
  ]);
  const [alert] = ledger.snapshot().state.alerts ?? [];
  if (!alert) throw new Error('Expected an alert of the ledger.');
  return alert;
}

describe('alertText', () => {
  it('tells by how many a product is oversold, as the ledger raised it', async () => {
    const alert = await oversoldStall();
    expect(alertText(alert, zhCn, () => '辣白菜')).toContain('辣白菜 超卖 2');
    expect(alertText(alert, en, () => 'Spicy cabbage')).toContain('Spicy cabbage is oversold by 2');
  });
});
