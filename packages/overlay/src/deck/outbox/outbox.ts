import {
  parsePosition,
  type Command,
  type CommandFields,
  type CommandOf,
  type CommandType,
  type Position,
} from '@stallcast/protocol';
import { atom, type ReadableAtom } from 'nanostores';
import { monotonicFactory } from 'ulid';
import { keepText, keptText } from '../../keeping/kept-text.js';
import type { CommandSender } from '../command-sender/command-sender.js';
import { countsTwice } from './counts-twice.js';
import { indexedDbSteps } from './indexeddb-steps.js';
import { readKeptCommands } from './kept-commands.js';
import type { SentCommand } from './sent-command.js';
import { refusalOf } from './refusal-of.js';
import { inTime, isPast, settled, withoutMarks } from './settled.js';
import { sightOf } from './sight.js';
import type { StepStore } from './step-store.js';
import { joinTabs, type Tabs, type TabsListener } from './tabs.js';
import { TOO_OLD } from './too-old.js';

/** Holds this deck's commands from the tap until they come back as changes. */
export interface Outbox {
  /** The newest last: all that are under way, and of the others no more than `KEPT`. */
  readonly $commands: ReadableAtom<readonly SentCommand[]>;
  /** False while this browser keeps nothing: what waits then is lost with the page. */
  readonly $isKeeping: ReadableAtom<boolean>;
  /** Gives a command an id and sends it in its turn. A panic goes before everything else. */
  send<T extends CommandType>(type: T, fields: CommandFields[T], title?: string): string;
  /** Takes back a command that is still waiting, or clears away one that was refused. */
  drop(id: string): void;
  /** Sends what was too old to be sent unasked. */
  sendAnyway(id: string): void;
  /** Tells that the stall was read up to here. */
  reached(position: Position): void;
  /** Tries now instead of at the next turn. */
  retry(): void;
  close(): void;
}

/** How many that are over are remembered. */
export const KEPT = 40;

/** A command that waited longer than this for a page that was closed is not sent unasked: the show has moved on. */
const STALE_MS = 120_000;

const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;

/** How long a page that stopped answering is left its steps. */
const ADOPT_MS = 5_000;

export interface OutboxOptions {
  stall: string;
  sender: CommandSender;
  now?: () => number;
  /** Where the steps outlive the page. @default this browser's IndexedDB */
  steps?: StepStore;
  /** How far an earlier visit had read what is shown until the stall is read. @default nothing is shown until then */
  kept?: Position | null;
  /** The other pages of this stall's deck in this browser. @default a BroadcastChannel */
  join?: (stall: string, listener: TabsListener) => Tabs;
}

/**
 * Makes the outbox of one stall; what waits in it survives the page.
 *
 * A command is sent at once and kept beside that: the ledger does it once, by its id, however often it is sent. Of several pages
 * in one browser the one that has a step sends it; the steps of a page that is gone are taken over by another.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { stall, sender, now = Date.now, steps = indexedDbSteps(stall), join = joinTabs } = options;
  const $commands = atom<readonly SentCommand[]>([]);
  const $isKeeping = atom(true);
  const nextId = monotonicFactory();
  /** The steps that this page answers for. */
  const own = new Set<string>();
  let sending: string | null = null;
  let seen: Position | null = null;
  const { kept: keptPosition = null } = options;
  let turn: ReturnType<typeof setTimeout> | undefined;
  let adopting: ReturnType<typeof setTimeout> | undefined;
  let silence = 0;
  let closed = false;
  let tail: Promise<unknown> = Promise.resolve();

  const tabs = join(stall, { changed: () => void look(), drop: (id) => own.has(id) && drop(id) });

  /** Does its turn's work on the storage; null where that failed. */
  function keep<T>(work: () => Promise<T>, isTold = true): Promise<T | null> {
    const done = tail.then(work).then(
      (result) => {
        $isKeeping.set(true);
        if (isTold && !closed) tabs.tellChanged();
        return result;
      },
      () => {
        $isKeeping.set(false);
        return null;
      },
    );
    tail = done;
    return done;
  }

  function show(commands: readonly SentCommand[]): void {
    $commands.set([...commands].sort((a, b) => (a.command.id < b.command.id ? -1 : 1)));
  }

  /** Changes a step, here and where it is kept. Resolves to false where it is another page's by now. */
  async function patch(id: string, change: Partial<SentCommand>): Promise<boolean> {
    show($commands.get().map((sent) => (sent.command.id === id ? { ...sent, ...change } : sent)));
    const sent = $commands.get().find(({ command }) => command.id === id);
    if (!sent || !own.has(id)) return false;
    const isOwn = await keep(() => steps.update(withoutMarks(sent), tabs.id));
    if (isOwn !== false) return true;
    own.delete(id);
    void look();
    return false;
  }

  const next = (): SentCommand | undefined => {
    const waiting = $commands.get().filter(({ stage, command }) => stage === 'waiting' && own.has(command.id));
    return waiting.find(({ command }) => command.type === 'panic') ?? waiting[0];
  };

  async function pump(): Promise<void> {
    clearTimeout(turn);
    const sent = next();
    if (!sent || sending !== null || closed) return;
    const { id } = sent.command;
    sending = id;
    // A page that slept may have lost its steps to another. What is new was never anybody else's.
    if (sent.unanswered > 0 && !(await inTime(patch(id, {})))) {
      sending = null;
      return pump();
    }
    try {
      const answer = await sender.send(sent.command);
      silence = 0;
      if (!answer.ok) void patch(id, { ...refusalOf(answer), stage: 'refused' });
      // The change may have come in before the answer did.
      else void patch(id, { stage: isPast(answer.position, seen) ? 'done' : 'accepted', position: answer.position });
      forgetOld();
    } catch {
      const wait = RETRY_MS[Math.min(silence, RETRY_MS.length - 1)];
      silence += 1;
      void patch(id, { unanswered: sent.unanswered + 1 });
      if (!closed) turn = setTimeout(() => void pump(), wait);
      return;
    } finally {
      sending = null;
    }
    void pump();
  }

  function forgetOld(): void {
    const over = $commands.get().filter(({ stage, isHeld }) => stage === 'done' || (stage === 'refused' && !isHeld));
    const old = new Set(over.slice(0, Math.max(0, over.length - KEPT)).map(({ command }) => command.id));
    if (old.size === 0) return;
    show($commands.get().filter(({ command }) => !old.has(command.id)));
    for (const id of old) own.delete(id);
    void keep(() => steps.remove([...old]));
  }

  /** Takes in what the other pages did. */
  async function look(): Promise<void> {
    const before = new Set($commands.get().flatMap(({ command, isKept }) => (isKept ? [command.id] : [])));
    const kept = await keep(() => steps.all(), false);
    if (!kept || closed) return;
    const there = new Set(kept.map(({ step }) => step.command.id));
    // What was kept and is not there any more was cleared away on another page.
    const isMine = (id: string): boolean => own.has(id) && (there.has(id) || !before.has(id) || id === sending);
    const mine = $commands.get().filter(({ command }) => isMine(command.id));
    const others = kept.filter(({ step }) => !own.has(step.command.id)).map(({ step }) => asRead(step));
    show([...others, ...mine]);
    if (others.some(({ stage }) => stage === 'waiting' || stage === 'accepted')) adoptLater();
  }

  function adoptLater(): void {
    clearTimeout(adopting);
    if (!closed) adopting = setTimeout(() => void adopt().then(look), ADOPT_MS);
  }

  /** Takes over what pages left that are gone. */
  async function adopt(): Promise<void> {
    const alive = await tabs.alive();
    if (closed) return;
    const taken = await keep(() => steps.take(tabs.id, (owner) => !alive.has(owner)));
    if (closed) return;
    const fresh = (taken ?? []).filter(({ command }) => !own.has(command.id));
    for (const { command } of fresh) own.add(command.id);
    const known = $commands.get().filter(({ command }) => !fresh.some((step) => step.command.id === command.id));
    show([...known, ...fresh.map(asRead)]);
    for (const { command, stage, at } of fresh) {
      if (stage === 'waiting' && now() - at > STALE_MS) {
        void patch(command.id, { stage: 'refused', message: TOO_OLD, isHeld: true });
      }
    }
    void pump();
  }

  const asRead = (step: SentCommand): SentCommand => ({ ...settled(step, seen), isKept: true });

  /** What an earlier version kept is taken over once, and left where it is when it cannot be. */
  async function takeOver(): Promise<void> {
    const name = `stallcast.outbox.${stall}`;
    const found = readKeptCommands(keptText(name));
    const done = await keep(() => Promise.all(found.map((step) => steps.add(step, EARLIER))), false);
    if (done) keepText(name, null);
  }

  function drop(id: string): void {
    const sent = $commands.get().find(({ command }) => command.id === id);
    if (!sent || id === sending || !['waiting', 'refused'].includes(sent.stage)) return;
    // The page that has it may be sending it at this moment.
    if (sent.stage === 'waiting' && !own.has(id)) return tabs.askToDrop(id);
    own.delete(id);
    show($commands.get().filter(({ command }) => command.id !== id));
    void keep(() => steps.remove([id]));
  }

  const retry = (): void => {
    silence = 0;
    void pump();
  };
  globalThis.addEventListener?.('online', retry);
  void takeOver().then(adopt).then(look);

  function enqueue(command: Command, title?: string): string {
    const sent: SentCommand = {
      command,
      at: now(),
      stage: 'waiting',
      unanswered: 0,
      ...(title !== undefined && { title }),
    };
    own.add(command.id);
    show([...$commands.get(), sent]);
    const isKept = keep(async () => {
      await steps.add(sent, tabs.id);
      return true;
    });
    void isKept.then((yes) => {
      if (yes) show($commands.get().map((one) => (one.command.id === command.id ? { ...one, isKept: true } : one)));
    });
    retry();
    return command.id;
  }

  const sightFrom = (read: Position | null) => sightOf($commands.get(), read);

  const outbox: Outbox = {
    $commands,
    $isKeeping,
    send(type, fields, title) {
      const sight = sightFrom(seen ?? keptPosition);
      return enqueue({ ...fields, ...sight, id: nextId(now()), type } as CommandOf<typeof type> as Command, title); // joins what the parameters keep paired
    },
    drop,
    sendAnyway(id) {
      const sent = $commands.get().find(({ command }) => command.id === id);
      if (!sent?.isHeld || !own.has(id)) return;
      // The operator has looked: at what the refusal told, else at what is shown.
      const told = parsePosition(sent.overtakenAt);
      const { own: _, ...given } = sent.command;
      const command = { ...given, ...sightFrom(told ?? seen ?? keptPosition) } as Command; // still of its type
      if (told || !countsTwice(command)) {
        // It may have been done unheard and overwritten since: to be done again it takes another name.
        drop(id);
        return void enqueue({ ...command, id: nextId(now()) }, sent.title);
      }
      const { message: __, isHeld: ___, ...again } = sent;
      show($commands.get().map((one) => (one === sent ? again : one)));
      void patch(id, { command, stage: 'waiting', at: now() });
      retry();
    },
    reached(position) {
      seen = position;
      for (const sent of $commands.get()) {
        if (settled(sent, seen) !== sent) void patch(sent.command.id, { stage: 'done' });
      }
    },
    retry,
    close() {
      closed = true;
      clearTimeout(turn);
      clearTimeout(adopting);
      globalThis.removeEventListener?.('online', retry);
      tabs.close();
      sender.close();
    },
  };
  return outbox;
}

/** Owns what an earlier version kept; nobody answers to it. */
const EARLIER = 'earlier';
