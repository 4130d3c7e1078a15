import type { Product } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardWords } from '../../words/index.js';
import { derivePromisesView, type PromisesSource } from './promises.model.js';

const SHANGHAI = 8 * 3_600_000;
/** A time of the 1st of July by Shanghai's clock. */
const at = (time: string): number => Date.parse(`2026-07-01T${time}Z`) - SHANGHAI;
const cutOff = (text: string): Product['promises'] => [{ kind: 'ship-within', hours: 48, cutOff: text }];

const derive = (changes: Partial<PromisesSource> = {}) =>
  derivePromisesView({
    promises: cutOff('16:00'),
    now: at('12:00:00.000'),
    words: cardWords('zh-CN'),
    timeZone: 'Asia/Shanghai',
    withPresale: true,
    ...changes,
  });

describe('derivePromisesView', () => {
  it('tells what is promised, in the order of the data', () => {
    const promises: Product['promises'] = [
      { kind: 'ship-within', hours: 48 },
      { kind: 'bad-fruit', windowHours: 24, ratioBps: 10_000 },
      { kind: 'return', days: 7 },
      { kind: 'presale-ship', by: '2026-07-03' },
    ];
    expect(derive({ promises })).toEqual({
      state: 'plain',
      promises: ['48小时发货', '坏果包赔', '7天退换', '7月3日前发货'],
      cutOff: -1,
      nextAt: null,
    });
    expect(derive({ promises, withPresale: false })?.promises).toHaveLength(3);
    expect(derive({ promises, words: cardWords('en') })?.promises).toEqual([
      'Ships in 48 h',
      'Bad fruit refunded',
      '7-day returns',
      'Ships by 3 July',
    ]);
  });

  it('shows nothing where nothing is promised, and does not guess at what it does not know', () => {
    expect(derive({ promises: [] })).toBeNull();
    expect(derive({ promises: [{ kind: 'free-gift' }] as unknown as Product['promises'] })).toBeNull();
  });

  it.each([
    ['15:29:59.000', 'cut-off-today', ['48小时发货', '16:00前拍，今天发'], '15:30:00.000'],
    ['15:30:00.000', 'cut-off-near', ['30分钟内拍，今天发', '48小时发货'], '15:31:00.000'],
    ['15:59:30.500', 'cut-off-near', ['1分钟内拍，今天发', '48小时发货'], '16:00:00.000'],
    ['16:00:00.000', 'cut-off-past', ['48小时发货', '现在拍，明天发'], '24:00:00.000'],
    ['23:59:59.999', 'cut-off-past', ['48小时发货', '现在拍，明天发'], '24:00:00.000'],
    ['00:00:00.000', 'cut-off-today', ['48小时发货', '16:00前拍，今天发'], '15:30:00.000'],
  ])('at %s is %s', (time, state, promises, next) => {
    const nextAt = next.startsWith('24') ? at('23:59:59.999') + 1 : at(next);
    expect(derive({ now: at(time) })).toMatchObject({ state, promises, nextAt });
  });

  it('reads the cut-off by the session’s clock, not the page’s', () => {
    // 15:45 in Shanghai is 09:45 in Berlin.
    expect(derive({ now: at('15:45:00.000') })?.state).toBe('cut-off-near');
    expect(derive({ now: at('15:45:00.000'), timeZone: 'Europe/Berlin' })?.state).toBe('cut-off-today');
    expect(derive({ timeZone: 'Nowhere/At-All' })?.state).toMatch(/^cut-off-/);
  });

  it.each(['4 pm', '25:00', '16:60', '', '下午四点', '16:00:00'])('does not tell the cut-off %j', (text) => {
    expect(derive({ promises: cutOff(text) })).toMatchObject({ state: 'plain', promises: ['48小时发货'] });
  });

  it('wakes exactly when it changes, at any time of any day', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const anyTime = fc.integer({ min: at('00:00:00.000'), max: at('00:00:00.000') + 30 * 86_400_000 });
    const zone = fc.constantFrom('Asia/Shanghai', 'Asia/Kolkata', 'UTC', 'Asia/Kathmandu');
    fc.assert(
      fc.property(minute, anyTime, zone, (cut, now, timeZone) => {
        const text = `${Math.floor(cut / 60)}:${String(cut % 60).padStart(2, '0')}`;
        const view = derive({ promises: cutOff(text), now, timeZone });
        const nextAt = view?.nextAt ?? NaN;
        expect(nextAt).toBeGreaterThan(now);
        const same = derive({ promises: cutOff(text), now: nextAt - 1, timeZone });
        expect(same).toEqual(view);
      }),
    );
  });
});
