import { createFold, parseFrame } from '@stallcast/protocol';
import { exampleOffer, exampleProduct } from '@stallcast/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiffer } from './differ.js';
import { createEpoch } from './epoch.js';
import { readStock, type StallReading } from './stall-reading.js';

const IDS = ['peach', 'pepper', '__proto__', 'stall', '西瓜 5斤'];

const reading: fc.Arbitrary<StallReading> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...IDS),
      price: fc.option(fc.nat(3)),
      sellable: fc.option(fc.nat(2)),
      hasStock: fc.boolean(),
    }),
    { selector: ({ id }) => id },
  )
  .chain((rows) => fc.subarray(rows.map(({ id }) => id)).map((featured) => ({ rows, featured })))
  .map(({ rows, featured }) => ({
    currency: 'CNY',
    products: rows.map(({ id }) => exampleProduct({ id })),
    offers: rows.map(({ id, price }) =>
      exampleOffer({
        id,
        productId: id,
        price: price === null ? null : { minor: price, currency: 'CNY', exponent: 2 },
      }),
    ),
    stocks: rows.flatMap(({ id, hasStock, sellable }) =>
      hasStock ? readStock(id, 'table', { sellable, basis: 'manual' }) : [],
    ),
    featured: featured.slice(0, 3),
  }));

const byId = <T extends { id?: string; productId?: string }>(values: readonly T[]) =>
  [...values].sort((a, b) => ((a.id ?? a.productId ?? '') < (b.id ?? b.productId ?? '') ? -1 : 1));

describe('a differ', () => {
  it('makes of readings a log that folds to the last of them', () => {
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 6 }), (readings) => {
        const differ = createDiffer({ stall: 'stall', epoch: createEpoch(), room: 'main' });
        const fold = createFold();
        readings.forEach((one, index) => {
          const difference = differ.take(one, index * 1_000, index * 1_000 + 5);
          if (difference.type === 'snapshot') fold.snapshot(difference.snapshot);
          if (difference.type === 'change') expect(fold.change(difference.change)).toBeInstanceOf(Array);
          const frame =
            difference.type === 'snapshot'
              ? { v: 1, type: 'snapshot', ...difference.snapshot }
              : difference.type === 'change' && { v: 1, type: 'change', ...difference.change };
          // What a page's own check lets through from a relay holds for what is made here.
          if (frame) expect(parseFrame(JSON.stringify(frame))).toMatchObject({ faults: [], frames: [{}] });

          const state = fold.state();
          expect(byId(state.products)).toEqual(byId(one.products));
          expect(byId(state.offers)).toEqual(byId(one.offers));
          expect(byId(state.stocks.map(({ observedAt: _, ...stock }) => stock))).toEqual(byId(one.stocks));
          expect(state.featured.stall ?? []).toEqual(one.featured);
        });
      }),
    );
  });

  it('says nothing when a reading says nothing new, and counts what does', () => {
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 6 }), (readings) => {
        const differ = createDiffer({ stall: 'stall', epoch: 'E', room: 'main' });
        let offset = 0;
        for (const one of readings) {
          const first = differ.take(one, 0, 0);
          if (first.type === 'change') {
            expect(first.change).toMatchObject({ prev: offset, offset: offset + 1 });
            expect(first.change.puts.every(({ version }) => version === offset + 1)).toBe(true);
          }
          if (first.type !== 'none') offset += 1;
          expect(differ.take(one, 9_000, 9_000)).toEqual({ type: 'none' });
        }
      }),
    );
  });

  it('keeps the time of observation while the figures stay, and is new when they change', () => {
    const differ = createDiffer({ stall: 'stall', epoch: 'E', room: 'main' });
    const at = (sellable: number): StallReading => ({
      currency: 'CNY',
      products: [exampleProduct()],
      offers: [],
      stocks: [readStock('peach', 'table', { sellable, basis: 'manual' })],
      featured: [],
    });
    differ.take(at(3), 1_000, 1_000);
    const difference = differ.take(at(2), 61_000, 62_000);
    expect(difference).toMatchObject({
      change: {
        at: '1970-01-01T00:01:02.000Z',
        puts: [{ kind: 'stock', value: { sellable: 2, observedAt: '1970-01-01T00:01:01.000Z' } }],
      },
    });
  });
});

describe('an epoch', () => {
  it('is a ULID, and later ones sort behind', () => {
    expect(createEpoch(1_469_918_176_385)).toMatch(/^01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}$/);
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 1e9 }), (now, later) => {
        expect(createEpoch(now + later) > createEpoch(now)).toBe(true);
      }),
    );
  });
});
