import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchDays } from './day-watch.js';
import { createMemoryStorage } from './memory-storage.js';
import { openStall, orderEvent, product, START } from './stall.fixture.js';

const HOUR_MS = 3_600_000;
const jars = product('peach', { presale: { perDay: 120 } });

/** A stall at 19:00 in Wuxi whose ledger is watched. */
async function setup(presale = jars) {
  const stall = await openStall({ now: Date.now });
  await stall.do('put-product', { product: presale });
  const stop = watchDays(stall.ledger);
  await settled();
  return {
    ...stall,
    stop,
    promised: () => stall.stock()?.capacity?.promisedBy.slice(0, 10),
    async pass(ms: number) {
      vi.advanceTimersByTime(ms);
      await settled();
    },
    /** The process stands still meanwhile, as on a laptop that is shut. */
    async sleep(ms: number) {
      vi.setSystemTime(Date.now() + ms);
      vi.advanceTimersByTime(10_000);
      await settled();
    },
  };
}

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('watchDays', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('has a presale promise a day later when the day turns where the session is, in one change', async () => {
    const { promised, pass, changes } = await setup();
    expect(promised()).toBe('2026-07-02');
    await pass(4.9 * HOUR_MS);
    const { length } = changes;
    expect(promised()).toBe('2026-07-02');
    await pass(0.2 * HOUR_MS);
    expect(promised()).toBe('2026-07-03');
    expect(changes.slice(length).map(({ puts }) => puts.map(({ kind, id }) => `${kind} ${id}`))).toEqual([
      ['stock peach'],
    ]);
    await pass(20 * HOUR_MS);
    expect(changes).toHaveLength(length + 1);
  });

  it('makes good the midnights that it slept through, at once and together', async () => {
    const { promised, sleep, changes } = await setup();
    const { length } = changes;
    await sleep(75 * HOUR_MS);
    expect(promised()).toBe('2026-07-05');
    expect(changes).toHaveLength(length + 1);
  });

  it('makes good the midnight at which nothing ran', async () => {
    const storage = createMemoryStorage();
    const before = await openStall({ now: Date.now, storage });
    await before.do('put-product', { product: jars });
    await before.ledger.close();
    vi.setSystemTime(START + 24 * HOUR_MS);
    const { stock, ledger } = await openStall({ now: Date.now, storage });
    watchDays(ledger);
    await settled();
    expect(stock()?.capacity?.promisedBy).toBe('2026-07-03T23:59:59+08:00');
  });

  it('writes once where two watch one stall', async () => {
    const { ledger, pass, changes } = await setup();
    watchDays(ledger);
    const { length } = changes;
    await pass(6 * HOUR_MS);
    expect(changes).toHaveLength(length + 1);
  });

  it('writes nothing while no promise has to move', async () => {
    const { pass, changes, promised } = await setup({ ...jars, presale: { perDay: 120, startsOn: '2026-07-20' } });
    const { length } = changes;
    await pass(48 * HOUR_MS);
    expect([promised(), changes.length]).toEqual(['2026-07-20', length]);
  });

  it('goes by the calendar of the session that is on', async () => {
    const { do: run, promised, pass } = await setup();
    await run('start-session', { session: { tz: 'America/New_York' } });
    await pass(6 * HOUR_MS);
    expect(promised()).toBe('2026-07-02');
    await pass(12 * HOUR_MS);
    expect(promised()).toBe('2026-07-03');
  });

  it('keeps the queue, and moves no promise back with a clock that is set back', async () => {
    const { accept, stock, pass, promised, ledger } = await setup();
    await accept(orderEvent('1', { lines: [{ ref: { id: 'shop-peach' }, qty: 300 }] }));
    expect(promised()).toBe('2026-07-04');
    await pass(6 * HOUR_MS);
    expect(stock()?.capacity).toMatchObject({ queue: 300, promisedBy: '2026-07-05T23:59:59+08:00' });
    vi.setSystemTime(START);
    await ledger.turnDay();
    expect(promised()).toBe('2026-07-05');
  });

  it('tells of a failure, and tries again at the next look', async () => {
    const { ledger, promised, pass, stop } = await setup();
    stop();
    const fault = vi.fn();
    const turnDay = vi.spyOn(ledger, 'turnDay').mockRejectedValueOnce(new Error('The disk is full.'));
    vi.setSystemTime(START + 24 * HOUR_MS);
    watchDays(ledger, { onFault: fault });
    await settled();
    expect([fault.mock.calls.length, promised()]).toEqual([1, '2026-07-02']);
    await pass(10_000);
    expect([turnDay.mock.calls.length, promised()]).toEqual([2, '2026-07-03']);
  });

  it('looks no more once it is stopped', async () => {
    const { stop, pass, promised } = await setup();
    stop();
    await pass(48 * HOUR_MS);
    expect([promised(), vi.getTimerCount()]).toEqual(['2026-07-02', 0]);
  });
});
