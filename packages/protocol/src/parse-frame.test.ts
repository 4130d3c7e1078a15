import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrame } from './parse-frame.js';

const head = { v: 1, stall: 'peaches', epoch: '01J0000000000000000000000A', at: '2026-07-01T11:00:00.000Z' };
const stock = {
  productId: 'peach',
  stockFrom: 'ledger',
  onHand: 3,
  reserved: 0,
  sold: 0,
  sellable: 3,
  oversold: 0,
  quotas: [],
  hold: 'none',
  basis: 'exact',
  policy: 'deny',
  observedAt: head.at,
  ttlMs: null,
};
const put = { kind: 'stock', id: 'peach', version: 42, value: stock };
const change = (puts: unknown) => ({ ...head, type: 'change', prev: 41, offset: 42, puts });
const read = (frame: unknown) => parseFrame(JSON.stringify(frame));

describe('parseFrame', () => {
  it('reads a ping, a change and a batch of them', () => {
    const ping = { ...head, type: 'ping', prev: 42, offset: 42 };
    expect(read({ v: 1, type: 'batch', frames: [change([put]), ping] })).toEqual({
      frames: [change([put]), ping],
      faults: [],
    });
  });

  it('leaves types, kinds and fields of the future alone', () => {
    expect(read({ ...head, type: 'tidings', offset: 1 })).toEqual({ frames: [], faults: [] });
    expect(read(change([{ kind: 'coupon', id: 'x', version: 42, value: 1 }, put])).frames).toEqual([change([put])]);
    expect(read(change([{ ...put, value: { ...stock, colour: 'red' } }])).faults).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a fraction', { sellable: 2.5 }],
    ['a negative count', { sellable: -1 }],
    ['a number beyond 2^53', { sellable: 2 ** 53 }],
    ['text for a number', { sellable: '3' }],
    ['an unknown hold', { hold: 'maybe' }],
    ['no basis', { basis: undefined }],
    ['a bad time', { observedAt: 'soon' }],
    ['an id that is not the key', { productId: 'melon' }],
  ])('refuses a change whose put has %s, whole', (_, fields) => {
    const { frames, faults } = read(change([{ ...put, value: { ...stock, ...(fields as object) } }]));
    expect(frames).toEqual([]);
    expect(faults).toHaveLength(1);
  });

  it('keeps the good of a snapshot', () => {
    const state = {
      session: 7,
      rooms: [{ id: 'main', title: '', commerce: true, panic: false }, { id: 4 }],
      stocks: [stock],
      featured: { stall: ['peach'], rooms: { main: [1] } },
    };
    const { frames, faults } = read({ ...head, type: 'snapshot', offset: 42, state });
    expect(frames[0]).toMatchObject({
      state: {
        session: null,
        rooms: [{ id: 'main' }],
        stocks: [stock],
        products: [],
        featured: { stall: ['peach'], rooms: {} },
      },
    });
    expect(faults).toEqual(['Left 1 unreadable of 2 rooms out of a snapshot.']);
  });

  it.each([
    '',
    '<html>',
    '[]',
    'null',
    '{}',
    '{"v":2,"type":"ping"}',
    '{"v":1,"type":"ping"}',
    '{"v":1,"type":"batch","frames":[{"v":1,"type":"batch","frames":[]}]}',
  ])('tells a fault for %j', (message) => {
    const { frames } = parseFrame(message);
    expect(frames).toEqual([]);
  });

  it('never throws and pollutes nothing', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.anything(), (json, extra) => {
        parseFrame(json);
        parseFrame(JSON.stringify({ ...change([extra]), __proto__: null }) ?? '');
        parseFrame(
          `{"v":1,"type":"snapshot","stall":"s","epoch":"A","offset":1,"at":"2026-07-01T11:00:00Z","state":{"__proto__":{"polluted":1},"totals":{"rooms":{"__proto__":{"polluted":1}}},"rooms":${json}}}`,
        );
        expect(({} as { polluted?: number }).polluted).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});
