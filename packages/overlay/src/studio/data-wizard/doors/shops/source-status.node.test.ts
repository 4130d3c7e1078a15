import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOutOfReach } from './out-of-reach.js';
import { deriveStatus, parseSources, type ToldSource } from './source-status.js';

const AT = '2026-07-01T11:01:00Z';
const at = (second: number) => `2026-07-01T11:00:${String(second).padStart(2, '0')}Z`;
const said = (second: number) => ({ at: at(second), code: 'x', message: { en: 'No.', 'zh-CN': '不行。' } });
const told = (fields: Partial<ToldSource>): ToldSource => ({
  source: 'shopify',
  isSecretSet: true,
  taken: 0,
  lastTakenAt: null,
  lastPingAt: null,
  refused: 0,
  lastRefusal: null,
  unlisted: 0,
  ...fields,
});

describe('how a shop’s door is doing', () => {
  it.each([
    [{ isSecretSet: false, lastRefusal: said(5) }, 'no-secret'],
    [{}, 'waiting'],
    [{ lastPingAt: at(3) }, 'pinged'],
    [{ lastPingAt: at(3), lastRefusal: said(5) }, 'refused'],
    [{ lastPingAt: at(6), lastRefusal: said(5) }, 'pinged'],
    [{ taken: 1, lastTakenAt: at(6), lastRefusal: said(5) }, 'received'],
    [{ taken: 1, lastTakenAt: at(4), lastRefusal: said(5) }, 'refused'],
  ])('is its latest: %j', (fields, kind) => {
    expect(deriveStatus(told(fields), AT).kind).toBe(kind);
  });

  it('counts from the relay’s clock', () => {
    expect(deriveStatus(told({ taken: 4, lastTakenAt: at(48), unlisted: 2 }), AT)).toEqual({
      kind: 'received',
      seconds: 12,
      taken: 4,
      unlisted: 2,
    });
  });

  it('is read from what a relay says, and from nothing else', () => {
    const whole = { at: AT, sources: [told({ lastRefusal: said(1) })], pulls: [] };
    expect(parseSources(whole)).toEqual(whole);
    expect(parseSources({ ...whole, sources: [{ ...told({}), lastRefusal: {} }, 7] })?.sources).toEqual([]);
    const pull = { source: 'shopify', shop: 's', everyMs: 1, lastOkAt: null, fault: null };
    expect(parseSources({ ...whole, pulls: [pull, { ...pull, fault: 'x' }, 7] })?.pulls).toEqual([pull]);
    fc.assert(fc.property(fc.anything(), (body) => void parseSources(body)));
  });
});

describe('an address', () => {
  it.each([
    ['http://127.0.0.1:7788', true],
    ['http://localhost:7788', true],
    ['http://192.168.1.20:7788', true],
    ['http://172.20.0.1', true],
    ['http://172.40.0.1', false],
    ['http://[::1]:7788', true],
    ['http://[fd00::1]:7788', true],
    ['http://stall.local:7788', true],
    ['https://stall.example', false],
    ['https://localhost.example', false],
  ])('%s is out of a shop’s reach: %s', (origin, isOut) => {
    expect(isOutOfReach(origin)).toBe(isOut);
  });
});
