import { createRoomStore } from '@stallcast/store';
import { createFakeAdapter, exampleOrder, exampleRoom, exampleState, put } from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import './define.js';

/** What asked for sound, and the waves that were started. */
const made = { contexts: 0, waves: 0 };

class SilentContext {
  state = 'running';
  currentTime = 0;
  destination = {};
  constructor() {
    made.contexts += 1;
  }
  resume = () => Promise.resolve();
}
class SilentNode {
  gain = { exponentialRampToValueAtTime() {} };
  connect = (to: unknown) => to;
  start = () => (made.waves += 1);
  stop() {}
}

async function setup(sound: string | null) {
  const fake = createFakeAdapter();
  fake.snapshot(exampleState());
  const room = document.createElement('stall-room');
  room.store = createRoomStore(fake.adapter);
  const ticker = document.createElement('stall-order-ticker');
  if (sound !== null) ticker.setAttribute('sound', sound);
  room.append(ticker);
  document.body.append(room);
  await ticker.updateComplete;
  await vi.dynamicImportSettled();
  let seq = 0;
  const order = (changes: Parameters<typeof exampleOrder>[0] = {}) => {
    seq += 1;
    fake.change([put('order', exampleOrder({ seq, occurredAt: new Date().toISOString(), ...changes }))]);
  };
  return { fake, room, ticker, order, rings: () => made.waves / 3 };
}

describe('the bell of <stall-order-ticker>', () => {
  let time = 0;
  const pass = (ms: number) => (time += ms);

  beforeEach(() => {
    Object.assign(made, { waves: 0 });
    vi.stubGlobal('AudioContext', SilentContext);
    vi.stubGlobal('OscillatorNode', SilentNode);
    vi.stubGlobal('GainNode', SilentNode);
    vi.spyOn(performance, 'now').mockImplementation(() => time);
    pass(10_000);
  });
  afterEach(() => {
    document.body.replaceChildren();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  // The first of this file: the context is made once a page.
  it('touches no sound without the attribute, however much is sold', async () => {
    const { order } = await setup(null);
    for (let i = 0; i < 20; i++) order();
    pass(5_000);
    order();
    expect(made).toEqual({ contexts: 0, waves: 0 });
  });

  it('asks for sound at the first order, not before', async () => {
    const { order, rings } = await setup('');
    expect(made.contexts).toBe(0);
    order();
    expect(made.contexts).toBe(1);
    expect(rings()).toBe(1);
  });

  it('rings once in 1.2 s at most', async () => {
    const { order, rings } = await setup('');
    for (let i = 0; i < 120; i++) {
      order();
      pass(100);
    }
    expect(rings()).toBe(10);
  });

  it.each([
    ['a demonstration', { synthetic: true as const }],
    ['an order that is not paid', { status: 'placed' as const }],
    ['an order of another room', { room: 'north' }],
  ])('does not ring for %s', async (_, changes) => {
    const { order, rings } = await setup('');
    order(changes);
    expect(rings()).toBe(0);
  });

  it('rings for a demonstration where it is asked to', async () => {
    const { order, rings } = await setup('demo');
    order({ synthetic: true });
    expect(rings()).toBe(1);
  });

  it('does not ring on a hidden page, off the air, where nothing is sold, or once it is switched off', async () => {
    const { fake, ticker, order, rings } = await setup('');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    order();
    hidden.mockRestore();
    fake.change([put('room', exampleRoom({ panic: true }))]);
    order();
    fake.change([put('room', exampleRoom({ commerce: false }))]);
    order();
    fake.change([put('room', exampleRoom())]);
    ticker.sound = null;
    order();
    expect(rings()).toBe(0);
  });

  it('does not ring for what a snapshot brings, nor after it left the document', async () => {
    const { fake, room, order, rings } = await setup('');
    fake.snapshot(exampleState({ orders: [exampleOrder({ seq: 90 })] }));
    room.remove();
    order();
    expect(rings()).toBe(0);
  });

  it('hangs one bell, however often it is switched', async () => {
    const { ticker, order, rings } = await setup('');
    for (const sound of [null, '', null, '']) {
      ticker.sound = sound;
      await ticker.updateComplete;
    }
    await vi.dynamicImportSettled();
    order();
    expect(rings()).toBe(1);
  });
});
