import type { Stock } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleStall } from '../../internal/sample-stall.js';
import { STATES_AT } from '../../internal/widget-state.js';
import { presaleWords } from '../../words/index.js';
import { derivePresaleView } from './presale.model.js';
import { presaleStock, WORKSHOP } from './presale.states.js';

const NOW = Date.parse(STATES_AT);

function view(capacity: Partial<typeof WORKSHOP> = {}, changes: Partial<Stock> = {}, language = 'zh-CN') {
  const { products, stocks } = sampleStall('cabbage', { stock: presaleStock(capacity, changes) });
  return derivePresaleView({
    product: products[0],
    stock: stocks[0],
    now: NOW,
    timeZone: 'Asia/Shanghai',
    words: presaleWords(language),
  });
}

describe('derivePresaleView', () => {
  it('S4 promises a day from what waits and what is made a day', () => {
    expect(view()).toMatchObject({
      by: { day: '4', month: '7月' },
      taken: 0.5,
      queued: '已订 300 份',
      capacity: '日产 120 份',
    });
    expect(view({}, {}, 'en')).toMatchObject({
      queued: '300 in line',
      capacity: '120 made a day',
      by: { month: 'July' },
    });
  });

  it('S4 moves with the capacity', () => {
    expect(view({ perDay: 60, promisedBy: '2026-07-07T15:59:59.999Z' })).toMatchObject({ by: { day: '7' }, taken: 0 });
  });

  it.each([
    ['what is no presale', {}, { policy: 'deny' }],
    ['a sale that is held', {}, { hold: 'paused' }],
    ['a day that is over', { promisedBy: STATES_AT }, {}],
    ['a day that is none', { promisedBy: 'soon' }, {}],
    ['a workshop that makes nothing', { perDay: 0 }, {}],
    ['a queue that is no count', { queue: -3 }, {}],
  ] as const)('promises nothing of %s', (_what, capacity, stock) => {
    expect(view(capacity, stock)).toBeNull();
  });

  it('holds through the day where only the day is told', () => {
    expect(view({ promisedBy: '2026-07-01' })?.endsAt).toBeGreaterThan(NOW);
  });

  it('keeps what is taken of the day within it', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 100_000 }), (queue, perDay) => {
        const taken = view({ queue, perDay })?.taken ?? -1;
        expect(taken).toBeGreaterThanOrEqual(0);
        expect(taken).toBeLessThan(1);
        expect(Math.round(taken * perDay)).toBe(queue % perDay);
      }),
    );
  });
});
