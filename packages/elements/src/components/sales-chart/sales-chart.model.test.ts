import type { Freshness } from '@stallcast/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATES_AT } from '../../internal/widget-state.js';
import { chartWords } from '../../words/index.js';
import { crateFor, deriveChartView, MOST_CRATES, type ChartSource } from './sales-chart.model.js';
import { ticksOf } from './sales-chart.axis.js';
import { chartStall } from './sales-chart.states.js';

const NOW = Date.parse(STATES_AT);
const LIVE: Freshness = { level: 'live', ageMs: 0, heardAt: NOW };
const MINUTE = 60_000;

function view(stall: ReturnType<typeof chartStall>, source: Partial<ChartSource> = {}, language = 'zh-CN') {
  return deriveChartView({
    totals: stall.totals.stall,
    session: stall.session,
    freshness: LIVE,
    metric: 'orders',
    places: 24,
    now: NOW,
    words: chartWords(language),
    ...source,
  });
}

describe('deriveChartView', () => {
  it('tells nothing without totals, and without their course', () => {
    const stall = chartStall([1]);
    expect(view(stall, { totals: null })).toBeNull();
    const { timeline: _, ...without } = stall.totals.stall!;
    expect(view(stall, { totals: without })).toBeNull();
  });

  it('stacks a crate for so many orders, and tells the totals in figures', () => {
    expect(view(chartStall([10, 25, 40]))).toMatchObject({
      figure: '75',
      unit: '单',
      other: '¥2,992',
      crate: '一筐 = 5 单',
      stacks: [{ crates: 2 }, { crates: 5 }, { crates: 8 }],
      lost: '',
      isEmpty: false,
    });
  });

  it('stacks money by its whole units', () => {
    const chart = view(chartStall([10, 40]), { metric: 'net' }, 'en');
    expect(chart).toMatchObject({ figure: '¥1,995', other: '50 orders', crate: 'a crate = ¥200' });
    expect(chart?.stacks[1]?.crates).toBeCloseTo((40 * 39.9) / 200);
  });

  it('takes what was refunded out of its stack, and says so', () => {
    const fallen = view(chartStall([10, 13, 40], { taken: 12 }));
    expect(fallen).toMatchObject({ figure: '63', lost: '退款 −12 单' });
    expect(fallen?.stacks[1]?.text).toBe('13 单');
    expect(view(chartStall([10, 13], { taken: 12 }), { metric: 'net' })?.lost).toBe('退款 −¥478.80');
  });

  it('has an axis and no stack before the first order', () => {
    const empty = view(chartStall([]));
    expect(empty).toMatchObject({ isEmpty: true, figure: '0', slots: 12, stacks: [] });
    expect(empty!.ticks.length).toBeGreaterThan(0);
  });

  it('counts time in which nothing was sold, and adds it as it goes by', () => {
    const stall = chartStall([1, 1]);
    expect(view(stall)?.stacks).toHaveLength(2);
    const { nextAt } = view(stall)!;
    expect(view(stall, { now: nextAt! })?.stacks).toHaveLength(3);
    expect(view(stall, { now: nextAt! - 2 })?.stacks).toHaveLength(2);
  });

  it('shows no time of which nothing is known as one in which nothing was sold', () => {
    const stall = chartStall([1, 1]);
    const offline: Freshness = { level: 'offline', ageMs: 60 * MINUTE, heardAt: NOW };
    const later = view(stall, { now: NOW + 60 * MINUTE, freshness: offline });
    expect(later?.stacks).toHaveLength(2);
    expect(later?.nextAt).toBeNull();
  });

  it('ends with the session', () => {
    const stall = chartStall([1, 1], { session: { endsAt: STATES_AT } });
    const after = view(stall, { now: NOW + 300 * MINUTE });
    expect(after?.stacks).toHaveLength(2);
    expect(after?.nextAt).toBeNull();
  });

  it('says in one sentence and in a table what it shows', () => {
    const chart = view(chartStall([10, 25], { session: { tz: 'Asia/Shanghai' } }));
    expect(chart?.summary).toBe('19:27–19:42，共 35 单，净额 ¥1,396.50。');
    expect(chart?.stacks.map(({ span, text }) => `${span} ${text}`)).toEqual([
      '19:27–19:37 10 单',
      '19:37–19:47 25 单',
    ]);
  });

  it('names one order as one', () => {
    expect(view(chartStall([1]), {}, 'en')).toMatchObject({ unit: 'order', crate: 'a crate = 1 order' });
  });

  it('adds up to the totals, in as many stacks as there is room for, none too high', () => {
    const course = fc.array(fc.nat(100_000), { maxLength: 24 });
    fc.assert(
      fc.property(course, fc.integer({ min: 1, max: 24 }), fc.nat(3000), (orders, places, minutes) => {
        const stall = chartStall(orders);
        const chart = view(stall, { places, now: NOW + minutes * MINUTE })!;
        expect(chart.stacks.length).toBeLessThanOrEqual(places);
        expect(chart.slots).toBeGreaterThanOrEqual(chart.stacks.length);
        expect(chart.slots).toBeLessThanOrEqual(places);
        const told = chart.stacks.reduce((sum, { text }) => sum + Number(text.replace(/\D/g, '')), 0);
        expect(told).toBe(orders.reduce((sum, value) => sum + value, 0));
        for (const { crates } of chart.stacks) expect(crates).toBeLessThanOrEqual(MOST_CRATES + 1e-9);
      }),
    );
  });

  it('draws a sum below zero as nothing, and tells it in the table', () => {
    const stall = chartStall([3]);
    const totals = { ...stall.totals.stall!, timeline: { ...stall.totals.stall!.timeline!, net: [-5000] } };
    const [stack] = view(stall, { totals, metric: 'net' })!.stacks;
    expect(stack).toMatchObject({ crates: 0, text: '−¥50' });
  });
});

describe('crateFor', () => {
  it('holds 1, 2 or 5 with zeros, the least that keeps every stack low enough', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), (largest) => {
        const crate = crateFor(largest);
        expect(String(crate)).toMatch(/^[125]0*$/);
        expect(largest / crate).toBeLessThanOrEqual(MOST_CRATES);
        if (crate > 1) expect(largest / (crate / 2.5)).toBeGreaterThan(MOST_CRATES);
      }),
    );
  });

  it.each([NaN, Infinity])('ends for %s', (largest) => {
    expect(crateFor(largest)).toBe(1);
  });
});

describe('ticksOf', () => {
  const at = (iso: string) => Date.parse(iso);
  const labels = (from: string, hours: number, zone: string, slots = 24, language = 'zh-CN') =>
    ticksOf(at(from), hours * 60 * MINUTE, slots, chartWords(language), zone).map(({ label }) => label);

  it('marks round times by the clock of the session', () => {
    expect(labels('2026-07-01T11:03:00Z', 3, 'Asia/Shanghai')).toEqual([
      '19:30',
      '20:00',
      '20:30',
      '21:00',
      '21:30',
      '22:00',
    ]);
    expect(labels('2026-07-01T11:03:00Z', 3, 'Asia/Kathmandu', 12)).toEqual(['17:00', '18:00', '19:00']);
  });

  it('names the day that begins at midnight', () => {
    expect(labels('2026-07-01T14:30:00Z', 4, 'Asia/Shanghai', 12)).toEqual(['23:00', '7月2日', '01:00', '02:00']);
    expect(labels('2026-07-01T14:30:00Z', 4, 'Asia/Shanghai', 12, 'en')[1]).toBe('2 July');
  });

  it('goes by UTC where the engine does not know the zone', () => {
    expect(labels('2026-07-01T11:00:00Z', 1, 'Not/AZone', 6).length).toBeGreaterThan(0);
  });

  it('never crowds the axis, however long the session', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Kiritimati');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * 24 * 60 }), zones, fc.constantFrom(12, 24), (minutes, zone, slots) => {
        const ticks = ticksOf(NOW, minutes * MINUTE, slots, chartWords('zh-CN'), zone);
        expect(ticks.length).toBeLessThanOrEqual(slots / 3 + 1);
        for (const { at: place } of ticks) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
