import type { Change, Position, Snapshot } from '@stallcast/protocol';
import { Backlog } from './backlog.js';
import { encodeChanges, encodePing, encodeSnapshot, type ChangesMessage, type Message } from './encode.js';

/** How a reader is reached: a server-sent stream or a WebSocket. */
export interface Outlet {
  send(message: Message): void;
  /** True while what was sent has not left the machine; nothing more is sent until `onDrain`. */
  readonly full: boolean;
  onDrain(listener: () => void): void;
  /** Ends the connection. `gone` is for a reader that takes nothing any more. */
  close(why: 'closing' | 'gone'): void;
}

/** What a reader needs of its stall, narrowed to its view. */
export interface ReaderOptions {
  stall: string;
  outlet: Outlet;
  now: () => number;
  snapshot(): Snapshot;
  changesAfter(position: Position): Promise<Change[] | null>;
}

/** A line with so much on its way counts as full: more than a surge, less than what many stuck readers could cost. */
export const FULL_AT_BYTES = 256 * 1024;
/** A reader that takes nothing for so long is cut off; it comes back by its own position. */
export const MAX_STUCK_MS = 30_000;

/**
 * Brings one reader up to the log's head and keeps it there.
 *
 *     catching up ──(history or snapshot, then a ping)──→ live ⇄ behind
 *
 * While catching up or behind (its line is full), changes go to a backlog of bounded size, which follows as one change.
 *
 * The first ping comes after what was missed, not before: a ping that announces more than was received is a gap to its reader, who
 * would ask again for ever; and one that announced less would let old figures pass as live.
 */
export class Reader {
  readonly #options: ReaderOptions;
  #position: Position | null = null;
  #backlog: Backlog | null = new Backlog();
  #pingDue = false;
  #fullSince: number | null = null;
  #closed = false;

  constructor(options: ReaderOptions) {
    this.#options = options;
    options.outlet.onDrain(() => this.#drained());
  }

  /** Up to here the reader was sent everything. */
  get position(): Position | null {
    return this.#position;
  }

  /** True when everything was sent: a message for all readers of the view fits this one. */
  get isLive(): boolean {
    return this.#backlog === null && !this.#options.outlet.full;
  }

  /** How many puts wait for this reader. */
  get waiting(): number {
    return this.#backlog?.size ?? 0;
  }

  /** Sends what the reader lacks, then a ping. Changes that arrive meanwhile must already be delivered to it. */
  async start(from: Position | null): Promise<void> {
    const history = from && (await this.#options.changesAfter(from));
    if (this.#closed) return;
    if (from && history) {
      this.#position = from;
      const messages = encodeChanges(history);
      for (let next = messages[0]; next && !this.#options.outlet.full; next = messages[0]) {
        this.#send(next);
        messages.shift();
      }
      // The line is slow already: the rest follows merged, before whatever the backlog holds.
      if (messages.length > 0) this.#prepend(messages.flatMap(({ changes }) => changes));
    } else this.#sendSnapshot();
    this.#pingDue = true;
    this.#catchUp();
  }

  /** Takes in a message that was made for all readers of the view. */
  deliver(message: ChangesMessage): void {
    if (this.#closed) return;
    const have = this.#position;
    if (!this.isLive || !have) for (const change of message.changes) this.#wait(change);
    else if (message.position.epoch !== have.epoch || message.position.offset > have.offset) this.#send(message);
  }

  /** Gives a sign of life, or cuts the reader off when it has taken nothing for too long. */
  ping(): void {
    if (this.#closed) return;
    const { outlet, now } = this.#options;
    if (outlet.full) {
      this.#fullSince ??= now();
      this.#pingDue = true;
      if (now() - this.#fullSince > MAX_STUCK_MS) this.close('gone');
      return;
    }
    this.#fullSince = null;
    this.#pingDue = true;
    this.#catchUp();
  }

  close(why: 'closing' | 'gone'): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#backlog = null;
    this.#options.outlet.close(why);
  }

  #wait(change: Change): void {
    this.#backlog ??= new Backlog();
    this.#backlog.add(change);
  }

  #prepend(changes: readonly Change[]): void {
    const later = this.#backlog?.merged({ epoch: '', offset: 0 });
    const overflowed = this.#backlog?.overflowed ?? false;
    const merged = new Backlog();
    for (const change of changes) merged.add(change);
    if (later) merged.add(later);
    // What was lost to the overflow cannot be told as a change either.
    if (overflowed) this.#sendSnapshot();
    this.#backlog = overflowed ? null : merged;
  }

  #drained(): void {
    this.#fullSince = null;
    if (!this.#closed && this.#position) this.#catchUp();
  }

  /** Sends the backlog and a due ping, as far as the line takes them. */
  #catchUp(): void {
    const { outlet, now, stall } = this.#options;
    const backlog = this.#backlog;
    if (!this.#position || outlet.full) return;
    this.#backlog = null;
    if (backlog?.overflowed) this.#sendSnapshot();
    else {
      const missed = backlog?.merged(this.#position);
      for (const message of encodeChanges(missed ? [missed] : [])) this.#send(message);
    }
    if (!this.#pingDue || outlet.full) return;
    this.#pingDue = false;
    this.#send(encodePing(stall, this.#position, now()));
  }

  #sendSnapshot(): void {
    this.#send(encodeSnapshot(this.#options.snapshot()));
  }

  #send(message: Message): void {
    this.#position = { epoch: message.position.epoch, offset: message.position.offset };
    this.#options.outlet.send(message);
  }
}
