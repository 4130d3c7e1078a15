import { createExampleLog, createFakeRelay, createRecorder } from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventsLines } from './events-line.js';
import { FakeChannels } from './fake-channels.fixture.js';
import { relayAdapter, type RelayAdapterOptions } from './relay-adapter.js';
import './sharing.js';
import { socketLines } from './socket-line.js';

const KEY = 'a-key-that-nobody-may-read';
const SILENCE_MS = 9_000;
const WAYS = ['socket', 'events'] as const;

function setup(transport: 'socket' | 'events' = 'socket') {
  const log = createExampleLog();
  const relay = createFakeRelay(log);
  const channels = new FakeChannels();
  const lines = { socket: socketLines(relay.WebSocket), events: eventsLines(relay.fetch) };
  const open = (
    options: Partial<RelayAdapterOptions> = {},
    channel: Partial<RelayAdapterOptions> = { channel: channels.open },
  ) => {
    const recorder = createRecorder();
    const url = 'https://relay.example/stalls/peaches';
    const adapter = relayAdapter({ url, key: KEY, transport, lines, ...channel, ...options });
    return { recorder, stop: adapter.start(recorder.sink) };
  };
  /** Opens pages one after the other, until they share. */
  const openGroup = async (count: number) => {
    const pages = [];
    for (let page = 0; page < count; page += 1) {
      pages.push(open());
      await pass(1_500);
    }
    expect(relay.connections).toBe(1);
    return pages;
  };
  return { log, relay, channels, open, openGroup };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each(WAYS)('pages that follow one address over %s', (way) => {
  it('share one connection, and each reads every change once', async () => {
    const { log, relay, openGroup } = setup(way);
    const pages = await openGroup(12);
    for (let sale = 0; sale < 20; sale += 1) {
      log.append();
      await pass(100);
    }
    for (const { recorder } of pages) {
      expect(recorder.position).toEqual(log.position);
      expect(recorder.deliveries.filter(({ type }) => type === 'change')).toHaveLength(20);
      expect([recorder.violations, recorder.faults]).toEqual([[], []]);
    }
    await pass(60_000);
    expect(relay.connections).toBe(1);
  });

  it('have their first picture without waiting for one another', async () => {
    const { open, openGroup } = setup(way);
    await openGroup(3);
    const { recorder } = open();
    await pass(0);
    expect(recorder.position).not.toBeNull();
  });

  it('go on at once from where they are when the one that leads is closed', async () => {
    const { log, relay, openGroup } = setup(way);
    const [leader, ...others] = await openGroup(4);
    leader?.stop();
    log.append();
    await pass(50);
    for (const { recorder } of others) expect(recorder.position).toEqual(log.position);
    await pass(2_000);
    expect(relay.connections).toBe(1);
    for (const { recorder } of others) {
      expect(recorder.deliveries.filter(({ type }) => type === 'snapshot')).toHaveLength(1);
      expect([recorder.violations, recorder.faults]).toEqual([[], []]);
    }
  });

  it('ask the relay themselves while another’s line is gone, and share again', async () => {
    const { log, relay, openGroup } = setup(way);
    const pages = await openGroup(4);
    relay.mode = 'down';
    relay.cut();
    await pass(20_000);
    for (const { recorder } of pages) expect(recorder.faults.map(({ code }) => code)).toContain('unreachable');
    relay.mode = 'serve';
    log.append();
    await pass(8_000);
    expect(relay.connections).toBe(1);
    for (const { recorder } of pages) expect([recorder.position, recorder.violations]).toEqual([log.position, []]);
  });
});

describe('a page that shares', () => {
  it('takes the place of one that fell silent before its own data is stale', async () => {
    const { log, channels, relay, openGroup } = setup();
    const [leader, follower] = await openGroup(2);
    // Nothing of what the leader says arrives any more.
    channels.mute(1);
    const since = follower?.recorder.deliveries.length ?? 0;
    await pass(SILENCE_MS - 500);
    expect(follower?.recorder.deliveries.slice(since).map(({ type }) => type)).toContain('alive');
    expect(follower?.recorder.faults).toEqual([]);
    channels.mute(null);
    log.append();
    await pass(10_000);
    expect(relay.connections).toBe(1);
    for (const page of [leader, follower]) expect(page?.recorder.position).toEqual(log.position);
  });

  it('never says its key, nor names it', async () => {
    const { log, channels, openGroup } = setup();
    await openGroup(3);
    log.append();
    await pass(6_000);
    expect(channels.posted.length).toBeGreaterThan(10);
    expect(channels.posted.join() + [...channels.names].join()).not.toContain(KEY);
  });

  it.each([
    ['another key', { key: 'another' }],
    ['another room', { room: 'north' }],
    ['another stall', { url: 'https://relay.example/stalls/melons' }],
    ['another way', { transport: 'auto' }],
    ['sharing turned off', { shared: false }],
  ] as const)('does not share with one of %s', async (_, options) => {
    const { relay, open } = setup();
    open();
    open(options);
    await pass(20_000);
    expect(relay.connections).toBe(2);
  });

  it.each([
    ['are none', undefined],
    [
      'may not be opened',
      function BroadcastChannel() {
        throw new DOMException('Denied', 'SecurityError');
      },
    ],
  ] as const)('reads as ever where channels %s', async (_, channel) => {
    vi.stubGlobal('document', new EventTarget());
    vi.stubGlobal('BroadcastChannel', channel);
    const { log, relay, open } = setup();
    const pages = [open({}, {}), open({}, {})];
    await pass(20_000);
    expect(relay.connections).toBe(2);
    for (const { recorder } of pages) expect(recorder.position).toEqual(log.position);
  });

  it('says one word and has no timer for it while it is alone', async () => {
    const { channels, open } = setup();
    const { stop } = open();
    await pass(60_000);
    expect(channels.posted).toEqual(['""']);
    stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(channels.size).toBe(0);
  });

  it('leaves no timer, line or channel behind', async () => {
    const { channels, relay, openGroup } = setup();
    const pages = await openGroup(4);
    for (const { stop } of pages) stop();
    await pass(0);
    expect([vi.getTimerCount(), relay.connections, channels.size]).toEqual([0, 0, 0]);
  });

  it('is not led astray by what other scripts say on its channel', async () => {
    const { log, channels, relay, openGroup } = setup();
    const pages = await openGroup(2);
    const stranger = channels.open([...channels.names][0] ?? '');
    const junk = [
      null,
      7,
      {},
      [],
      'x',
      { type: 'lead', id: 'a', term: 'x', heir: 1 },
      { type: 'text', id: 1, text: '{' },
    ];
    for (const word of junk) stranger.postMessage(word);
    stranger.postMessage({ type: 'lead', id: 'zz', term: 9, heir: null });
    stranger.postMessage({ type: 'text', id: 'zz', text: '{"v":1,"type":"snapshot"}' });
    log.append();
    await pass(30_000);
    for (const { recorder } of pages) expect([recorder.position, recorder.violations]).toEqual([log.position, []]);
    expect(relay.connections).toBe(1);
  });
});
