import type { Offer } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countdown, deriveCountdownView, spanOfOffer, spanUntil } from './countdown.model.js';

const STARTS_AT = Date.parse('2026-07-01T11:40:00.000Z');
const ENDS_AT = STARTS_AT + 300_000;
const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 }) as const;
const flash = { price: cny(3490), startsAt: '2026-07-01T11:40:00.000Z', endsAt: '2026-07-01T11:45:00.000Z' };
const OFFER: Offer = { id: 'o', productId: 'peach', price: cny(3990), flash };
const SPAN = spanOfOffer(OFFER);

describe('spanOfOffer', () => {
  it('is the time of the flash sale', () => {
    expect(SPAN).toMatchObject({ startsAt: STARTS_AT, endsAt: ENDS_AT });
  });

  it.each([
    ['there is no offer', null],
    ['there is no flash sale', { ...OFFER, flash: undefined }],
    ['the price is kept back', { ...OFFER, price: null }],
    ['its times are none', { ...OFFER, flash: { ...flash, endsAt: 'soon' } }],
    ['it ends before it begins', { ...OFFER, flash: { ...flash, endsAt: flash.startsAt } }],
  ])('is nothing where %s', (_, offer) => {
    expect(spanOfOffer(offer as Offer | null)).toBeNull();
  });
});

describe('deriveCountdownView', () => {
  it.each([
    [STARTS_AT - 90_000, 'before', '01:30', STARTS_AT - 89_000],
    [STARTS_AT, 'running', '05:00', STARTS_AT + 1000],
    [STARTS_AT + 400, 'running', '05:00', STARTS_AT + 1000],
    [ENDS_AT - 10_001, 'running', '00:11', ENDS_AT - 10_000],
    [ENDS_AT - 10_000, 'last-ten', '00:10', ENDS_AT - 9_000],
    [ENDS_AT - 1, 'last-ten', '00:01', ENDS_AT],
    [ENDS_AT, 'over', '', ENDS_AT + 60_000],
  ])('at %i is %s and reads %s', (now, state, figures, nextAt) => {
    expect(deriveCountdownView(SPAN, now)).toEqual({ state, figures, nextAt });
  });

  it('leaves a minute after the end, but for a deadline of its own', () => {
    expect(deriveCountdownView(SPAN, ENDS_AT + 60_000)).toBeNull();
    expect(deriveCountdownView(spanUntil(ENDS_AT), ENDS_AT + 9e9)).toEqual({
      state: 'over',
      figures: '',
      nextAt: null,
    });
  });

  it('is over when the stock is gone, and counts nothing while it is paused', () => {
    expect(deriveCountdownView(SPAN, STARTS_AT, 'sold-out')).toEqual({
      state: 'stock-gone',
      figures: '',
      nextAt: ENDS_AT,
    });
    expect(deriveCountdownView(SPAN, STARTS_AT, 'paused')).toBeNull();
  });

  it('wakes exactly when its text changes: later than now, and with other figures, whenever it is asked', () => {
    const anyTime = fc.integer({ min: STARTS_AT - 4e8, max: ENDS_AT + 120_000 });
    fc.assert(
      fc.property(anyTime, (now) => {
        const view = deriveCountdownView(SPAN, now);
        if (view?.nextAt == null) return;
        const next = deriveCountdownView(SPAN, view.nextAt);
        const justBefore = deriveCountdownView(SPAN, view.nextAt - 1);
        expect(view.nextAt).toBeGreaterThan(now);
        expect(justBefore).toEqual(view);
        expect(next).not.toEqual(view);
      }),
    );
  });

  it('is never over early, and never counts at the deadline or later', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400_000, max: 400_000 }), (off) => {
        const state = deriveCountdownView(spanUntil(ENDS_AT), ENDS_AT + off)?.state;
        expect(state === 'over').toBe(off >= 0);
      }),
    );
  });
});

describe('countdown', () => {
  it.each([
    [277_000, '04:37'],
    [276_001, '04:37'],
    [9_000, '00:09'],
    [1, '00:01'],
    [0, '00:00'],
    [-5, '00:00'],
    [3_600_000, '1:00:00'],
    [90_061_000, '25:01:01'],
  ])('writes %i ms as %s', (ms, text) => {
    expect(countdown(ms)).toBe(text);
  });
});
