import { describe, expect, it } from 'vitest';
import { wordsFor } from '../words/index.js';
import { dayEnd, dayOf, leafDay } from './calendar-day.js';

const zh = wordsFor('zh-CN');
const en = wordsFor('en');
const NOW = Date.parse('2026-07-01T11:42:00.000Z');

describe('leafDay', () => {
  it('reads a day as a calendar leaf shows it', () => {
    expect(leafDay('2026-07-04', zh, 'Asia/Shanghai', NOW)).toEqual({
      day: '4',
      month: '7月',
      weekday: '周六',
      full: '7月4日',
    });
    expect(leafDay('2026-07-04', en, 'America/Lima', NOW)).toEqual({
      day: '4',
      month: 'July',
      weekday: 'Sat',
      full: '4 July',
    });
  });

  it('reads a moment by the session’s calendar', () => {
    expect(leafDay('2026-07-03T15:59:59.999Z', zh, 'Asia/Shanghai', NOW)?.full).toBe('7月3日');
    expect(leafDay('2026-07-03T16:00:00.000Z', zh, 'Asia/Shanghai', NOW)?.full).toBe('7月4日');
  });

  it('tells the year of another year', () => {
    expect(leafDay('2025-12-31', zh, 'Asia/Shanghai', NOW)?.full).toBe('2025年12月31日');
    expect(leafDay('2025-12-31', en, 'Asia/Shanghai', NOW)?.full).toBe('31 Dec 2025');
  });

  it('is null for what is no date', () => {
    expect(leafDay('soon', zh, undefined, NOW)).toBeNull();
  });
});

describe('dayOf and dayEnd', () => {
  it.each(['Asia/Shanghai', 'UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Nowhere/At_All'])('agree in %s', (zone) => {
    const end = dayEnd(NOW, zone);
    expect(end).toBeGreaterThan(NOW);
    expect(end - NOW).toBeLessThanOrEqual(86_400_000);
    expect(dayOf(end - 1, zone)).toBe(dayOf(NOW, zone));
    expect(dayOf(end, zone)).not.toBe(dayOf(NOW, zone));
  });
});
