import type { Command } from '@stallcast/protocol';
import {
  UnansweredError,
  type CommandAnswer,
  type CommandSender,
} from '../../../deck/command-sender/command-sender.js';
import type { Sentence } from '../../../words/language.js';
import type { Draft } from './commands-of.js';

/** What belongs together: when one command of it is refused, the rest of it is not sent. */
export interface Parcel {
  title: string;
  drafts: readonly Draft[];
}

/** How far a run is. */
export interface CopyProgress {
  done: number;
  of: number;
  refused: readonly { title: string; message: Sentence }[];
  /** The relay does not answer: `go()` continues with the same commands, which the ledger does once. */
  isStuck: boolean;
}

/** Parcels on their way into the stall. */
export interface CopyRun {
  readonly progress: CopyProgress;
  /** Sends what is left; resolves when all of it was answered, or the relay is silent. */
  go(): Promise<CopyProgress>;
}

/** How often a command that got no answer is sent again, and the waits between, ms. */
const WAITS_MS: readonly number[] = [500, 1_000, 2_000];

export interface CopyOptions {
  sender: CommandSender;
  newId: () => string;
  onProgress?: (progress: CopyProgress) => void;
  wait?: (ms: number) => Promise<void>;
}

/** Sends parcels one after the other. Each command keeps its id through every try, so that nothing is done twice. */
export function createCopyRun(parcels: readonly Parcel[], options: CopyOptions): CopyRun {
  const { sender, newId, onProgress, wait = pause } = options;
  const left = parcels.map(({ title, drafts }) => ({
    title,
    commands: drafts.map((draft): Command => ({ ...draft, id: newId() })),
  }));
  let progress: CopyProgress = { done: 0, of: parcels.length, refused: [], isStuck: false };
  const tell = (change: Partial<CopyProgress>): CopyProgress => {
    progress = { ...progress, ...change };
    onProgress?.(progress);
    return progress;
  };

  return {
    get progress() {
      return progress;
    },
    async go() {
      tell({ isStuck: false });
      for (let parcel = left[0]; parcel; parcel = left[0]) {
        const { title, commands } = parcel;
        const [command] = commands;
        if (!command) {
          left.shift();
          tell({ done: progress.done + 1 });
          continue;
        }
        const answer = await sendPatiently(sender, command, wait);
        if (!answer) return tell({ isStuck: true });
        commands.shift();
        if (answer.ok) continue;
        left.shift();
        tell({ refused: [...progress.refused, { title, message: answer.message }] });
        // A wrong key is wrong for all of them.
        if (answer.status === 401 || answer.status === 403) left.length = 0;
      }
      return progress;
    },
  };
}

async function sendPatiently(
  sender: CommandSender,
  command: Command,
  wait: (ms: number) => Promise<void>,
): Promise<CommandAnswer | null> {
  for (const ms of [...WAITS_MS, null]) {
    try {
      return await sender.send(command);
    } catch (error) {
      if (!(error instanceof UnansweredError)) throw error;
      if (ms !== null) await wait(ms);
    }
  }
  return null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
