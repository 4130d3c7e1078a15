import { createExampleLog, createFakeRelay, createRecorder, type FakeRelay } from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventsLines } from './events-line.js';
import { relayAdapter } from './relay-adapter.js';
import { socketLines } from './socket-line.js';

/*
 * Outages in virtual time. The hours that 500 of them take pass in seconds; what is measured is the adapter's own waiting.
 */
const OUTAGES = 500;
const CLIENTS = 1_000;
const LONGEST_WAIT_MS = 5_000;

/** A chance that is the same in every run (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const linesOf = (relay: FakeRelay) => ({ socket: socketLines(relay.WebSocket), events: eventsLines(relay.fetch) });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('after an outage', () => {
  it(`of 0.1 s to 10 min, however the relay was gone, ${OUTAGES} of ${OUTAGES} times the truth is back`, async () => {
    const chance = chanceOf(20_260_701);
    const log = createExampleLog();
    const relay = createFakeRelay(log);
    const recorder = createRecorder();
    const adapter = relayAdapter({
      url: 'https://relay.example',
      stall: 'peaches',
      random: chance,
      lines: linesOf(relay),
    });
    const stop = adapter.start(recorder.sink);
    await pass(0);

    const ways: readonly FakeRelay['mode'][] = ['down', 'down', 'hold', 'refuse', 'lose'];
    const waits: number[] = [];
    for (let outage = 0; outage < OUTAGES; outage += 1) {
      relay.mode = ways[outage % ways.length] ?? 'down';
      relay.cut();
      // Long ones are rare, as they are.
      await pass(100 * 6_000 ** (chance() ** 2));
      log.append();
      relay.mode = 'serve';
      // A relay that is back knows no connection of before.
      relay.cut();
      let waited = 0;
      for (; recorder.position?.offset !== log.position.offset && waited < 60_000; waited += 50) await pass(50);
      waits.push(waited);
      await pass(10_000);
    }
    stop();

    const sorted = [...waits].sort((one, other) => one - other);
    const [middle, worst] = [sorted[OUTAGES / 2] ?? Infinity, sorted[Math.ceil(OUTAGES * 0.99)] ?? Infinity];
    console.log(
      `back after ${middle} ms in the middle, ${worst} ms at the 99th of a hundred, ${Math.max(...waits)} ms at most`,
    );
    expect(Math.max(...waits)).toBeLessThanOrEqual(LONGEST_WAIT_MS + 1_000);
    expect(middle).toBeLessThanOrEqual(2_000);
    expect(recorder.violations).toEqual([]);
  }, 120_000);

  it(`${CLIENTS} pages do not come back at one moment`, async () => {
    const chance = chanceOf(7);
    const relay = createFakeRelay(createExampleLog());
    const stops = Array.from({ length: CLIENTS }, () =>
      relayAdapter({
        url: 'https://relay.example',
        stall: 'peaches',
        transport: 'socket',
        random: chance,
        lines: linesOf(relay),
      }).start(createRecorder().sink),
    );
    await pass(0);
    expect(relay.connections).toBe(CLIENTS);
    relay.mode = 'down';
    relay.cut();
    await pass(12_000);
    relay.mode = 'serve';
    const perSlot: number[] = [];
    for (let before = 0; before < CLIENTS && perSlot.length < 100; before = relay.connections) {
      await pass(250);
      perSlot.push(relay.connections - before);
    }
    for (const stop of stops) stop();

    expect(perSlot.length * 250).toBeLessThanOrEqual(LONGEST_WAIT_MS + 250);
    const mean = CLIENTS / perSlot.length;
    console.log(`the peak of coming back is ${(Math.max(...perSlot) / mean).toFixed(2)} times its mean`);
    expect(Math.max(...perSlot)).toBeLessThanOrEqual(3 * mean);
  }, 120_000);
});
