import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Money } from './money.js';
import type { Offer } from './offer.js';
import { deriveOfferView } from './offer-view.js';

const NOW = Date.parse('2026-07-01T12:00:00.000Z');
const yuan = (minor: number): Money => ({ minor, currency: 'CNY', exponent: 2 });
const offer = (price: number, compare?: number, flash?: number): Offer => ({
  id: 'peach',
  productId: 'peach',
  price: yuan(price),
  ...(compare !== undefined && { compareAt: { price: yuan(compare), basis: 'list' } }),
  ...(flash !== undefined && {
    flash: { price: yuan(flash), startsAt: '2026-07-01T11:59:00.000Z', endsAt: '2026-07-01T12:01:00.000Z' },
  }),
});
const comparedWith = (one: Offer) => {
  const { compareAt } = deriveOfferView(one, NOW);
  return compareAt ? `${compareAt.basis} ${compareAt.price.minor}` : null;
};

describe('what a price is compared with', () => {
  it.each([
    ['a price above', offer(3_990, 4_990), 'list 4990'],
    ['no price that is the same', offer(3_990, 3_990), null],
    ['no price below: it was raised past that', offer(5_990, 4_990), null],
    ['in a flash sale the usual price', offer(3_990, undefined, 2_990), 'usual 3990'],
    ['in a flash sale its own above that', offer(3_990, 4_990, 2_990), 'list 4990'],
    ['in a flash sale the usual price where its own is not above', offer(3_990, 2_000, 2_990), 'usual 3990'],
    ['in a sale that is dearer nothing', offer(3_990, undefined, 4_990), null],
  ])('is %s', (_, one, compared) => {
    expect(comparedWith(one)).toBe(compared);
  });

  it('is nothing in another currency’s units', () => {
    const yen = { price: { minor: 9_999, currency: 'JPY', exponent: 0 }, basis: 'list' } as const;
    expect(comparedWith({ ...offer(3_990), compareAt: yen })).toBeNull();
  });

  it('is above the price that holds, whatever was written', () => {
    const minor = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(minor, fc.option(minor), fc.option(minor), (price, compare, flash) => {
        const view = deriveOfferView(offer(price, compare ?? undefined, flash ?? undefined), NOW);
        expect(view.price?.minor).toBe(flash ?? price);
        if (view.compareAt) expect(view.compareAt.price.minor).toBeGreaterThan(view.price!.minor);
      }),
    );
  });
});
