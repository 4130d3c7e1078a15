import { afterEach, describe, expect, it, vi } from 'vitest';
import { startTestRelay, type TestRelay } from './test-relay.fixture.js';

/** 19:00 in Wuxi. */
const EVENING = Date.parse('2026-07-01T11:00:00.000Z');
const HOUR_MS = 3_600_000;
const JARS = {
  id: 'jam',
  kind: 'goods',
  title: '桃酱',
  media: [],
  promises: [],
  sources: [],
  stockFrom: 'ledger',
  presale: { perDay: 120 },
};

let running: TestRelay | null = null;
afterEach(async () => {
  vi.useRealTimers();
  await running?.stop();
  running = null;
});

async function setup() {
  let clock = EVENING;
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const relay = await startTestRelay({ now: () => clock });
  running = relay;
  await relay.command({ id: 'session', type: 'start-session', session: { tz: 'Asia/Shanghai' } });
  await relay.command({ id: 'jam', type: 'put-product', product: JARS });
  return {
    relay,
    pass: (ms: number) => void (clock += ms),
    promised: async () => {
      const answer = await relay.ask('/stalls/orchard/state');
      const { state } = answer.json<{ state: { stocks: { capacity?: { promisedBy: string } }[] } }>();
      return state.stocks[0]?.capacity?.promisedBy;
    },
  };
}

describe('the turn of a day', () => {
  it('reaches readers of a running relay by itself, as one change', async () => {
    const { relay, pass, promised } = await setup();
    expect(await promised()).toBe('2026-07-02T23:59:59+08:00');
    const { offset } = await relay.position();
    pass(6 * HOUR_MS);
    vi.advanceTimersByTime(10_000);
    await expect.poll(promised).toBe('2026-07-03T23:59:59+08:00');
    vi.advanceTimersByTime(60_000);
    expect((await relay.position()).offset).toBe(offset + 1);
  });

  it('is made good by a relay that was off at midnight, once', async () => {
    const { relay, pass, promised } = await setup();
    const { offset } = await relay.position();
    pass(54 * HOUR_MS);
    await relay.restart();
    await expect.poll(promised).toBe('2026-07-05T23:59:59+08:00');
    await relay.restart();
    expect((await relay.position()).offset).toBe(offset + 1);
  });
});
