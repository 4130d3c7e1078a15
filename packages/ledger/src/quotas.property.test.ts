import { stockInRoom } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStall, orderEvent, product } from './stall.fixture.js';
import { shareOut } from './stock-record.js';

const room = fc.constantFrom('main', 'north', 'south');
const step = fc.oneof(
  fc.record({ allocate: room, quantity: fc.integer({ min: 0, max: 30 }) }),
  fc.record({
    order: fc.nat(9),
    room,
    qty: fc.integer({ min: 1, max: 12 }),
    status: fc.constantFrom('placed' as const, 'paid' as const, 'cancelled' as const, 'refunded' as const),
  }),
  fc.record({ onHand: fc.integer({ min: 0, max: 40 }) }),
  fc.record({ from: fc.integer({ min: -3, max: 40 }) }),
);

describe('a pool that rooms share', () => {
  it.each(['ledger', 'shop'])('is conserved whatever happens, with the stock of the %s', async (stockFrom) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { accept, do: run, send, stock } = await openStall();
        await run('put-room', { room: { id: 'south', title: 'South', commerce: true } });
        await run('put-product', { product: product('peach', { stockFrom }) });
        await send('set-stock', { productId: 'peach', onHand: 40 });
        for (const [i, one] of steps.entries()) {
          if ('allocate' in one)
            await send('allocate', { productId: 'peach', room: one.allocate, quantity: one.quantity });
          else if ('onHand' in one) await send('set-stock', { productId: 'peach', onHand: one.onHand });
          else if ('from' in one) {
            await accept({
              type: 'stock',
              eventId: `s${i}`,
              source: 'shop',
              sourceVersion: i,
              ref: { id: 'shop-peach' },
              available: one.from,
              basis: 'exact',
              observedAt: '2026-07-01T11:00:00Z',
              ttlMs: 1_000,
            });
          } else {
            const { order, qty, status } = one;
            const lines = [{ ref: { id: 'shop-peach' }, qty }];
            await accept(orderEvent(`${order}`, { sourceVersion: i, room: one.room, lines, status }));
          }

          const now = stock();
          if (!now || now.sellable === null) continue;
          const quotas = now.quotas.reduce((sum, quota) => sum + quota.sellable, 0);
          expect(quotas).toBeLessThanOrEqual(now.sellable);
          for (const { sellable, quantity } of now.quotas) expect(sellable).toBeLessThanOrEqual(quantity);
          // What the rooms without a quota share is the rest, to the piece.
          const sharing = ['main', 'north', 'south'].filter((id) => now.quotas.every((quota) => quota.room !== id));
          for (const id of sharing) expect(stockInRoom(now, id)?.sellable).toBe(now.sellable - quotas);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is shared out whole, and to nobody more than asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 6 }),
        fc.nat(2_000_000),
        (asked, available) => {
          const shares = shareOut(asked, available);
          const sum = asked.reduce((a, b) => a + b, 0);
          expect(shares.reduce((a, b) => a + b, 0)).toBe(Math.min(sum, available));
          shares.forEach((share, i) => expect(share).toBeLessThanOrEqual(asked[i]!));
        },
      ),
    );
  });

  it('gets a late cancellation back where it was sold', async () => {
    const { accept, do: run, stock } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 20 });
    await run('allocate', { productId: 'peach', room: 'main', quantity: 5 });
    await run('allocate', { productId: 'peach', room: 'north', quantity: 5 });
    const sold = (room: string, id: string, version: number, status: 'paid' | 'cancelled') =>
      accept(orderEvent(id, { sourceVersion: version, room, status, eventId: `${id}${version}` }));
    for (let i = 0; i < 5; i++) await sold('main', `m${i}`, 1, 'paid');
    for (let i = 0; i < 2; i++) await sold('north', `n${i}`, 1, 'paid');
    const left = () => stock()?.quotas.map(({ room: of, sellable }) => [of, sellable]);
    expect(left()).toEqual([
      ['main', 0],
      ['north', 3],
    ]);
    await sold('main', 'm3', 2, 'cancelled');
    expect(left()).toEqual([
      ['main', 1],
      ['north', 3],
    ]);
    expect(stock()?.sellable).toBe(14);
  });
});
