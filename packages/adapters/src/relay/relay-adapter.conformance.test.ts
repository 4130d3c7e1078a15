import {
  createExampleLog,
  createFakeRelay,
  createRecorder,
  describeAdapter,
  type AdapterHarness,
} from '@stallcast/testing';
import { afterEach, expect, vi } from 'vitest';
import { eventsLines } from './events-line.js';
import { FakeChannels } from './fake-channels.fixture.js';
import { relayAdapter, type RelayAdapterOptions } from './relay-adapter.js';
// Fetched before, so that no test waits for it.
import './sharing.js';
import { socketLines } from './socket-line.js';

const SECRET = 'a-key-that-nobody-may-read';

function setup(options: Partial<RelayAdapterOptions>, withoutSockets = false) {
  vi.useFakeTimers();
  const log = createExampleLog();
  const relay = createFakeRelay(log);
  relay.mode = 'hold';
  relay.withoutSockets = withoutSockets;
  const lines = { socket: socketLines(relay.WebSocket), events: eventsLines(relay.fetch) };
  const adapter = relayAdapter({ url: 'https://relay.example/stalls/peaches', key: SECRET, lines, ...options });
  const harness: AdapterHarness = {
    adapter,
    secret: SECRET,
    truth: () => log.position,
    async open() {
      relay.mode = 'serve';
      relay.cut();
      await vi.advanceTimersByTimeAsync(0);
    },
    append: () => void log.append(),
    garble: () => relay.send('{"v":1,"type":"change"'),
    interrupt() {
      relay.mode = 'down';
      relay.cut();
    },
    restore: () => void (relay.mode = 'serve'),
    startOver() {
      log.startOver();
      relay.cut();
    },
    connections: () => relay.connections,
    settle: async () => void (await vi.advanceTimersByTimeAsync(20_000)),
  };
  return { harness, relay };
}

/** Beside the adapter of the suite another page is open the whole time: it is older, and leads, or younger, and follows. */
async function setupShared(transport: 'socket' | 'events', role: 'leads' | 'follows'): Promise<AdapterHarness> {
  const channels = new FakeChannels();
  const { harness, relay } = setup({ transport, channel: channels.open });
  const other = createRecorder();
  let stop = () => {};
  const begin = async () => {
    stop = harness.adapter.start(other.sink);
    await vi.advanceTimersByTimeAsync(10);
  };
  if (role === 'follows') await begin();
  return {
    ...harness,
    async open() {
      await harness.open?.();
      if (role === 'leads') await begin();
      await vi.advanceTimersByTimeAsync(5_000);
      expect(relay.connections).toBe(1);
    },
    // Those beside the other page's.
    connections: () => Math.max(0, relay.connections - 1),
    release() {
      stop();
      expect(other.violations).toEqual([]);
      expect(channels.posted.join()).not.toContain(SECRET);
      expect([...channels.names].join()).not.toContain(SECRET);
    },
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describeAdapter('relayAdapter over a WebSocket', () => setup({ transport: 'socket' }).harness);
describeAdapter('relayAdapter over server-sent events', () => setup({ transport: 'events' }).harness);
describeAdapter('relayAdapter where no WebSocket gets through', () => setup({}, true).harness);
for (const transport of ['socket', 'events'] as const) {
  describeAdapter(`relayAdapter that leads other pages over ${transport}`, () => setupShared(transport, 'leads'));
  describeAdapter(`relayAdapter that follows another page over ${transport}`, () => setupShared(transport, 'follows'));
}
