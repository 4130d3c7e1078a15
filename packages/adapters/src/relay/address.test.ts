import { describe, expect, it } from 'vitest';
import { doorUrl, parseRelayAddress, resolveAddress } from './address.js';

describe('parseRelayAddress', () => {
  it('takes stall, room and key apart', () => {
    expect(parseRelayAddress('https://relay.example:7788/stalls/peaches?room=north#KEY')).toEqual({
      url: 'https://relay.example:7788/stalls/peaches',
      room: 'north',
      key: 'KEY',
    });
  });

  it('needs neither room nor key', () => {
    expect(parseRelayAddress(' http://127.0.0.1:7788/stalls/orchard/ ')).toEqual({
      url: 'http://127.0.0.1:7788/stalls/orchard',
    });
  });

  it.each([
    '',
    'peaches#KEY',
    'ftp://relay.example/stalls/peaches#KEY',
    'https://relay.example/#KEY',
    'https://relay.example/stalls/#KEY',
    'https://[/stalls/peaches#KEY',
  ])('refuses “%s” with a sentence that does not repeat it', (text) => {
    let error: unknown;
    try {
      parseRelayAddress(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(/^Expected .*\.$/);
    expect(`${(error as Error).message} ${(error as Error).stack ?? ''}`).not.toContain('KEY');
  });
});

describe('resolveAddress', () => {
  it('puts a stall behind the relay’s address', () => {
    expect(resolveAddress({ url: 'https://relay.example/base/', stall: '桃 子' }).url).toBe(
      'https://relay.example/base/stalls/%E6%A1%83%20%E5%AD%90',
    );
  });
});

describe('doorUrl', () => {
  const address = { url: 'https://relay.example/stalls/peaches', room: 'north', key: 'KEY' };
  const from = { epoch: '01J', offset: 41 };

  it('never holds the key', () => {
    expect(doorUrl(address, 'socket', from)).toBe('wss://relay.example/stalls/peaches/socket?room=north');
    expect(doorUrl(address, 'events', from)).toBe('https://relay.example/stalls/peaches/events?room=north&from=01J.41');
    expect(doorUrl({ url: 'http://a/stalls/b' }, 'socket', null)).toBe('ws://a/stalls/b/socket');
  });
});
