import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** Interfaces of virtual machines, containers and tunnels: a phone in the room does not reach them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|wg|zt|tailscale|lo)/i;

/** The addresses of this machine on the local network, the likeliest first. */
export function lanAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces()): string[] {
  return Object.entries(interfaces)
    .flatMap(([name, list]) =>
      (list ?? [])
        .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
        .map(({ address }) => ({ address, rank: (VIRTUAL.test(name) ? 10 : 0) + rankOf(address) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

/** The addresses under which a phone reaches a relay that listens on a host: that host itself, or all of this machine's where it listens on all. */
export function phoneAddresses(host: string): string[] {
  return host === '0.0.0.0' || host === '::' ? lanAddresses() : [host];
}

function rankOf(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  return /^172\.(1[6-9]|2\d|3[01])\./.test(address) ? 2 : 3;
}
