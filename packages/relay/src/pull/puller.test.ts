import { createMemoryStorage, openLedger, type Ledger } from '@stallcast/ledger';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoff, startPuller, type Puller } from './puller.js';
import type { Shop } from './shop.js';
import { ShopFault } from './shop-fault.js';

const DOWN = new ShopFault('坏了', 'it is down');

let ledger: Ledger;
let puller: Puller;
let lines: string[];
/** How the shop answers, turn by turn. */
let answers: (ShopFault | null)[];
let asked: number[];

beforeEach(async () => {
  vi.useFakeTimers();
  lines = [];
  answers = [];
  asked = [];
  ledger = await openLedger({ stall: 'orchard', storage: createMemoryStorage() });
});
afterEach(async () => {
  await puller.stop();
  vi.useRealTimers();
});

function start(): void {
  const shop: Shop = {
    source: 'woocommerce',
    host: 'shop.example',
    async *orders() {
      asked.push(Date.now());
      const answer = answers.shift() ?? null;
      if (answer) throw answer;
      yield* [];
    },
    stocks: () => Promise.resolve([]),
    close: () => {},
  };
  puller = startPuller({
    shop,
    ledger,
    progress: { reached: () => null, reach: () => {}, knows: () => false, remember: () => {} },
    now: Date.now,
    intervalMs: 15_000,
    log: (line) => void lines.push(line),
    random: () => 0.5,
  });
}

const waits = () => asked.slice(1).map((time, index) => time - asked[index]!);

describe('pulling', () => {
  it('begins at once and goes on at the interval', async () => {
    start();
    await vi.advanceTimersByTimeAsync(46_000);
    expect(waits()).toEqual([15_000, 15_000, 15_000]);
    expect(lines).toEqual([]);
  });

  it('says once that it fails and once that it works again, in both languages', async () => {
    answers = [null, DOWN, DOWN, DOWN];
    start();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(lines).toEqual([
      'woocommerce ← shop.example 取不到订单：坏了 · pulling fails: it is down',
      'woocommerce ← shop.example 又取到订单了 · pulling works again',
    ]);
  });

  it('says it anew when the reason is another', async () => {
    answers = [DOWN, DOWN, new ShopFault('别的', 'something else'), DOWN];
    start();
    await vi.advanceTimersByTimeAsync(400_000);
    expect(lines).toHaveLength(4);
  });

  it('waits longer each time, up to a minute', async () => {
    answers = Array.from({ length: 5 }, () => DOWN);
    start();
    await vi.advanceTimersByTimeAsync(260_000);
    expect(waits().slice(0, 4)).toEqual([15_500, 30_500, 60_500, 60_500]);
    expect(backoff(15_000, 1_000)).toBe(60_000);
    expect(backoff(120_000, 1)).toBe(120_000);
  });

  it('waits as long as the shop says', async () => {
    answers = [new ShopFault('慢', 'slow down', 240_000)];
    start();
    await vi.advanceTimersByTimeAsync(239_000);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(asked).toHaveLength(2);
  });

  it('asks nobody after it was stopped', async () => {
    start();
    await vi.advanceTimersByTimeAsync(1_000);
    await puller.stop();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(asked).toHaveLength(1);
  });
});

describe('how pulling goes', () => {
  it('is told: the last time it worked, and what fails since when', async () => {
    vi.setSystemTime('2026-07-01T11:00:00Z');
    answers = [null, DOWN, DOWN];
    start();
    const shop = { source: 'woocommerce', shop: 'shop.example', everyMs: 15_000 };
    expect(puller.state()).toEqual({ ...shop, lastOkAt: null, fault: null });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(puller.state()).toMatchObject({ lastOkAt: '2026-07-01T11:00:00.000Z', fault: null });
    await vi.advanceTimersByTimeAsync(34_000);
    expect(puller.state()).toMatchObject({
      lastOkAt: '2026-07-01T11:00:00.000Z',
      fault: { since: '2026-07-01T11:00:15.000Z', message: { en: 'it is down', 'zh-CN': '坏了' } },
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(puller.state().fault).toBeNull();
  });
});
