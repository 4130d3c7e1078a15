import type { Adapter } from './adapter.js';

/** Opens the adapter that the part after `<scheme>:` names. */
export type OpenAdapter = (address: string) => Adapter;

const schemes = new Map<string, OpenAdapter>();

/** Schemes whose adapters Stallcast has, and the import that brings each. */
const IMPORTS: Readonly<Record<string, string>> = {
  relay: '@stallcast/adapters/relay/register',
  local: '@stallcast/adapters/local/register',
  replay: '@stallcast/adapters/replay/register',
  table: '@stallcast/adapters/table/register',
  shopify: '@stallcast/adapters/shopify/register',
  woocommerce: '@stallcast/adapters/woocommerce/register',
  obs: '@stallcast/adapters/obs/register',
};

/** Makes a scheme known to this page. The first registration stays. */
export function registerScheme(scheme: string, open: OpenAdapter): void {
  if (!schemes.has(scheme)) schemes.set(scheme, open);
}

/**
 * Opens the adapter that a connection string names, for example `relay:https://stall.example/stalls/peaches#KEY`.
 *
 * Throws an Error of one sentence for a string without a scheme and for a scheme that this page does not have; it never repeats
 * the string, which may hold a key.
 */
export function openConnection(text: string): Adapter {
  const [, scheme, address] = /^([a-z][a-z0-9+-]*):(.*)$/s.exec(text.trim()) ?? [];
  if (scheme === undefined || address === undefined) {
    throw new Error(
      'Expected a connection string such as "relay:https://…/stalls/peaches", got one without a scheme: put the adapter\'s name and a colon in front.',
    );
  }
  const open = schemes.get(scheme);
  if (!open) {
    const has = [...schemes.keys()].join(', ') || 'none';
    const missing = IMPORTS[scheme];
    throw new Error(
      missing
        ? `The adapter "${scheme}" is not in this page (it has: ${has}): add import '${missing}'.`
        : `No adapter is known as "${scheme}" (this page has: ${has}): check the word before the colon, or register it with registerScheme().`,
    );
  }
  return open(address);
}
