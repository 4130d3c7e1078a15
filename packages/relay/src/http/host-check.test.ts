import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHostCheck, hostName } from './host-check.js';

const lanAddresses = () => ['127.0.0.1', '192.168.1.5', '[fe80::1]'];

describe('the host check on loopback', () => {
  const isKnown = createHostCheck('127.0.0.1', ['stall.example'], lanAddresses);

  it.each([
    '127.0.0.1:7788',
    '127.0.0.1',
    'localhost:7788',
    'LOCALHOST',
    'localhost.',
    '127.8.9.1:1',
    '[::1]:7788',
    'stall.example',
    'Stall.Example:443',
  ])('knows %s', (host) => expect(isKnown(host)).toBe(true));

  it.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.168.1.5:7788',
    '0.0.0.0:7788',
    'localhost:7788@evil.example',
    'evil.example/localhost',
    '[::1',
    'stall.example.evil.example',
  ])('does not know %s', (host) => expect(isKnown(host)).toBe(false));
});

describe('the host check on all addresses', () => {
  const isKnown = createHostCheck('0.0.0.0', [], lanAddresses);

  it.each(['192.168.1.5:7788', '[fe80::1]:7788', 'localhost'])('knows %s', (host) => expect(isKnown(host)).toBe(true));

  it.each(['192.168.1.6', 'rebound.example'])('does not know %s', (host) => expect(isKnown(host)).toBe(false));
});

describe('hostName', () => {
  it('takes any text without failing and keeps only what is a host', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        expect(hostName(text)).toMatch(/^(\[[0-9a-f:.]+\]|[a-z0-9._-]*)$/);
      }),
    );
  });
});
