import 'fake-indexeddb/auto';
import type { Ledger } from '@stallcast/ledger';
import { openConnection } from '@stallcast/protocol';
import { createRecorder, describeAdapter, exampleOffer, exampleProduct } from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { localAdapter } from './local-adapter.js';
import { openLocalLedger } from './local-ledger.js';
import { registerLocal } from './register-local.js';

let count = 0;
/** A stall of its own for each test: databases outlive them. */
const newStall = () => `stall-${(count += 1)}`;
const commandIds = () => `command-${(count += 1)}`;
const arrival = (check: () => void) => vi.waitFor(check, { timeout: 2_000, interval: 5 });
const deleteStall = (stall: string) =>
  new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(`stallcast:${stall}`);
    deleting.onsuccess = resolve;
    deleting.onerror = reject;
  });

async function sell(ledger: Ledger): Promise<void> {
  const id = commandIds();
  const order = { orderId: id, lines: [{ productId: 'peach', qty: 1 }], status: 'paid' };
  expect(await ledger.command({ id, type: 'record-order', order })).toMatchObject({ ok: true });
}

async function openStall(stall: string): Promise<Ledger> {
  const ledger = await openLocalLedger(stall);
  await ledger.command({ id: commandIds(), type: 'put-product', product: exampleProduct() });
  await ledger.command({ id: commandIds(), type: 'put-offer', offer: exampleOffer() });
  return ledger;
}

const ledgers: Ledger[] = [];
afterEach(async () => {
  await Promise.all(ledgers.splice(0).map((ledger) => ledger.close()));
  vi.unstubAllGlobals();
});

describeAdapter('localAdapter', () => {
  const stall = newStall();
  let ledger: Ledger | null = null;
  return {
    adapter: localAdapter(stall),
    truth: () => ledger?.position ?? { epoch: '', offset: 0 },
    async open() {
      ledger = await openStall(stall);
      ledgers.push(ledger);
    },
    append: async () => void (ledger && (await sell(ledger))),
    async startOver() {
      await ledger?.close();
      await deleteStall(stall);
      ledger = await openStall(stall);
      ledgers.push(ledger);
    },
    settle: () => new Promise((resolve) => setTimeout(resolve, 60)),
  };
});

describe('localAdapter', () => {
  it('says where to open the deck while there is nothing, once, and writes nothing itself', async () => {
    const stall = newStall();
    const recorder = createRecorder();
    const stop = localAdapter(stall).start(recorder.sink);
    await arrival(() => expect(recorder.faults.map(({ code }) => code)).toEqual(['not-found']));
    stop();

    const ledger = await openLocalLedger(stall, { synthetic: true });
    ledgers.push(ledger);
    expect([ledger.position.offset, ledger.snapshot().state.session?.synthetic]).toEqual([1, true]);
  });

  it('shows what is there also when no deck is open', async () => {
    const stall = newStall();
    const ledger = await openStall(stall);
    const position = ledger.position;
    await ledger.close();
    const recorder = createRecorder();
    const stop = localAdapter(stall).start(recorder.sink);
    await arrival(() => expect(recorder.position).toEqual(position));
    stop();
  });

  it('leaves alerts to operators', async () => {
    const stall = newStall();
    const ledger = await openStall(stall);
    ledgers.push(ledger);
    const unlisted = async () => {
      const orderId = commandIds();
      const order = { orderId, lines: [{ productId: null, qty: 1 }], status: 'paid' };
      await ledger.command({ id: orderId, type: 'record-order', order });
    };
    await unlisted();
    const [air, deck] = [createRecorder(), createRecorder()];
    const stops = [
      localAdapter(stall).start(air.sink),
      localAdapter(stall, { operator: true, ledger }).start(deck.sink),
    ];
    await arrival(() => expect([air.position, deck.position]).toEqual([ledger.position, ledger.position]));
    expect([air.state.alerts, deck.state.alerts?.length]).toEqual([undefined, 1]);
    await unlisted();
    await arrival(() => expect([air.position, deck.position]).toEqual([ledger.position, ledger.position]));
    expect([air.state.alerts, deck.state.alerts?.length]).toEqual([undefined, 2]);
    expect([
      air.state.orders.map(({ lines }) => lines.length),
      deck.state.orders.map(({ lines }) => lines.length),
    ]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    for (const stop of stops) stop();
    expect(air.violations).toEqual([]);
  });

  it('with the page’s own ledger tells a change before anything else happens', async () => {
    const stall = newStall();
    const ledger = await openStall(stall);
    ledgers.push(ledger);
    const recorder = createRecorder();
    const stop = localAdapter(stall, { ledger }).start(recorder.sink);
    await arrival(() => expect(recorder.position).not.toBeNull());
    await sell(ledger);
    expect(recorder.position).toEqual(ledger.position);
    stop();
    // The page goes on with its ledger.
    await sell(ledger);
    expect(recorder.violations).toEqual([]);
  });

  it('does nothing while the page is hidden, and jumps to the truth when it is shown', async () => {
    const page = Object.assign(new EventTarget(), { hidden: false });
    vi.stubGlobal('document', page);
    const stall = newStall();
    const ledger = await openStall(stall);
    ledgers.push(ledger);
    const recorder = createRecorder();
    const stop = localAdapter(stall).start(recorder.sink);
    await arrival(() => expect(recorder.position).not.toBeNull());
    page.hidden = true;
    const { length } = recorder.deliveries;
    await sell(ledger);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(recorder.deliveries).toHaveLength(length);
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await arrival(() => expect(recorder.position).toEqual(ledger.position));
    stop();
    expect(recorder.violations).toEqual([]);
  });

  describe('without its five seconds', () => {
    /** Lets the database and the channel do their work, while no timer ends by itself. */
    const flush = async () => {
      for (let turn = 0; turn < 300; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('hears of news at once', async () => {
      const ledger = await openStall(newStall());
      ledgers.push(ledger);
      const recorder = createRecorder();
      const stop = localAdapter(ledger.stall).start(recorder.sink);
      await flush();
      await sell(ledger);
      await flush();
      expect(recorder.position).toEqual(ledger.position);
      stop();
    });

    it('finds news when they are over, where there is no channel', async () => {
      vi.stubGlobal('BroadcastChannel', undefined);
      const ledger = await openStall(newStall());
      ledgers.push(ledger);
      const recorder = createRecorder();
      const stop = localAdapter(ledger.stall).start(recorder.sink);
      await flush();
      await sell(ledger);
      await flush();
      expect(recorder.position).not.toEqual(ledger.position);
      vi.advanceTimersByTime(5_000);
      await flush();
      expect(recorder.position).toEqual(ledger.position);
      stop();
    });

    it('does not say again what it said', async () => {
      const recorder = createRecorder();
      const stop = localAdapter(newStall()).start(recorder.sink);
      for (let look = 0; look < 4; look += 1) {
        await flush();
        vi.advanceTimersByTime(5_000);
      }
      expect(recorder.faults.map(({ code }) => code)).toEqual(['not-found']);
      stop();
      await flush();
    });
  });

  it('tells a fault, and heals, when the storage fails', async () => {
    const stall = newStall();
    const recorder = createRecorder();
    vi.stubGlobal('indexedDB', undefined);
    const stop = localAdapter(stall).start(recorder.sink);
    await arrival(() => expect(recorder.faults.map(({ code }) => code)).toEqual(['unreachable']));
    vi.unstubAllGlobals();
    ledgers.push(await openStall(stall));
    await arrival(() => expect(recorder.position).not.toBeNull());
    stop();
  });
});

describe('registerLocal', () => {
  it('opens a connection string', () => {
    registerLocal();
    expect(openConnection('local:peaches?room=north').name).toBe('local peaches');
    expect(() => openConnection('local:')).toThrow('such as "local:peaches"');
  });
});
