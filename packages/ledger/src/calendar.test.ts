import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dayOf, endOfDay, laterDay, ownTimeZone } from './calendar.js';

describe('a day', () => {
  it('is that of the zone, not of the machine', () => {
    const at = Date.parse('2026-07-01T16:30:00Z');
    expect(dayOf(at, 'Asia/Shanghai')).toBe('2026-07-02');
    expect(dayOf(at, 'UTC')).toBe('2026-07-01');
    expect(dayOf(at, 'America/New_York')).toBe('2026-07-01');
  });

  it('ends by the zone’s clock, also where the clocks change', () => {
    expect(endOfDay('2026-07-04', 'Asia/Shanghai')).toBe('2026-07-04T23:59:59+08:00');
    expect(endOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-08T23:59:59-04:00');
    expect(endOfDay('2026-03-07', 'America/New_York')).toBe('2026-03-07T23:59:59-05:00');
    expect(endOfDay('2026-07-04', 'Asia/Kathmandu')).toBe('2026-07-04T23:59:59+05:45');
  });

  it('is followed by others over the ends of months and years', () => {
    expect(laterDay('2026-12-30', 3)).toBe('2027-01-02');
    expect(laterDay('2028-02-28', 1)).toBe('2028-02-29');
    expect(laterDay('2026-07-01', 1_000_000_000)).toBe('9999-12-31');
  });

  it('has its end on itself', () => {
    const zone = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/St_Johns', 'Pacific/Apia', 'Europe/Berlin');
    const at = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') });
    fc.assert(
      fc.property(at, zone, (moment, timeZone) => {
        const day = dayOf(moment, timeZone);
        const end = Date.parse(endOfDay(day, timeZone));
        expect(dayOf(end, timeZone)).toBe(day);
        expect(dayOf(end + 1_000, timeZone)).toBe(laterDay(day, 1));
      }),
    );
  });
});

describe('the zone of this machine', () => {
  it.each([
    ['Asia/Urumqi', 'Asia/Urumqi'],
    ['Etc/Unknown', 'UTC'],
  ])('told as %s is %s', (told, taken) => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    const asking = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
      this: Intl.DateTimeFormat,
    ) {
      return { ...resolvedOptions.call(this), timeZone: told };
    });
    expect(ownTimeZone()).toBe(taken);
    asking.mockRestore();
  });
});
