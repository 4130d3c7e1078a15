import { openLedger, type Ledger } from '@stallcast/ledger';
import { openIndexedDbStorage } from '@stallcast/ledger/indexeddb';
import {
  AdapterError,
  viewOfChange,
  viewOfSnapshot,
  type Adapter,
  type Change,
  type Position,
  type Sink,
  type Stop,
  type View,
} from '@stallcast/protocol';
import { openNews, type News } from './news.js';
import { EmptyStallError, readerStorage } from './reader-storage.js';

/** How often the log is looked at while the page is visible, in case news got lost. */
const LOOK_EVERY_MS = 5_000;

/** What of a stall is read. */
export interface LocalAdapterOptions {
  /** One room's view; without it, all rooms. */
  room?: string;
  /** Whether alerts and orders that are not for the screen are read too. @default false */
  operator?: boolean;
  /** The page's own ledger, where it has one: its changes come without a detour. It is not closed by a stop. */
  ledger?: Ledger;
}

/**
 * Reads a stall from this browser's own storage, where a deck keeps its ledger.
 *
 * It never writes, and needs no server, no network and no secure context. It hears of news over a BroadcastChannel and looks every
 * five seconds besides; while the page is hidden it does nothing.
 */
export function localAdapter(stall: string, options: LocalAdapterOptions = {}): Adapter {
  const { room, operator = false, ledger } = options;
  return {
    name: `local ${stall}`,
    silenceMs: 2 * LOOK_EVERY_MS + 5_000,
    start: (sink) => follow(stall, { room, operator }, ledger ?? null, sink),
  };
}

function follow(stall: string, view: View, own: Ledger | null, sink: Sink): Stop {
  let ledger: Ledger | null = null;
  let unsubscribe = () => {};
  /** Up to here the sink knows everything. */
  let delivered: Position | null = null;
  let told: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  function take(change: Change): void {
    // What does not follow is told by a snapshot at the end of the look.
    if (stopped || !delivered || change.epoch !== delivered.epoch || change.prev !== delivered.offset) return;
    delivered = { epoch: change.epoch, offset: change.offset };
    sink.change(viewOfChange(change, view));
  }

  async function open(): Promise<Ledger> {
    const opened = own ?? (await openReader(stall));
    ledger = opened;
    unsubscribe = opened.subscribe(take);
    return opened;
  }

  async function letGo(): Promise<void> {
    const closing = ledger;
    ledger = null;
    unsubscribe();
    if (closing && closing !== own) await closing.close();
  }

  async function lookOnce(): Promise<void> {
    try {
      const opened = ledger ?? (await open());
      if (!stopped) await opened.refresh();
      if (stopped) return;
      told = null;
      const { epoch, offset } = opened.position;
      if (delivered?.epoch === epoch && delivered.offset === offset) sink.alive({ epoch, offset }, now());
      else {
        delivered = { epoch, offset };
        sink.snapshot(viewOfSnapshot(opened.snapshot(view.room), view));
      }
    } catch (error) {
      await letGo().catch(() => {});
      if (!stopped) tell(error);
    }
  }

  /** Says what is wrong once, not every five seconds. */
  function tell(error: unknown): void {
    const { code, message } = faultOf(error, stall);
    if (told === code) return;
    told = code;
    sink.fault(new AdapterError(code, message, { cause: error }));
  }

  /** One look at a time; what comes meanwhile is looked at once more. */
  function look(): void {
    clearTimeout(timer);
    if (stopped || isHidden()) return;
    if (looking) {
      again = true;
      return;
    }
    looking = lookOnce().then(() => {
      looking = null;
      if (stopped) return void letGo();
      if (again) {
        again = false;
        look();
      } else timer = setTimeout(look, LOOK_EVERY_MS);
    });
  }

  const news: News = openNews(stall, look);
  globalThis.document?.addEventListener('visibilitychange', look);
  look();
  return () => {
    if (stopped) return;
    stopped = true;
    clearTimeout(timer);
    news.close();
    globalThis.document?.removeEventListener('visibilitychange', look);
    // A look that is under way lets go by itself when it is done.
    if (!looking) void letGo();
  };
}

async function openReader(stall: string): Promise<Ledger> {
  const storage = readerStorage(await openIndexedDbStorage(stall));
  try {
    return await openLedger({ stall, storage });
  } catch (error) {
    await storage.close();
    throw error;
  }
}

function faultOf(error: unknown, stall: string): { code: string; message: string } {
  if (error instanceof EmptyStallError) {
    return {
      code: 'not-found',
      message: `This browser holds no stall “${stall}” yet: open its deck in the same browser, or as a dock in OBS.`,
    };
  }
  return {
    code: 'unreachable',
    message: `The storage of this browser did not let “${stall}” be read: close other pages of the stall, and see that the disk is not full.`,
  };
}

function isHidden(): boolean {
  return globalThis.document?.hidden === true;
}

function now(): string {
  return new Date().toISOString();
}
