import type { Adapter, Announcement, Command, CommandFields, CommandType, Order, Position } from '@stallcast/protocol';
import { createRoomStore, type KeptState, type RoomStore } from '@stallcast/store';
import { atom, computed, type ReadableAtom, type WritableAtom } from 'nanostores';
import type { Language, Sentence } from '../../words/language.js';
import type { CommandSender } from '../command-sender/command-sender.js';
import type { RelayDesk } from '../devices/relay-desk.js';
import { createOutbox, type Outbox } from '../outbox/outbox.js';
import type { SentCommand } from '../outbox/sent-command.js';
import type { StepStore } from '../outbox/step-store.js';
import { followTeam, type Team } from '../team/follow-team.js';
import { followGone } from './follow-gone.js';
import { followPositions } from './follow-positions.js';
import { followScopes } from './follow-scopes.js';
import { titleOf } from './title-of.js';

/** How many products may be on air at once. */
export const MAX_FEATURED = 3;

/** All that a part of the deck works with: what the stall is, and the way to wish for something. */
export interface Desk {
  readonly stall: string;
  readonly store: RoomStore;
  readonly outbox: Outbox;
  readonly $language: WritableAtom<Language>;
  /** Shown for a moment above the keys: a refusal of the deck itself. */
  readonly $notice: WritableAtom<Notice | null>;
  /** What will be on air once the wishes under way are done: the ground for the next wish, never shown as fact. */
  readonly $wishedFeatured: ReadableAtom<readonly string[]>;
  /** The announcement that each scope has of its own. */
  readonly $announced: ReadableAtom<Readonly<Record<string, Announcement>>>;
  /** The products that each scope features of its own. */
  readonly $featuredOf: ReadableAtom<Readonly<Record<string, readonly string[]>>>;
  /** Orders that were cancelled or refunded while this deck looked on, until they are cleared away. */
  readonly $gone: WritableAtom<readonly Order[]>;
  /** What the other operators did. */
  readonly team: Team;
  /** How far the stall was read; null before the first snapshot. */
  readonly $read: ReadableAtom<Position | null>;
  /** Who is connected and who has a key; null where the deck holds the ledger itself. */
  readonly relay: RelayDesk | null;
  /** Loads the marked example; only a deck that holds the ledger itself can. */
  readonly loadExample: (() => Promise<void>) | null;
  /** Goods that came with the deck, which an empty stall may take; null where there are none. */
  readonly broughtGoods: BroughtGoods | null;
  /** Sends a command to the room that the deck looks at. */
  send<T extends CommandType>(type: T, fields: CommandFields[T]): string;
  /** The room that commands with a scope go to; the whole stall before the first snapshot. */
  room(): string | undefined;
  close(): void;
}

/** One sentence of the deck's own, by a key of its words. */
export interface Notice {
  readonly text: (language: Language) => string;
  /** Good news, and no refusal. */
  readonly isGood?: boolean;
}

/** Goods to start with, in words of their own. */
export interface BroughtGoods {
  readonly title: Sentence;
  readonly hint: Sentence;
  load(): Promise<void>;
}

export interface DeskOptions {
  stall: string;
  /** The room to look at; the stall's first selling room by default. */
  room?: string | undefined;
  adapter: Adapter;
  sender: CommandSender;
  $language: WritableAtom<Language>;
  loadExample?: (() => Promise<void>) | null;
  broughtGoods?: BroughtGoods | null;
  relay?: RelayDesk | null;
  /** Where the steps outlive the page. @default this browser's IndexedDB */
  steps?: StepStore;
  /** What an earlier visit knew of the stall: there at once, with its age. */
  kept?: KeptState | null;
}

/** Opens a desk: starts reading the stall, and sends what an earlier visit left waiting. */
export function openDesk({
  stall,
  room,
  adapter,
  sender,
  $language,
  loadExample = null,
  broughtGoods = null,
  relay = null,
  steps,
  kept = null,
}: DeskOptions): Desk {
  const outbox: Outbox = createOutbox({
    stall,
    sender,
    kept: kept?.snapshot ?? null,
    ...(steps && { steps }),
  });
  const own = new Set<string>();
  const isOwn = (id: string): boolean => own.has(id) || outbox.$commands.get().some(({ command }) => command.id === id);
  const team = followTeam(relay?.steps ?? null, isOwn);
  const { adapter: scoped, $announced, $featuredOf } = followScopes(adapter, kept?.snapshot);
  const $read = atom<Position | null>(null);
  const followed = followPositions(scoped, (position: Position) => {
    outbox.reached(position);
    $read.set(position);
    team.moved();
  });
  const store = createRoomStore(followed, { kept, ...(room !== undefined && { room }) });
  const $notice = atom<Notice | null>(null);

  const $wishedFeatured = computed([store.$featured, outbox.$commands], (featured, commands) =>
    commands
      .filter(isUnderWay)
      .reduce<readonly string[]>((wished, { command }) => applyFeature(wished, command), featured),
  );
  const $gone = followGone(store);
  store.start();

  return {
    stall,
    store,
    outbox,
    $language,
    $notice,
    $wishedFeatured,
    $announced,
    $featuredOf,
    $gone,
    $read,
    team,
    relay,
    loadExample,
    broughtGoods,
    send(type, fields) {
      const about =
        'productId' in fields
          ? titleOf({ store, $language }, fields.productId)
          : 'roomId' in fields
            ? store.$rooms.get().find(({ id }) => id === fields.roomId)?.title
            : undefined;
      // Felt, where the thumb is not looked at: long for what hides all, short for the rest.
      globalThis.navigator?.vibrate?.(type === 'panic' ? 120 : 25);
      const id = outbox.send(type, fields, about);
      own.add(id);
      return id;
    },
    room: () => store.$room.get()?.id ?? room,
    close() {
      store.stop();
      team.close();
      outbox.close();
      relay?.close();
    },
  };
}

function isUnderWay({ stage }: SentCommand): boolean {
  return stage === 'waiting' || stage === 'accepted';
}

function applyFeature(wished: readonly string[], command: Command): readonly string[] {
  if (command.type === 'feature') return command.productIds;
  return command.type === 'unfeature' ? [] : wished;
}
