import type { AdapterError, Room } from '@stallcast/protocol';
import type { Freshness } from '@stallcast/store';
import type { StatusWords } from '../../words/index.js';

/** Why something may be blank, from the source down to the product. */
export type Trouble =
  | 'no-room-element'
  | 'no-source'
  | 'no-adapter'
  | 'refused-key'
  | 'not-found'
  | 'unreachable'
  | 'fault'
  | 'waiting'
  | 'room-unknown'
  | 'room-unnamed'
  | 'panic'
  | 'no-commerce'
  | 'product-unknown'
  | 'nothing-featured'
  | 'data-old';

/** One answer to “why is it blank?”. */
export interface Diagnosis {
  trouble: Trouble;
  /** What is wrong and what to do, in plain words. */
  text: string;
}

/** What is known of the line and of the room. */
export interface StatusSource {
  /** Whether there is a `<stall-room>` around. */
  hasRoomElement: boolean;
  hasStore: boolean;
  fault: AdapterError | null | undefined;
  freshness: Freshness | undefined;
  /** How many snapshots came. */
  resync: number;
  room: Room | null | undefined;
  rooms: readonly Room[];
  panic: boolean;
  featured: readonly string[];
  /** The product that is asked about; empty for none. */
  productId: string;
  isProductKnown: boolean;
  words: StatusWords;
}

/** What the tag says. */
export type LineState = 'none' | 'waiting' | 'live' | 'stale' | 'offline';

/** Where the line stands. */
export function lineState({ hasStore, freshness }: StatusSource): LineState {
  return hasStore ? (freshness?.level ?? 'waiting') : 'none';
}

/** Answers “why is it blank?”: everything that holds, what hides most first. Empty where all is well. */
export function diagnose(source: StatusSource): Diagnosis[] {
  const { words, fault } = source;
  return troublesOf(source).map((trouble) => ({
    trouble,
    text: words.doctor[trouble] + (fault && IN_ITS_WORDS.includes(trouble) ? words.said(fault.message) : ''),
  }));
}

function troublesOf(source: StatusSource): Trouble[] {
  const { freshness, room, rooms, productId } = source;
  if (!source.hasRoomElement && !source.hasStore) return ['no-room-element'];
  if (!source.hasStore) return ['no-source'];
  const line = lineTroubles(source);
  if (source.resync === 0) return line.length > 0 ? line : ['waiting'];

  const troubles: Trouble[] = [...line];
  if (source.panic) troubles.push('panic');
  const isBlank = productId === '' && source.featured.length === 0;
  if (room) {
    if (!room.commerce) troubles.push('no-commerce');
  } else if (rooms.length <= 1) troubles.push('room-unknown');
  // Without a room it is the whole stall's picture, and only where that is blank may a room be what is missing.
  else if (isBlank) troubles.push('room-unnamed');
  if (productId !== '' && !source.isProductKnown) troubles.push('product-unknown');
  if (isBlank && !troubles.includes('room-unnamed')) troubles.push('nothing-featured');
  if (freshness?.level === 'stale' || freshness?.level === 'offline') troubles.push('data-old');
  return troubles;
}

/** Codes of adapters that have a sentence of their own. */
const TOLD: Readonly<Record<string, Trouble>> = {
  'no-adapter': 'no-adapter',
  'refused-key': 'refused-key',
  'not-found': 'not-found',
  unreachable: 'unreachable',
  silent: 'unreachable',
  gone: 'unreachable',
};
/** Where the adapter knows more: the import that is missing, what could not be read. */
const IN_ITS_WORDS: readonly Trouble[] = ['no-adapter', 'fault'];

function lineTroubles({ fault }: StatusSource): Trouble[] {
  if (!fault) return [];
  return [Object.hasOwn(TOLD, fault.code) ? (TOLD[fault.code] ?? 'fault') : 'fault'];
}
