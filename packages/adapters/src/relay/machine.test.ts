import { describe, expect, it } from 'vitest';
import { healthUrl, isAtHome } from './machine.js';

const at = (host: string) => ({ url: `http://${host}/stalls/peaches` });

describe('a relay of this machine', () => {
  it.each(['localhost:7788', '127.0.0.1:7788', '127.1.2.3', '[::1]:7788'])('is known by %s', (host) => {
    expect(isAtHome(at(host))).toBe(true);
  });

  it.each(['192.168.1.20:7788', 'stall.example', 'localhost.example', '127.0.0.1.example', '[::2]'])(
    'is not meant by %s',
    (host) => {
      expect(isAtHome(at(host))).toBe(false);
    },
  );
});

describe('healthUrl', () => {
  it('is the relay’s own door, also below a path', () => {
    expect(healthUrl(at('a:1'))).toBe('http://a:1/healthz');
    expect(healthUrl({ url: 'https://b.example/base/stalls/%E6%A1%83' })).toBe('https://b.example/base/healthz');
  });
});
