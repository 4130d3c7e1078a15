import { openConnection, type StallState } from '@stallcast/protocol';
import { createRecorder, describeAdapter, exampleProduct, type Recorder } from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ORCHARD_ENDS_MS, orchardEvening } from './orchard-evening.js';
import { registerReplay } from './register-replay.js';
import { replayAdapter, type ReplayAdapterOptions } from './replay-adapter.js';
import { parseReplay, type ReplayLine } from './replay-line.js';

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const LINES: ReplayLine[] = [
  { at: 0, command: { type: 'put-product', product: exampleProduct() } },
  { at: 0, command: { type: 'set-stock', productId: 'peach', onHand: 10 } },
  { at: 1_000, command: { type: 'adjust-stock', productId: 'peach', delta: -1, reason: 'gift' } },
  { at: 2_000, command: { type: 'feature', productIds: ['peach'] } },
];

function play(options: ReplayAdapterOptions) {
  const recorder = createRecorder();
  const stop = replayAdapter(options).start(recorder.sink);
  return { recorder, stop };
}

/** Values of a state that a widget could show without the mark. */
function unmarked(state: StallState): unknown[] {
  const { session, rooms, products, offers, stocks, orders, totals, announcements } = state;
  const values = [session, ...rooms, ...products, ...offers, ...stocks, ...orders, totals.stall, announcements.stall];
  return [...values, ...Object.values(totals.rooms), ...Object.values(announcements.rooms)].filter(
    (value) => value && !value.synthetic,
  );
}

describeAdapter('replayAdapter', () => {
  vi.useFakeTimers();
  return {
    adapter: replayAdapter({ lines: orchardEvening(), endsAt: ORCHARD_ENDS_MS, loop: true }),
    truth: () => ({ epoch: '', offset: 0 }),
    settle: () => pass(120_000).then(() => {}),
  };
});

describe('replayAdapter', () => {
  it('shows first what is there at the beginning, and then each moment in its time', async () => {
    const { recorder } = play({ lines: LINES });
    await pass(10);
    expect(recorder.state.stocks.map(({ sellable }) => sellable)).toEqual([10]);
    await pass(1_000);
    expect(recorder.state.stocks.map(({ sellable }) => sellable)).toEqual([9]);
    expect(recorder.state.featured.stall).toBeNull();
    await pass(1_000);
    expect(recorder.state.featured.stall).toEqual(['peach']);
    expect(recorder.violations).toEqual([]);
  });

  it('plays as fast as it is told', async () => {
    const { recorder } = play({ lines: LINES, speed: 10 });
    await pass(210);
    expect(recorder.state.featured.stall).toEqual(['peach']);
  });

  it('gives signs of life when nothing happens', async () => {
    const { recorder } = play({ lines: LINES });
    await pass(20_000);
    const beats = recorder.deliveries.filter(({ type }) => type === 'alive').length;
    expect(beats).toBeGreaterThanOrEqual(4);
  });

  it('marks everything as synthetic, whatever the file says', async () => {
    const session = { id: 'real', title: '真的', tz: 'Asia/Shanghai' };
    const { recorder } = play({ lines: [...LINES, { at: 500, command: { type: 'start-session', session } }] });
    await pass(5_000);
    expect(recorder.state.session).toMatchObject({ id: 'real', synthetic: true });
    expect([recorder.faults, unmarked(recorder.state)]).toEqual([[], []]);
    for (const delivery of recorder.deliveries) {
      if (delivery.type !== 'change') continue;
      for (const put of delivery.change.puts) {
        if (put.kind !== 'featured' && !put.removed) expect(put.value).toMatchObject({ synthetic: true });
      }
    }
  });

  it('takes what shops told, as a real stall would', async () => {
    const event = {
      type: 'order',
      source: 'woocommerce',
      eventId: 'e',
      sourceVersion: 1,
      orderId: '7',
      status: 'paid',
      lines: [{ ref: { id: '93' }, qty: 3 }],
    } as const;
    const { recorder } = play({ lines: [...LINES, { at: 100, events: [{ ...event, lines: [...event.lines] }] }] });
    await pass(200);
    expect(recorder.state.orders).toMatchObject([{ orderId: '7', status: 'paid', synthetic: true }]);
    expect(recorder.state.stocks).toMatchObject([{ sold: 3, sellable: 7 }]);
  });

  it('leaves out a moment that the ledger refuses, and tells of it', async () => {
    const { recorder } = play({ lines: [...LINES, { at: 100, command: { type: 'pause', productId: 'plum' } }] });
    await pass(3_000);
    expect(recorder.faults.map(({ code, message }) => [code, message])).toEqual([
      ['bad-message', expect.stringContaining('plum')],
    ]);
    expect(recorder.state.featured.stall).toEqual(['peach']);
  });

  it('stands still while the page is hidden', async () => {
    const page = Object.assign(new EventTarget(), { hidden: false });
    vi.stubGlobal('document', page);
    const { recorder } = play({ lines: LINES });
    await pass(500);
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    const { length } = recorder.deliveries;
    await pass(60_000);
    expect([recorder.deliveries.length, vi.getTimerCount()]).toEqual([length, 0]);
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await pass(400);
    expect(recorder.state.stocks.map(({ sellable }) => sellable)).toEqual([10]);
    await pass(200);
    expect(recorder.state.stocks.map(({ sellable }) => sellable)).toEqual([9]);
  });

  it('reads a file, leaves out what it cannot read, and waits for a file that is not there yet', async () => {
    const rows = [...LINES.map((line) => JSON.stringify(line)), '{"at":-1}', 'hello'].join('\n');
    const fetch = vi.fn<() => Promise<Response>>().mockResolvedValueOnce(new Response('', { status: 404 }));
    vi.stubGlobal('fetch', fetch.mockResolvedValue(new Response(rows)));
    const { recorder } = play({ url: 'https://stall.example/evening.jsonl' });
    await pass(4_000);
    expect(recorder.faults.map(({ code }) => code)).toEqual(['unreachable']);
    await pass(4_000);
    expect(recorder.state.featured.stall).toEqual(['peach']);
    expect(recorder.faults.slice(1).map(({ message }) => message)).toEqual([
      expect.stringContaining('line 5'),
      expect.stringContaining('line 6'),
    ]);
  });
});

describe('the evening at the orchard', () => {
  /** Plays and looks at the state after each second. */
  async function watch(seconds: number, look: (recorder: Recorder) => void): Promise<Recorder> {
    const { recorder, stop } = play({
      lines: orchardEvening({ pictureBase: './pictures' }),
      endsAt: ORCHARD_ENDS_MS,
      loop: true,
    });
    for (let second = 0; second < seconds; second += 1) {
      await pass(1_000);
      look(recorder);
    }
    stop();
    return recorder;
  }

  it('is understood from beginning to end, marked throughout, and adds up at every moment', async () => {
    const start: Readonly<Record<string, number>> = {
      peach: 186,
      pepper: 8,
      watermelon: 96,
      noodles: 64,
      cabbage: 120,
      ginseng: 28,
    };
    let soldOut = false;
    let surge = 0;
    let before = 0;
    const recorder = await watch(91, ({ state }) => {
      expect(unmarked(state)).toEqual([]);
      const totals = state.totals.stall;
      expect(totals?.net.minor).toBe(
        (totals?.gross.minor ?? 0) - (totals?.cancelled.minor ?? 0) - (totals?.refunded.minor ?? 0),
      );
      for (const { productId, sellable, oversold } of state.stocks) {
        expect(oversold).toBe(0);
        expect(sellable).toBeLessThanOrEqual(start[productId] ?? 0);
      }
      soldOut ||= state.stocks.some(({ productId, sellable }) => productId === 'pepper' && sellable === 0);
      surge = Math.max(surge, (totals?.paidOrders ?? 0) - before);
      before = totals?.paidOrders ?? 0;
    });
    expect([recorder.faults, recorder.violations]).toEqual([[], []]);
    expect(soldOut).toBe(true);
    expect(surge).toBeGreaterThanOrEqual(7);
    expect(recorder.state.totals.stall).toMatchObject({ cancelled: { minor: expect.any(Number) as number } });
    expect(recorder.state.totals.stall?.cancelled.minor).toBeGreaterThan(0);
    expect(recorder.state.products.map(({ media }) => media[0]?.url)).toContain('./pictures/peach.svg');
  });

  it('begins anew with a snapshot of a new log, and is the same again', async () => {
    const recorder = await watch(140, () => {});
    const snapshots = recorder.deliveries.flatMap((delivery) =>
      delivery.type === 'snapshot' ? delivery.snapshot : [],
    );
    expect(snapshots).toHaveLength(2);
    const [first, second] = snapshots;
    expect((second?.epoch ?? '') > (first?.epoch ?? '')).toBe(true);
    expect(second?.state.stocks.map(({ sellable }) => sellable)).toEqual(
      first?.state.stocks.map(({ sellable }) => sellable),
    );
    expect(recorder.violations).toEqual([]);
  });
});

describe('parseReplay', () => {
  it('keeps the good lines and names the bad', () => {
    const { lines, faults } = parseReplay(
      '{"at":0,"command":{"type":"unfeature"}}\r\n\n{"at":"1"}\n[1]\n{"at":5,"events":[]}',
    );
    expect(lines.map(({ at }) => at)).toEqual([0, 5]);
    expect(faults.map((fault) => /line \d/.exec(fault)?.[0])).toEqual(['line 3', 'line 4']);
  });
});

describe('registerReplay', () => {
  it('opens a connection string', () => {
    registerReplay();
    expect(openConnection('replay:orchard#speed=2&pictures=./pictures').name).toBe('replay orchard');
    expect(openConnection('replay:./evening.jsonl').name).toBe('replay');
    expect(() => openConnection('replay:peaches')).toThrow('Expected "replay:orchard"');
  });
});
