import type { Ledger } from '@stallcast/ledger';
import { createRecorder, describeAdapter, exampleOffer, exampleProduct, type AdapterHarness } from '@stallcast/testing';
import { describe, expect, it, vi } from 'vitest';
import { localAdapter } from './local-adapter.js';
import { openLocalLedger } from './local-ledger.js';

let count = 0;
const id = () => `${performance.timeOrigin}-${(count += 1)}`;

async function openStall(stall: string): Promise<Ledger> {
  const ledger = await openLocalLedger(stall);
  await ledger.command({ id: id(), type: 'put-product', product: exampleProduct() });
  await ledger.command({ id: id(), type: 'put-offer', offer: exampleOffer() });
  return ledger;
}

async function sell(ledger: Ledger): Promise<void> {
  const orderId = id();
  const order = { orderId, lines: [{ productId: 'peach', qty: 1 }], status: 'paid' };
  expect(await ledger.command({ id: orderId, type: 'record-order', order })).toMatchObject({ ok: true });
}

function createHarness(): AdapterHarness {
  const stall = `stall-${id()}`;
  let ledger: Ledger | null = null;
  return {
    adapter: localAdapter(stall),
    truth: () => ledger?.position ?? { epoch: '', offset: 0 },
    async open() {
      ledger = await openStall(stall);
    },
    append: async () => void (ledger && (await sell(ledger))),
    settle: () => new Promise((resolve) => setTimeout(resolve, 60)),
    async release() {
      await ledger?.close();
      indexedDB.deleteDatabase(`stallcast:${stall}`);
    },
  };
}

describeAdapter('localAdapter in a browser', createHarness);

describe('localAdapter in a browser', () => {
  it('hears of another page’s news at once, without its five seconds', async () => {
    const stall = `stall-${id()}`;
    const ledger = await openStall(stall);
    const recorder = createRecorder();
    const stop = localAdapter(stall).start(recorder.sink);
    await vi.waitFor(() => expect(recorder.position).toEqual(ledger.position));
    const before = performance.now();
    await sell(ledger);
    await vi.waitFor(() => expect(recorder.position).toEqual(ledger.position), { interval: 5 });
    expect(performance.now() - before).toBeLessThan(2_000);
    stop();
    await ledger.close();
    indexedDB.deleteDatabase(`stallcast:${stall}`);
  });
});
