import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATES_AT } from '../../internal/widget-state.js';
import { ticketsWords } from '../../words/index.js';
import { deriveTicketsView, type TicketsSource } from './tickets.model.js';
import { THREE, ticketId, ticketStall, type SampleDay } from './tickets.states.js';

const NOW = Date.parse(STATES_AT);

function view(days: readonly SampleDay[], changes: Partial<TicketsSource> = {}) {
  const { products, stocks } = ticketStall(days);
  return deriveTicketsView({
    products,
    stocks,
    room: 'main',
    productIds: [],
    heading: '',
    most: 5,
    now: NOW,
    timeZone: 'Asia/Shanghai',
    words: ticketsWords('zh-CN'),
    ...changes,
  });
}

const told = (days: readonly SampleDay[], changes: Partial<TicketsSource> = {}) =>
  view(days, changes)?.days.map(({ day, figures, word, state }) => `${day.full} ${figures}${word} ${state}`);

describe('deriveTicketsView', () => {
  it('S9 shows the slots of each day', () => {
    expect(told(THREE)).toEqual(['7月4日 3位可约 low', '7月5日 12位可约 open', '7月11日 20位可约 open']);
    expect(told(THREE, { words: ticketsWords('en') })).toEqual([
      '4 July 3left low',
      '5 July 12left open',
      '11 July 20left open',
    ]);
  });

  it('S9 is full with the last slot, and open again with a refund', () => {
    expect(told([{ day: '2026-07-04', left: 0 }])).toEqual(['7月4日 约满 full']);
    expect(view([{ day: '2026-07-04', left: 0 }])?.isAllFull).toBe(true);
    expect(told([{ day: '2026-07-04', left: 1 }])).toEqual(['7月4日 1位可约 low']);
  });

  it.each([
    [{ basis: 'boolean', sellable: null }, '可约 open'],
    [{ basis: 'threshold', sellable: null }, '紧张 low'],
    [{ basis: 'at-least' }, '8+位可约 open'],
    [{ hold: 'paused' }, '暂停 paused'],
    [{ hold: 'sold-out' }, '约满 full'],
    [{ sellable: null }, '正在读取 unknown'],
    [{ sellable: 0, sold: 22, oversold: 2 }, '约满 full'],
  ] as const)('says only what the figure rests on: %o', (stock, word) => {
    expect(told([{ day: '2026-07-04', left: 8, stock }])).toEqual([`7月4日 ${word}`]);
  });

  it('sells a room its own quota', () => {
    const stock = { quotas: [{ room: 'main', quantity: 5, sellable: 2 }] };
    expect(told([{ day: '2026-07-04', left: 8, stock }])).toEqual(['7月4日 2位可约 low']);
    expect(told([{ day: '2026-07-04', left: 8, stock }], { room: 'north' })).toEqual(['7月4日 6位可约 open']);
  });

  it('shows the tickets that are named', () => {
    expect(told(THREE, { productIds: [ticketId('2026-07-05')] })).toEqual(['7月5日 12位可约 open']);
  });

  it('takes a day off when it is over by the session’s calendar', () => {
    const today: SampleDay = { day: '2026-07-01', left: 4 };
    const { nextAt = 0 } = view([today, ...THREE]) ?? {};
    expect(nextAt).toBe(Date.parse('2026-07-01T16:00:00.000Z'));
    expect(told([today, ...THREE], { now: nextAt - 1 })).toHaveLength(4);
    expect(told([today, ...THREE], { now: nextAt })).toHaveLength(3);
  });

  it('tells how old a shop’s figure is, and when it grows old', () => {
    const stock = { observedAt: '2026-07-01T11:40:00.000Z', ttlMs: 180_000 };
    const fresh = view([{ day: '2026-07-04', left: 3, stock }]);
    expect(fresh).toMatchObject({ oldForMs: 0, nextAt: Date.parse('2026-07-01T11:43:00.001Z') });
    expect(view([{ day: '2026-07-04', left: 3, stock }], { now: fresh?.nextAt ?? 0 })?.oldForMs).toBe(180_001);
  });

  it('shows nothing where no ticket has a day', () => {
    expect(view([])).toBeNull();
  });

  it('shows the nearest days in their order, and counts the rest', () => {
    const day = fc.integer({ min: 1, max: 31 }).map((n) => `2026-07-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1 }), fc.integer({ min: 1, max: 6 }), (isos, most) => {
        const shown = view(
          isos.map((iso) => ({ day: iso, left: 5 })),
          { most },
        );
        const sorted = [...isos].sort();
        expect(shown?.days.map(({ iso }) => iso)).toEqual(sorted.slice(0, most));
        expect(shown?.more).toBe(isos.length > most ? `还有 ${isos.length - most} 天可看` : '');
      }),
    );
  });
});
