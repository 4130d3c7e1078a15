type Said<A extends readonly unknown[]> = (...args: A) => string;

/** The words of what is connected: overlays, decks, the keys of phones. */
export interface DeviceWords {
  title: string;
  kind: Record<'overlay' | 'deck', string>;
  thisOne: string;
  ownScene: string;
  shown: string;
  hidden: string;
  outOfDate: string;
  silent: Said<[age: string]>;
  silentHint: string;
  reload: string;
  forget: string;
  none: string;
  alert: Said<[name: string]>;
  alertHint: string;
  keys: string;
  pair: string;
  pairHint: string;
  noLan: string;
  name: string;
  phone: Said<[n: number]>;
  close: string;
  revoke: string;
  sure: string;
  revokedAt: string;
  connected: string;
  neverUsed: string;
  used: Said<[age: string]>;
  failed: string;
  /** At the first opening with a key of its own. */
  paired: Said<[name: string]>;
  revokedPage: { title: string; hint: string };
}
