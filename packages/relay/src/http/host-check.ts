import { networkInterfaces } from 'node:os';

/** A host with an optional port, as a Host header has it: a name, an IPv4 address, or an IPv6 address in brackets. */
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]{1,253})(?::\d{1,5})?$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const WILDCARDS: readonly string[] = ['0.0.0.0', '::', '[::]'];

/**
 * Decides which Host headers this relay answers to.
 *
 * A page on the internet can point a name of its own at 127.0.0.1 (DNS rebinding) and would then be of the relay's own origin; the
 * name still stands in the Host header. Ports are not compared: a forwarded one differs.
 */
export function createHostCheck(
  host: string,
  more: readonly string[],
  ownAddresses: () => readonly string[] = localAddresses,
): (header: string | undefined) => boolean {
  const known = new Set([host, ...more].map(hostName));
  const isOpen = WILDCARDS.includes(host);
  return (header) => {
    const name = hostName(header ?? '');
    if (name === '') return false;
    return isLoopbackName(name) || known.has(name) || (isOpen && ownAddresses().includes(name));
  };
}

/** Whether a host, as `hostName` gives it, is this machine's own. */
export function isLoopbackName(name: string): boolean {
  return LOOPBACK.test(name);
}

/** The host without its port, in lower case; empty for what is not a host. */
export function hostName(header: string): string {
  const text = header.trim().toLowerCase();
  const bracketed = text.includes(':') && /^[0-9a-f:.]+$/.test(text) && text.split(':').length > 2 ? `[${text}]` : text;
  return HOST.exec(bracketed)?.[1]?.replace(/\.$/, '') ?? '';
}

function localAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address, family }) =>
      family === 'IPv6' ? `[${address.split('%')[0]?.toLowerCase()}]` : address,
    ),
  );
}
