import { createExampleLog, createFakeRelay, createRecorder, put } from '@stallcast/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventsLines } from './events-line.js';
import { relayAdapter, type RelayAdapterOptions } from './relay-adapter.js';
import { socketLines } from './socket-line.js';

const KEY = 'a-key-that-nobody-may-read';

function setup(options: Partial<RelayAdapterOptions> = {}) {
  const log = createExampleLog();
  const relay = createFakeRelay(log);
  const recorder = createRecorder();
  const adapter = relayAdapter({
    url: 'https://relay.example',
    stall: 'peaches',
    room: 'north',
    key: KEY,
    random: () => 0.5,
    lines: { socket: socketLines(relay.WebSocket), events: eventsLines(relay.fetch) },
    ...options,
  });
  return { log, relay, recorder, adapter };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('relayAdapter', () => {
  it('sends the key in the first message of a socket and in the header of a request, and asks from where it was', async () => {
    const { log, relay, recorder, adapter } = setup();
    adapter.start(recorder.sink);
    await pass(0);
    relay.withoutSockets = true;
    relay.cut();
    await pass(3_000);
    const from = `${log.position.epoch}.1`;
    expect(relay.attempts).toEqual([
      { transport: 'socket', key: KEY, from: null, url: 'wss://relay.example/stalls/peaches/socket?room=north' },
      {
        transport: 'events',
        key: KEY,
        from,
        url: `https://relay.example/stalls/peaches/events?room=north&from=${from}`,
      },
    ]);
  });

  it('says nothing of a socket that a proxy does not let through', async () => {
    const { relay, recorder, adapter } = setup();
    relay.withoutSockets = true;
    adapter.start(recorder.sink);
    await pass(1_000);
    expect(recorder.position).not.toBeNull();
    expect(recorder.faults).toEqual([]);
  });

  it.each([
    ['socket', 'refuse', 'refused-key'],
    ['socket', 'lose', 'not-found'],
    ['events', 'refuse', 'refused-key'],
    ['events', 'lose', 'not-found'],
  ] as const)(
    'over %s tells of a relay that answers with %s, and tries again every five seconds',
    async (transport, mode, code) => {
      const { relay, recorder, adapter } = setup({ transport });
      relay.mode = mode;
      adapter.start(recorder.sink);
      await pass(14_000);
      expect(recorder.faults.map((fault) => fault.code)).toEqual([code, code, code]);
      relay.mode = 'serve';
      await pass(5_000);
      expect(recorder.position).not.toBeNull();
    },
  );

  it('hears nothing of a batch after the frame that showed a gap: it came over a line that is gone', async () => {
    const { log, relay, recorder, adapter } = setup();
    const before = log.snapshot();
    log.append();
    adapter.start(recorder.sink);
    await pass(0);
    relay.mute = true;
    const missed = log.append();
    const next = { ...missed, prev: missed.offset, offset: missed.offset + 1 };
    relay.mute = false;
    const frames = [
      { v: 1, type: 'change', ...next },
      { v: 1, type: 'snapshot', ...before },
    ];
    relay.send(JSON.stringify({ v: 1, type: 'batch', frames }));
    await pass(0);
    expect(recorder.deliveries.filter(({ type }) => type === 'snapshot')).toHaveLength(1);
    expect(recorder.position).toEqual(log.position);
  });

  it('tells of silence after nine seconds, and connects anew', async () => {
    const { relay, recorder, adapter } = setup();
    adapter.start(recorder.sink);
    await pass(5_000);
    relay.mute = true;
    await pass(8_900);
    expect(recorder.faults).toEqual([]);
    await pass(200);
    expect(recorder.faults.map(({ code }) => code)).toEqual(['silent']);
    relay.mute = false;
    await pass(500);
    expect([relay.attempts.length, relay.connections]).toEqual([2, 1]);
  });

  it('names its relay as where pictures with a path come from', () => {
    expect(setup().adapter.pictureOrigin).toBe('https://relay.example');
    expect(setup({ url: 'http://127.0.0.1:7788' }).adapter.pictureOrigin).toBe('http://127.0.0.1:7788');
  });

  it('takes a shorter heartbeat, for tests, and knows by it what silence is', async () => {
    const { relay, recorder, adapter } = setup({ heartbeatMs: 300 });
    expect(adapter.silenceMs).toBe(540);
    adapter.start(recorder.sink);
    await pass(0);
    relay.mute = true;
    await pass(530);
    expect(recorder.faults).toEqual([]);
    await pass(20);
    expect(recorder.faults.map(({ code }) => code)).toEqual(['silent']);
  });

  it('does not wait for an answer longer than it waits for a sign of life', async () => {
    const { relay, recorder, adapter } = setup({ transport: 'events' });
    relay.mode = 'hold';
    adapter.start(recorder.sink);
    await pass(9_000);
    expect(recorder.faults.map(({ code }) => code)).toEqual(['unreachable']);
  });

  it('asks again at once for what is missing, and from where it is', async () => {
    const { log, relay, recorder, adapter } = setup();
    adapter.start(recorder.sink);
    await pass(0);
    relay.mute = true;
    log.append();
    relay.mute = false;
    log.append();
    await pass(0);
    expect(recorder.position).toEqual(log.position);
    expect(relay.attempts.map(({ from }) => from)).toEqual([null, `${log.position.epoch}.1`]);
    expect(recorder.faults).toEqual([]);
  });

  it('does not hang on a change that it cannot read: a snapshot closes that gap', async () => {
    const { log, relay, recorder, adapter } = setup();
    adapter.start(recorder.sink);
    await pass(0);
    // A stock without a policy is no stock; the log repeats it to whoever asks from before it.
    log.append([{ kind: 'stock', id: 'peach', value: { productId: 'peach' } } as never]);
    await pass(15_000);
    expect(recorder.position).toEqual(log.position);
    expect(recorder.faults.map(({ code }) => code)).toContain('bad-message');
    expect(relay.attempts.at(-1)?.from).toBeNull();
    expect(recorder.violations).toEqual([]);
  });

  it('takes the bad out of a batch and keeps the good', async () => {
    const { log, relay, recorder, adapter } = setup();
    adapter.start(recorder.sink);
    await pass(0);
    relay.mute = true;
    const change = log.append([put('featured', ['pepper'])]);
    relay.mute = false;
    relay.send(
      JSON.stringify({
        v: 1,
        type: 'batch',
        frames: [{ v: 1, type: 'from-the-future' }, 7, { v: 1, type: 'change', ...change }],
      }),
    );
    await pass(0);
    expect([recorder.state.featured.stall, recorder.faults.length]).toEqual([['pepper'], 1]);
  });

  it('tries again at once when the network is back', async () => {
    const target = new EventTarget();
    const listeners = new Set<unknown>();
    vi.stubGlobal('addEventListener', (name: string, listener: () => void) => {
      listeners.add(listener);
      target.addEventListener(name, listener);
    });
    vi.stubGlobal('removeEventListener', (name: string, listener: () => void) => {
      listeners.delete(listener);
      target.removeEventListener(name, listener);
    });
    const { relay, recorder, adapter } = setup({ random: () => 1 });
    relay.mode = 'down';
    const stop = adapter.start(recorder.sink);
    await pass(60_000);
    relay.mode = 'serve';
    target.dispatchEvent(new Event('online'));
    await pass(0);
    expect(recorder.position).not.toBeNull();

    stop();
    expect(listeners.size).toBe(0);
  });

  it('keeps its line while the page is hidden, and looks at it when it is shown', async () => {
    const page = Object.assign(new EventTarget(), { hidden: true });
    vi.stubGlobal('document', page);
    const { log, relay, recorder, adapter } = setup();
    adapter.start(recorder.sink);
    await pass(0);
    log.append();
    await pass(0);
    expect([relay.connections, recorder.position]).toEqual([1, log.position]);
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await pass(0);
    expect(relay.attempts).toHaveLength(1);
  });

  it('leaves no timer and no connection behind, whenever it is stopped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            'serve',
            'hold',
            'refuse',
            'lose',
            'down',
            'cut',
            'append',
            'mute',
            'start-over',
            'garble',
            'pass',
          ),
          { maxLength: 15 },
        ),
        async (actions) => {
          vi.clearAllTimers();
          const { log, relay, recorder, adapter } = setup({ random: Math.random });
          const stop = adapter.start(recorder.sink);
          for (const action of actions) {
            if (action === 'cut') relay.cut();
            else if (action === 'append') log.append();
            else if (action === 'mute') relay.mute = !relay.mute;
            else if (action === 'start-over') log.startOver();
            else if (action === 'garble') relay.send('}{');
            else if (action === 'pass') await pass(6_000);
            else relay.mode = action;
            await pass(20);
            expect(relay.connections).toBeLessThanOrEqual(1);
          }
          // Whatever happened: when all is well, it comes to the truth.
          relay.mute = false;
          relay.mode = 'serve';
          await pass(30_000);
          expect(recorder.position).toEqual(log.position);
          stop();
          recorder.stopped();
          expect([relay.connections, vi.getTimerCount()]).toEqual([0, 0]);
          log.append();
          await pass(20_000);
          expect([relay.connections, vi.getTimerCount(), recorder.violations]).toEqual([0, 0, []]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('goes on after a sink that throws', async () => {
    const { log, recorder, adapter } = setup();
    const uncaught = vi.fn();
    process.once('uncaughtException', uncaught);
    let first = true;
    adapter.start({
      ...recorder.sink,
      alive() {
        if (first) {
          first = false;
          throw new Error('a store with a fault');
        }
      },
    });
    await pass(0);
    log.append();
    await pass(0);
    expect(recorder.position).toEqual(log.position);
  });
});
