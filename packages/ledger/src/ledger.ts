import {
  createFold,
  type Change,
  type Position,
  type Snapshot,
  type SourceEvent,
  type StallState,
} from '@stallcast/protocol';
import { readAudit } from './audit.js';
import type { AuditEntry } from './audit-entry.js';
import type { Beginning, NewLife } from './genesis.js';
import { parseCommand, parseEvents } from './input.js';
import type { Model } from './model.js';
import type { Outcome } from './outcome.js';
import { createRoomOrders } from './room-orders.js';
import { newestOrders, stateOf } from './state.js';
import { commandInput, DAY_INPUT, decideStep, eventsInput, type Decided, type Input } from './step.js';
import type { LedgerStorage } from './storage.js';

/** The single writer of a stall: commands and source events in, an ordered log of changes and a snapshot out. */
export interface Ledger {
  readonly stall: string;
  /** How far the log is, as far as this ledger has seen. */
  readonly position: Position;
  /**
   * The operator's whole view at `position`; what others may see of it is up to the caller.
   *
   * With a room it carries that room's newest orders in place of the stall's: what a reader of that room would have by now who had
   * heard everything.
   */
  snapshot(room?: string): Snapshot;
  /** Decides a command. Durable when it resolves; bad input is refused, and only a failing storage rejects. */
  command(command: unknown): Promise<Outcome>;
  /** Takes one delivery of a source: all of its events or none. */
  accept(events: readonly SourceEvent[]): Promise<Outcome>;
  /** Moves on what a new day by the session's calendar makes untrue: promised dates. Nothing happens where none has to move. */
  turnDay(): Promise<Outcome>;
  /** The changes after a position; null where that history is not here, and a snapshot is due. */
  changesAfter(position: Position): Promise<Change[] | null>;
  /** Everything that was asked of this stall or told to it, and how it ended; the oldest first. */
  auditLog(): AsyncIterable<AuditEntry>;
  /** Tells changes in order once they are durable. Returns what stops it. */
  subscribe(listener: (change: Change) => void): () => void;
  /** Takes in what another writer on the same storage has appended; true if there was something. */
  refresh(): Promise<boolean>;
  /** Waits for what is under way and lets go of the storage. */
  close(): Promise<void>;
}

export interface LedgerOptions extends Beginning {
  stall: string;
  storage: LedgerStorage;
  /** The time in ms. @default Date.now */
  now?: () => number;
  /** Begins a new life of the log: the storage is a copy that was restored, and readers may be ahead of it. @default none */
  newLife?: NewLife;
  /**
   * Puts off the next step until what arrives together has arrived, so that it becomes one step. Inputs that come while a step is under
   * way wait for the next in any case. @default the next step begins at once
   */
  gather?: (begin: () => void) => void;
  /** Told when a subscriber throws; the others are told the change all the same. */
  onFault?: (error: unknown) => void;
}

/** How many inputs one step of the storage takes at most. */
const MAX_BATCH = 256;

interface Waiting {
  input: Input;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

/** Opens a stall's ledger. An empty storage begins with a session and the room `main`. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { stall, storage, now = Date.now, gather = (begin) => begin(), onFault } = options;
  const listeners = new Set<(change: Change) => void>();
  const waiting: Waiting[] = [];
  /** What readers may know: durable changes, folded. */
  const published = createFold();
  const roomOrders = createRoomOrders();
  let state: StallState | null = null;
  /** What the next input is decided on; null when it must be read from the storage first. */
  let model: Model | null = null;
  let tail: Promise<unknown> = Promise.resolve();
  let closed = false;
  /** A step for what waits is on its way. */
  let gathering: Promise<void> | null = null;

  /** Runs one piece of work on the storage after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = tail.then(work);
    tail = done.catch(() => undefined);
    return done;
  }

  async function step(inputs: readonly Input[], newLife: NewLife | null = null): Promise<Decided> {
    const known = model;
    const ids = inputs.flatMap((input) => input.ids);
    const decided = await storage.step(known?.position ?? null, ids, (found) => {
      // From here on the model may be ahead of the storage; it counts again when the step is durable.
      model = null;
      return decideStep(stall, options, known, inputs, found, now(), newLife);
    });
    model = decided.model;
    await publish(decided);
    return decided;
  }

  async function publish({ model: current, changes }: Decided): Promise<void> {
    const have = published.position;
    const before = changes[0]?.prev ?? current.position.offset;
    let news: readonly Change[] | null = changes;
    if (have?.epoch !== current.position.epoch) news = null;
    // Another writer was here in between: its changes come first.
    else if (have.offset < before) news = await storage.changesAfter(have);

    if (news) news.forEach(takeIn);
    else {
      published.snapshot({ ...current.position, stall, at: new Date(now()).toISOString(), state: stateOf(current) });
      roomOrders.reset(newestOrders(current));
    }
    if (news?.length !== 0) state = null;
    tell(news ?? changes);
  }

  function takeIn(change: Change): void {
    published.change(change);
    roomOrders.change(change);
  }

  function tell(changes: readonly Change[]): void {
    for (const change of changes) {
      for (const listener of listeners) {
        try {
          listener(change);
        } catch (error) {
          onFault?.(error);
        }
      }
    }
  }

  async function decideWaiting(): Promise<void> {
    while (waiting.length > 0) await decideBatch(waiting.splice(0, MAX_BATCH));
  }

  async function decideBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const { outcomes } = await step(batch.map(({ input }) => input));
      batch.forEach(({ resolve }, index) => resolve(outcomes[index]!));
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      // One of them may be the cause: each gets its own try.
      else
        for (const one of batch) await step([one.input]).then(({ outcomes }) => one.resolve(outcomes[0]!), one.reject);
    }
  }

  function decide(input: Input): Promise<Outcome> {
    if (closed) return Promise.reject(new Error(`The ledger of "${stall}" is closed: open it again.`));
    return new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      gathering ??= new Promise<void>(gather).then(() => {
        gathering = null;
        return inTurn(decideWaiting);
      });
    });
  }

  await inTurn(() => step([], options.newLife ?? null));

  return {
    stall,

    get position() {
      return published.position!;
    },

    snapshot(room) {
      state ??= { ...published.state(), alerts: published.all('alert') };
      const seen = room === undefined ? state : { ...state, orders: roomOrders.of(room) };
      return { stall, ...published.position!, at: new Date(now()).toISOString(), state: seen };
    },

    async command(sent) {
      const parsed = parseCommand(sent);
      return parsed.ok ? decide(commandInput(parsed.value)) : parsed;
    },

    async accept(sent) {
      const parsed = parseEvents(sent);
      return parsed.ok ? decide(eventsInput(parsed.value)) : parsed;
    },

    turnDay: () => decide(DAY_INPUT),

    changesAfter(position) {
      return storage.changesAfter(position);
    },

    auditLog: () => readAudit(storage),

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    refresh() {
      return inTurn(async () => {
        const have = published.position!;
        const news = await storage.changesAfter(have);
        if (news?.length === 0) return false;
        if (news) {
          // The documents are read when the next input comes: a mere reader never needs them.
          model = null;
          news.forEach(takeIn);
          state = null;
          tell(news);
          return true;
        }
        await step([]);
        return true;
      });
    },

    async close() {
      closed = true;
      await gathering;
      await tail;
      await storage.close();
    },
  };
}
