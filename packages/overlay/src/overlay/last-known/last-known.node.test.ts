import type { Alert } from '@stallcast/protocol';
import { exampleOrder, exampleState } from '@stallcast/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetOldStates, openLastKnown } from './last-known.js';

const SRC = 'relay:http://127.0.0.1:7788/stalls/orchard#VIEW-KEY';
const NOW = Date.parse('2026-07-01T11:00:00.000Z');
const HOUR_MS = 3_600_000;

const alert: Alert = {
  id: 'a1',
  code: 'late-order',
  subject: 'peach',
  at: '2026-07-01T11:00:00.000Z',
  detail: { orderId: 'order-canary' },
};
const state = exampleState({ orders: [exampleOrder({ seq: 4, buyer: { mask: '王**' } })], alerts: [alert] });
const snapshot = {
  stall: 'orchard',
  epoch: '01J0000000000000000000000A',
  offset: 4,
  at: '2026-07-01T11:00:00.000Z',
  state,
};

/** The browser's storage, as text by name. */
let kept: Record<string, string>;
beforeEach(() => {
  kept = {};
  // The methods stand on a prototype, as the browser's do: `Object.keys` tells what is kept.
  const methods = {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, text: string) => void (kept[name] = text),
    removeItem: (name: string) => void delete kept[name],
  };
  vi.stubGlobal(
    'localStorage',
    new Proxy(
      {},
      {
        get: (_, name: keyof typeof methods) => methods[name],
        ownKeys: () => Object.keys(kept),
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    ),
  );
});
afterEach(() => void vi.unstubAllGlobals());

const open = (src = SRC, room = '', now = NOW) => openLastKnown(src, room, () => now);

describe('the last known state of a connection', () => {
  it('is read as it was written, without buyers, alerts and keys', () => {
    open().write({ snapshot, heardAt: NOW });
    const { alerts: _, ...rest } = state;
    expect(open().read()).toEqual({
      heardAt: NOW,
      snapshot: { v: 1, type: 'snapshot', ...snapshot, state: { ...rest, orders: [] } },
    });
    expect(JSON.stringify(kept)).not.toMatch(/VIEW-KEY|王|canary/);
  });

  it('is another’s for another key, stall or room', () => {
    open().write({ snapshot, heardAt: NOW });
    for (const other of [
      open(SRC.replace('VIEW', 'OTHER')),
      open(SRC.replace('orchard', 'peaches')),
      open(SRC, 'north'),
    ])
      expect(other.read()).toBeNull();
  });

  it('is kept for an evening', () => {
    open().write({ snapshot, heardAt: NOW });
    expect(open(SRC, '', NOW + 5.9 * HOUR_MS).read()).not.toBeNull();
    expect(open(SRC, '', NOW + 6 * HOUR_MS).read()).toBeNull();
    forgetOldStates(NOW + 5.9 * HOUR_MS);
    expect(Object.keys(kept)).toHaveLength(1);
    kept['stallcast.deck-key.orchard'] = 'KEY';
    forgetOldStates(NOW + 6 * HOUR_MS);
    expect(Object.keys(kept)).toEqual(['stallcast.deck-key.orchard']);
  });

  it('is none of a clock that was ahead', () => {
    open().write({ snapshot, heardAt: NOW + 365 * 24 * HOUR_MS });
    expect(open().read()).toBeNull();
    forgetOldStates(NOW);
    expect(kept).toEqual({});
  });

  it('is not kept where it is too much for a storage that others share', () => {
    const [product] = exampleState().products;
    const products = Array.from({ length: 3_000 }, () => ({ ...product!, title: '桃'.repeat(200) }));
    open().write({ snapshot: { ...snapshot, state: { ...state, products } }, heardAt: NOW });
    expect(kept).toEqual({});
  });

  it('is forgotten when told, and none where nothing was known', () => {
    open().write({ snapshot, heardAt: NOW });
    open().write(null);
    expect(open().read()).not.toBeNull();
    open().forget();
    expect(open().read()).toBeNull();
  });

  it('is none, and harms nobody, whatever text stands in its place', () => {
    open().write({ snapshot, heardAt: NOW });
    const [name = ''] = Object.keys(kept);
    const whole = kept[name] ?? '';
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.nat(whole.length - 1).map((end) => whole.slice(0, end)),
        ),
        (text) => {
          kept[name] = text;
          expect(open().read()).toBeNull();
        },
      ),
    );
  });
});
