import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftTimes } from './shift-times.js';

const NOW = Date.parse('2026-11-22T03:00:00.700Z');

describe('shiftTimes', () => {
  it.each([
    ['a zone of its own', '{"updated_at":"2026-07-01T19:30:02+08:00"}', '{"updated_at":"2026-11-22T11:00:00+08:00"}'],
    ['UTC', '{ "timestamp" : "2026-07-01T11:00:00.123Z" }', '{ "timestamp" : "2026-11-22T03:00:00.123Z" }'],
    ['no zone', '["2026-07-01 11:00:00"]', '["2026-11-22 03:00:00"]'],
  ])('makes the newest time now, written with %s as before', (_, before, after) => {
    expect(shiftTimes(before, NOW)).toBe(after);
  });

  it('moves all by one amount, reckoned from a time whose zone is sure', () => {
    const order = {
      date_created: '2026-07-01T19:20:00',
      date_created_gmt: '2026-07-01T11:20:00',
      date_paid_gmt: '2026-07-01T11:20:05',
    };
    expect(JSON.parse(shiftTimes(JSON.stringify(order), NOW))).toEqual({
      date_created: '2026-11-22T10:59:55',
      date_created_gmt: '2026-11-22T02:59:55',
      date_paid_gmt: '2026-11-22T03:00:00',
    });
  });

  it('leaves everything else as it is, to the byte', () => {
    const before =
      '{\n  "id": 271878346596884015, "at":"2026-07-01T11:00:00Z",  "day":"2026-07-01", "no":"2026-99-01T11:00:00Z" }';
    expect(shiftTimes(before, NOW)).toBe(before.replace('2026-07-01T11', '2026-11-22T03'));
  });

  it.each([
    ['a time ahead', '{"endsAt":"2026-12-01T00:00:00Z","at":"2026-07-01T00:00:00Z"}'],
    ['no time at all', '{"id":1}'],
    ['a sentence about a time', '{"note":"after 2026-07-01T00:00:00Z"}'],
  ])('leaves a text with %s alone', (_, json) => {
    expect(shiftTimes(json, NOW)).toBe(json);
  });

  it('keeps every distance, and brings the newest within a second of now', () => {
    const instant = fc.integer({ min: 0, max: Math.floor(NOW / 1000) });
    fc.assert(
      fc.property(fc.array(instant, { minLength: 1, maxLength: 8 }), (seconds) => {
        const before = seconds.map((second) => new Date(second * 1000).toISOString());
        const after = (JSON.parse(shiftTimes(JSON.stringify(before), NOW)) as string[]).map((text) => Date.parse(text));
        const by = after[0]! - seconds[0]! * 1000;
        expect(after).toEqual(seconds.map((second) => second * 1000 + by));
        expect(NOW - Math.max(...after)).toBeGreaterThanOrEqual(0);
        expect(NOW - Math.max(...after)).toBeLessThan(1000);
      }),
    );
  });

  it('never throws and never breaks a JSON text', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(shiftTimes(json, NOW)).toBe(json);
      }),
    );
  });
});
