import { lookup as resolve, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ShopFault } from './shop-fault.js';

/** True for this machine itself, by name or by address. */
export function isLoopbackHost(hostname: string): boolean {
  const host = bare(hostname);
  return host === 'localhost' || (isIP(host) !== 0 && isIn(LOOPBACK, host));
}

/**
 * Throws where a shop's host may not be asked, though it is an address and no name.
 *
 * A shop on the internet has a public address. One of the local network is a router or another machine: the keys must not go there.
 */
export function checkHost(hostname: string): void {
  const host = bare(hostname);
  if (isIP(host) !== 0 && !isAllowed(host, isLoopbackHost(host))) throw privateAddress();
}

/** Resolves a shop's name to an address that may be asked. The connection goes to just that address, so no second answer counts. */
export function guardedLookup(hostname: string, find: typeof resolve = resolve): LookupFunction {
  const isLoopback = isLoopbackHost(hostname);
  return (name, options, callback) => {
    find(name, { ...options, all: true }, (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => {
      if (error) {
        callback(error, '');
        return;
      }
      const allowed = found.filter(({ address }) => isAllowed(address, isLoopback));
      const [first] = allowed;
      if (!first) callback(privateAddress(), '');
      else if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

function isAllowed(address: string, isLoopback: boolean): boolean {
  return isLoopback ? isIn(LOOPBACK, address) : !isIn(LOOPBACK, address) && !isIn(PRIVATE, address);
}

const bare = (hostname: string): string => hostname.toLowerCase().replace(/^\[|\]$/g, '');

function blockList(...ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits] = range.split('/');
    list.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

const LOOPBACK = blockList('127.0.0.0/8', '::1/128');

const PRIVATE = blockList(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
  '::/128',
  '64:ff9b:1::/48',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
);

/** Also sees an IPv4 address through its IPv6 forms: mapped, and of a NAT64. */
function isIn(list: BlockList, address: string): boolean {
  const family = isIP(address);
  if (family === 4) return list.check(address, 'ipv4');
  if (family !== 6) return true;
  const inner = innerIpv4(address);
  return list.check(address, 'ipv6') || (inner !== undefined && list.check(inner, 'ipv4'));
}

/** The IPv4 address that an IPv6 address stands for. */
function innerIpv4(address: string): string | undefined {
  const url = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const match = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(url);
  if (!match) return undefined;
  const [high, low] = [parseInt(match[1]!, 16), parseInt(match[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function privateAddress(): ShopFault {
  return new ShopFault(
    '这个网址指向局域网里的地址，不是外网的网店：请填网店在外网的网址',
    'its name leads to an address of the local network and not to a shop on the internet: give the address that buyers use',
  );
}
