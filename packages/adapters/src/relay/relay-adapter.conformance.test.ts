import { createExampleLog, createFakeRelay, describeAdapter, type AdapterHarness } from '@stallcast/testing';
import { afterEach, vi } from 'vitest';
import { eventsLines } from './events-line.js';
import { relayAdapter } from './relay-adapter.js';
import { socketLines } from './socket-line.js';

const SECRET = 'a-key-that-nobody-may-read';

function createHarness(transport: 'auto' | 'socket' | 'events', withoutSockets = false): AdapterHarness {
  vi.useFakeTimers();
  const log = createExampleLog();
  const relay = createFakeRelay(log);
  relay.mode = 'hold';
  relay.withoutSockets = withoutSockets;
  const lines = { socket: socketLines(relay.WebSocket), events: eventsLines(relay.fetch) };
  return {
    adapter: relayAdapter({ url: 'https://relay.example/stalls/peaches', key: SECRET, transport, lines }),
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
}

afterEach(() => {
  vi.useRealTimers();
});

describeAdapter('relayAdapter over a WebSocket', () => createHarness('socket'));
describeAdapter('relayAdapter over server-sent events', () => createHarness('events'));
describeAdapter('relayAdapter where no WebSocket gets through', () => createHarness('auto', true));
