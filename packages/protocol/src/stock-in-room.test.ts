import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stockInRoom } from './stock-in-room.js';
import type { Stock } from './stock.js';

const stock = (fields: Partial<Stock>): Stock => ({
  productId: 'cabbage',
  stockFrom: 'ledger',
  onHand: 100,
  reserved: 0,
  sold: 0,
  sellable: 100,
  oversold: 0,
  quotas: [],
  hold: 'none',
  basis: 'exact',
  policy: 'deny',
  observedAt: '2026-07-01T11:00:00Z',
  ttlMs: null,
  ...fields,
});

describe('a stock in one room', () => {
  const quotas = [{ room: 'north', quantity: 40, sellable: 30 }];

  it('is the quota of a room that has one', () => {
    expect(stockInRoom(stock({ quotas }), 'north')).toMatchObject({ sellable: 30, onHand: 40 });
    expect(stockInRoom(stock({ quotas, sellable: 4 }), 'north')?.sellable).toBe(4);
    expect(stockInRoom(stock({ quotas, sellable: null }), 'north')?.sellable).toBe(30);
  });

  it('is what the quotas leave, for the rooms that share the rest', () => {
    expect(stockInRoom(stock({ quotas }), 'main')).toMatchObject({ sellable: 70, onHand: 70 });
    expect(stockInRoom(stock({ quotas, sellable: 10 }), 'main')?.sellable).toBe(0);
    expect(stockInRoom(stock({ quotas, sellable: null, onHand: null }), 'main')).toMatchObject({
      sellable: null,
      onHand: null,
    });
  });

  it('is the whole where there are no quotas, and for the whole stall', () => {
    const whole = stock({});
    expect(stockInRoom(whole, 'main')).toBe(whole);
    expect(stockInRoom(stock({ quotas }), undefined)?.sellable).toBe(100);
    expect(stockInRoom(undefined, 'main')).toBeNull();
  });

  it('never offers more, over all rooms, than there is', () => {
    const parts = fc.array(fc.nat(50), { maxLength: 4 });
    fc.assert(
      fc.property(parts, fc.nat(300), (left, more) => {
        const sellable = left.reduce((sum, part) => sum + part, 0) + more;
        const divided = stock({
          sellable,
          quotas: left.map((part, i) => ({ room: `r${i}`, quantity: part + i, sellable: part })),
        });
        const rooms = [...left.map((_, i) => `r${i}`), 'rest'];
        const offered = rooms.reduce((sum, room) => sum + (stockInRoom(divided, room)?.sellable ?? 0), 0);
        expect(offered).toBe(sellable);
      }),
    );
  });
});
