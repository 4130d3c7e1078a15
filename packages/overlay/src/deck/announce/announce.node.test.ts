import { lintClaims } from '@stallcast/protocol/claims';
import { describe, expect, it } from 'vitest';
import { enShow } from '../words/en-show.js';
import { zhCnShow } from '../words/zh-cn-show.js';
import { findSaid } from './find-said.js';
import { MAX_PHRASES, MAX_TEXT, withPhrase } from './kept-phrases.js';

const NOW = Date.parse('2026-07-01T12:00:00.000Z');
const line = (text: string, until?: string) => ({ text, at: '2026-07-01T11:00:00.000Z', ...(until && { until }) });

describe('findSaid', () => {
  it('finds the room’s own line before the stall’s, and tells where it was said', () => {
    const announced = { north: line('北屋'), stall: line('全场') };
    expect(findSaid('audience', { room: 'north', announced, alerts: [], now: NOW })).toEqual({
      text: '北屋',
      room: 'north',
    });
    expect(findSaid('audience', { room: 'south', announced, alerts: [], now: NOW })).toEqual({ text: '全场' });
    expect(findSaid('audience', { room: undefined, announced, alerts: [], now: NOW })).toEqual({ text: '全场' });
  });

  it('forgets a line whose time is over', () => {
    const announced = { stall: line('过了', '2026-07-01T12:00:00.000Z') };
    expect(findSaid('audience', { room: undefined, announced, alerts: [], now: NOW })).toBeNull();
  });

  it('finds what the host was told among the alerts', () => {
    const alert = { id: 'message:stall', at: '2026-07-01T11:00:00.000Z', code: 'message' as const, subject: 'stall' };
    const alerts = [{ ...alert, detail: { text: '喝口水' } }];
    expect(findSaid('host', { room: 'north', announced: {}, alerts, now: NOW })).toEqual({ text: '喝口水' });
  });
});

describe('phrases', () => {
  it('of a new browser claim nothing', () => {
    for (const { announce } of [zhCnShow, enShow])
      for (const phrase of announce.firstPhrases.audience) expect(lintClaims(phrase, 'any')).toEqual([]);
  });

  it('are kept once, the newest first, and no more than fit', () => {
    expect(withPhrase(['a', 'b'], ' b ')).toEqual(['b', 'a']);
    expect(withPhrase(['a'], '  ')).toEqual(['a']);
    const many = Array.from({ length: MAX_PHRASES }, (_, n) => String(n));
    expect(withPhrase(many, 'new')).toHaveLength(MAX_PHRASES);
    expect(withPhrase([], '桃'.repeat(400))[0]).toHaveLength(MAX_TEXT);
  });
});
