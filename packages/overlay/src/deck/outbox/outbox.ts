import type { Command, CommandFields, CommandOf, CommandType, Position } from '@stallcast/protocol';
import { atom, type ReadableAtom } from 'nanostores';
import { ulid } from 'ulid';
import { keepText, keptText } from '../../keeping/kept-text.js';
import type { Sentence } from '../../words/language.js';
import type { CommandSender } from '../command-sender/command-sender.js';
import { readKeptCommands } from './kept-commands.js';
import type { SentCommand } from './sent-command.js';

/** Holds this deck's commands from the tap until they come back as changes. */
export interface Outbox {
  /** The newest last, no more than `KEPT`. */
  readonly $commands: ReadableAtom<readonly SentCommand[]>;
  /** Gives a command an id and sends it in its turn. A panic goes before everything else. */
  send<T extends CommandType>(type: T, fields: CommandFields[T], title?: string): string;
  /** Takes back a command that is still waiting, or clears away one that was refused. */
  drop(id: string): void;
  /** Tells that the stall was read up to here. */
  reached(position: Position): void;
  /** Tries now instead of at the next turn. */
  retry(): void;
  close(): void;
}

/** How many commands the deck remembers. */
export const KEPT = 40;

/** A command that waited longer than this when the deck was opened again is not sent: the show has moved on. */
const STALE_MS = 120_000;

const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;

export interface OutboxOptions {
  stall: string;
  sender: CommandSender;
  now?: () => number;
}

/** Makes the outbox of one stall; what waits in it survives a reload. */
export function createOutbox({ stall, sender, now = Date.now }: OutboxOptions): Outbox {
  const name = `stallcast.outbox.${stall}`;
  const $commands = atom<readonly SentCommand[]>(
    readKeptCommands(keptText(name)).map((sent) =>
      sent.stage === 'waiting' && now() - sent.at > STALE_MS ? { ...sent, stage: 'refused', message: TOO_OLD } : sent,
    ),
  );
  let sending: string | null = null;
  let seen: Position | null = null;
  let turn: ReturnType<typeof setTimeout> | undefined;
  let silence = 0;
  let closed = false;

  const write = (commands: readonly SentCommand[]): void => {
    $commands.set(commands.slice(-KEPT));
    keepText(name, JSON.stringify($commands.get()));
  };
  const patch = (id: string, change: Partial<SentCommand>): void =>
    write($commands.get().map((sent) => (sent.command.id === id ? { ...sent, ...change } : sent)));

  const next = (): SentCommand | undefined => {
    const waiting = $commands.get().filter(({ stage }) => stage === 'waiting');
    return waiting.find(({ command }) => command.type === 'panic') ?? waiting[0];
  };

  async function pump(): Promise<void> {
    clearTimeout(turn);
    const sent = next();
    if (!sent || sending !== null || closed) return;
    sending = sent.command.id;
    try {
      const answer = await sender.send(sent.command);
      silence = 0;
      if (!answer.ok) patch(sent.command.id, { stage: 'refused', message: answer.message });
      // The change may have come in before the answer did.
      else
        patch(sent.command.id, {
          stage: isPast(answer.position, seen) ? 'done' : 'accepted',
          position: answer.position,
        });
    } catch {
      const wait = RETRY_MS[Math.min(silence, RETRY_MS.length - 1)];
      silence += 1;
      patch(sent.command.id, { unanswered: sent.unanswered + 1 });
      if (!closed) turn = setTimeout(() => void pump(), wait);
      return;
    } finally {
      sending = null;
    }
    void pump();
  }

  const retry = (): void => {
    silence = 0;
    void pump();
  };
  globalThis.addEventListener?.('online', retry);
  void pump();

  return {
    $commands,
    send(type, fields, title) {
      const command = { ...fields, id: ulid(now()), type } as CommandOf<typeof type> as Command; // joins what the parameters keep paired
      write([
        ...$commands.get(),
        { command, at: now(), stage: 'waiting', unanswered: 0, ...(title !== undefined && { title }) },
      ]);
      retry();
      return command.id;
    },
    drop(id) {
      if (id === sending) return;
      write(
        $commands.get().filter(({ command, stage }) => command.id !== id || !['waiting', 'refused'].includes(stage)),
      );
    },
    reached(position) {
      seen = position;
      const arrived = ({ stage, position: at }: SentCommand): boolean =>
        stage === 'accepted' && at !== undefined && isPast(at, position);
      if ($commands.get().some(arrived)) {
        write($commands.get().map((sent) => (arrived(sent) ? { ...sent, stage: 'done' } : sent)));
      }
    },
    retry,
    close() {
      closed = true;
      clearTimeout(turn);
      globalThis.removeEventListener?.('online', retry);
      sender.close();
    },
  };
}

/** Whether a reader who stands at `seen` has a position behind it; an epoch that ended is behind everyone. */
function isPast(position: Position, seen: Position | null): boolean {
  return (
    seen !== null && (position.epoch < seen.epoch || (position.epoch === seen.epoch && position.offset <= seen.offset))
  );
}

const TOO_OLD: Sentence = {
  en: 'This step was not confirmed before the deck was closed: look at how things stand and press again if you still want it.',
  'zh-CN': '这一步在控台关闭前没有得到确认：看一眼现在的状态，还需要就再按一次。',
};
