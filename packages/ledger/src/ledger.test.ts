import { createFold, type StallState } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { setUpExampleStall } from './example-stall.js';
import { createMemoryStorage, openLedger } from './index.js';

describe('openLedger', () => {
  it('begins an empty storage with a session and a room', async () => {
    const ledger = await openLedger({ stall: 'peaches', storage: createMemoryStorage() });
    expect(ledger.position).toMatchObject({ offset: 1 });
    expect(ledger.snapshot().state).toMatchObject({ session: { id: 'session-1', goals: [] }, rooms: [{ id: 'main' }] });
  });

  it('sets up the example stall, once', async () => {
    const storage = createMemoryStorage();
    const ledger = await openLedger({ stall: 'orchard', storage, synthetic: true });
    const fold = createFold();
    fold.snapshot(ledger.snapshot());
    ledger.subscribe((change) => fold.change(change));
    await setUpExampleStall(ledger);
    const { position } = ledger;
    await setUpExampleStall(ledger);
    expect(ledger.position).toEqual(position);
    expect({ ...fold.state(), alerts: fold.all('alert') }).toEqual(ledger.snapshot().state);
    const again = await openLedger({ stall: 'orchard', storage, synthetic: true });
    expect(sorted(again.snapshot().state)).toEqual(sorted(ledger.snapshot().state));
  });
});

/** The order of stocks says nothing. */
function sorted(state: StallState): StallState {
  return { ...state, stocks: [...state.stocks].sort((a, b) => (a.productId < b.productId ? -1 : 1)) };
}
