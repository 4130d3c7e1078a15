import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { checkHost, guardedLookup, isLoopbackHost } from './shop-address.js';
import { ShopFault } from './shop-fault.js';

const INSIDE = [
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '127.0.0.1',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fdff::1',
  'ff02::1',
  '::ffff:192.168.1.1',
  '::ffff:7f00:1',
  '64:ff9b::a00:1',
];

/** Looks a name up as if it had these addresses. */
function lookUp(name: string, addresses: readonly string[], all = true): Promise<unknown> {
  const find = ((_name: string, _options: unknown, callback: (error: null, found: LookupAddress[]) => void) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as Parameters<typeof guardedLookup>[1];
  return new Promise((resolve, reject) => {
    guardedLookup(name, find)(name, { all }, (error, found) => (error ? reject(error) : resolve(found)));
  });
}

describe('a shop’s host', () => {
  it.each(INSIDE)('that resolves to %s is not asked', async (address) => {
    await expect(lookUp('shop.example', [address])).rejects.toBeInstanceOf(ShopFault);
  });

  it.each(INSIDE.filter((address) => !isLoopbackHost(address)))('that is %s is not asked', (address) => {
    expect(() => checkHost(address)).toThrow(ShopFault);
  });

  it.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:8.8.8.8'])('may be %s', async (address) => {
    expect(() => checkHost(address)).not.toThrow();
    expect(await lookUp('shop.example', [address], false)).toBe(address);
  });

  it('with addresses outside and inside is asked at those outside alone', async () => {
    expect(await lookUp('shop.example', ['10.0.0.1', '93.184.216.34'])).toEqual([
      { address: '93.184.216.34', family: 4 },
    ]);
  });

  it('that is this machine is asked on this machine alone', async () => {
    expect(await lookUp('localhost', ['127.0.0.1'], false)).toBe('127.0.0.1');
    await expect(lookUp('localhost', ['93.184.216.34'])).rejects.toBeInstanceOf(ShopFault);
    expect(() => checkHost('127.0.0.1')).not.toThrow();
    expect(() => checkHost('[::1]')).not.toThrow();
  });
});
