import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { lanAddresses, phoneAddresses } from './lan-address.js';

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo[] => [
  { address, internal, family: 'IPv4', netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: null },
];

it('puts the address that a phone reaches first, and leaves loopback and unconfigured ones out', () => {
  expect(
    lanAddresses({
      lo: ipv4('127.0.0.1', true),
      docker0: ipv4('172.17.0.1'),
      eth0: ipv4('10.0.0.7'),
      wlan0: ipv4('192.168.1.5'),
      eth1: ipv4('169.254.3.4'),
    }),
  ).toEqual(['192.168.1.5', '10.0.0.7', '172.17.0.1']);
});

it('has one address where the relay listens on one', () => {
  expect(phoneAddresses('192.168.1.5')).toEqual(['192.168.1.5']);
  expect(phoneAddresses('0.0.0.0')).toEqual(lanAddresses());
});
