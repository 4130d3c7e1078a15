import { createMemoryStorage, openLedger, type Ledger } from '@stallcast/ledger';
import { AdapterError, type Adapter, type Command, type Sink, type StallState } from '@stallcast/protocol';
import { createRoomStore, type RoomStore } from '@stallcast/store';
import { atom, type ReadableAtom } from 'nanostores';
import { eventCommands, type StageEvent } from './stage-events.js';
import { lentCommands, stageCommands } from './stage-stall.js';

/** A sign of life comes so often; half of this again without one and the widgets say that the line is down. */
const BEAT_MS = 2_000;
const SILENCE_MS = 3_000;

/** The studio's own stall: a ledger in this page's memory that nothing outside hears of, all of it marked as a demonstration. */
export interface Stage {
  readonly store: RoomStore;
  /** Whether the line to it was cut for a test. */
  readonly $isCut: ReadableAtom<boolean>;
  /** Lets something happen; resolves once the widgets know. */
  play(event: StageEvent, words: { announcement: string }): Promise<void>;
  /** Brings a real stall's products onto the stage, as a demonstration. What it has of the stall's already, it keeps. */
  lend(state: Pick<StallState, 'products' | 'offers'>): Promise<void>;
  /** Cuts the line, or joins it again. */
  cut(isCut: boolean): void;
  /** Begins anew. */
  reset(): Promise<void>;
  close(): void;
}

export interface StageOptions {
  /** @default '/pictures' */
  pictureBase?: string;
  /** Ms since 1970. @default Date.now */
  now?: () => number;
}

/** Opens the stage. It writes nothing to any storage, and no key, link or relay is known to it. */
export async function openStage({ pictureBase = '/pictures', now = Date.now }: StageOptions = {}): Promise<Stage> {
  const $isCut = atom(false);
  const sinks = new Set<Sink>();
  let lent: readonly Command[] = [];
  let ledger = await openStall();
  let turn = 0;

  async function openStall(): Promise<Ledger> {
    const next = await openLedger({
      stall: 'studio',
      storage: createMemoryStorage(),
      synthetic: true,
      timeZone: 'Asia/Shanghai',
      now,
    });
    await order(next, stageCommands(now(), pictureBase));
    await lendTo(next, lent);
    next.subscribe((change) => {
      if (next !== ledger || $isCut.get()) return;
      for (const sink of sinks) sink.change(change);
    });
    return next;
  }

  const adapter: Adapter = {
    name: 'studio',
    silenceMs: SILENCE_MS,
    start(sink) {
      sinks.add(sink);
      sink.snapshot(ledger.snapshot());
      const beat = setInterval(() => {
        if (!$isCut.get()) sink.alive(ledger.position, new Date(now()).toISOString());
      }, BEAT_MS);
      return () => {
        clearInterval(beat);
        sinks.delete(sink);
      };
    },
  };
  const store = createRoomStore(adapter, { room: 'main' });
  store.start();

  const join = (): void => {
    $isCut.set(false);
    for (const sink of sinks) sink.snapshot(ledger.snapshot());
  };

  return {
    store,
    $isCut,
    async play(event, words) {
      turn += 1;
      const commands = eventCommands(event, ledger.snapshot().state, words, now(), turn);
      await order(
        ledger,
        commands.map((command, index): Command => ({ ...command, id: `test-${turn}-${index}`, synthetic: true })),
      );
    },
    async lend(state) {
      lent = lentCommands(state);
      await lendTo(ledger, lent);
    },
    cut(isCut) {
      if (!isCut) return join();
      $isCut.set(true);
      for (const sink of sinks) sink.fault(new AdapterError('unreachable', 'The line was cut for a test.'));
    },
    async reset() {
      const before = ledger;
      ledger = await openStall();
      await before.close();
      join();
    },
    close() {
      store.stop();
      void ledger.close();
    },
  };
}

async function order(ledger: Ledger, commands: readonly Command[]): Promise<void> {
  const outcomes = await Promise.all(commands.map((command) => ledger.command(command)));
  for (const outcome of outcomes) {
    if (!outcome.ok) throw new Error(`The studio's stage refused a test: ${outcome.refusal.message.en}`);
  }
}

/** What the stage cannot take of a real stall, such as another currency, it does without. */
async function lendTo(ledger: Ledger, commands: readonly Command[]): Promise<void> {
  await Promise.all(commands.map((command) => ledger.command(command)));
}
