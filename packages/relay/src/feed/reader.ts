import type { Change, Position } from '@stallcast/protocol';
import { Backlog } from './backlog.js';
import { encodeChanges, type ChangesMessage, type Message } from './encode.js';

/** How a reader is reached: a server-sent stream or a WebSocket. */
export interface Outlet {
  send(message: Message): void;
  /** True while what was sent has not left the machine; nothing more is sent until `onDrain`. */
  readonly full: boolean;
  onDrain(listener: () => void): void;
  /** Ends the connection. `gone` is for a reader that takes nothing any more. */
  close(why: 'closing' | 'gone'): void;
}

/** What readers of one view need of their stall. */
export interface ReaderSource {
  now(): number;
  /** The whole state at the log's head. */
  snapshot(): Message;
  ping(position: Position): Message;
  /** What happened after a position; null where a snapshot is due. */
  messagesAfter(position: Position): Promise<readonly ChangesMessage[] | null>;
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
  readonly #outlet: Outlet;
  readonly #source: ReaderSource;
  #position: Position | null = null;
  #backlog: Backlog | null = new Backlog();
  #pingDue = false;
  #fullSince: number | null = null;
  #closed = false;

  constructor(outlet: Outlet, source: ReaderSource) {
    this.#outlet = outlet;
    this.#source = source;
    outlet.onDrain(() => this.#drained());
  }

  /** Up to here the reader was sent everything. */
  get position(): Position | null {
    return this.#position;
  }

  /** True when everything was sent: a message for all readers of the view fits this one. */
  get isLive(): boolean {
    return this.#backlog === null && !this.#outlet.full;
  }

  /** How many puts wait for this reader. */
  get waiting(): number {
    return this.#backlog?.size ?? 0;
  }

  /** Sends what the reader lacks, then a ping. Changes that arrive meanwhile must already be delivered to it. */
  async start(from: Position | null): Promise<void> {
    const history = from && (await this.#source.messagesAfter(from));
    if (this.#closed) return;
    if (from && history) {
      this.#position = from;
      let sent = 0;
      for (; sent < history.length && !this.#outlet.full; sent += 1) this.#send(history[sent]!);
      // The line is slow already: the rest follows merged, before whatever the backlog holds.
      if (sent < history.length) this.#prepend(history.slice(sent).flatMap(({ changes }) => changes));
    } else this.#send(this.#source.snapshot());
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
    if (this.#outlet.full) {
      const now = this.#source.now();
      this.#fullSince ??= now;
      this.#pingDue = true;
      if (now - this.#fullSince > MAX_STUCK_MS) this.close('gone');
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
    this.#outlet.close(why);
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
    if (overflowed) this.#send(this.#source.snapshot());
    this.#backlog = overflowed ? null : merged;
  }

  #drained(): void {
    this.#fullSince = null;
    if (!this.#closed && this.#position) this.#catchUp();
  }

  /** Sends the backlog and a due ping, as far as the line takes them. */
  #catchUp(): void {
    const outlet = this.#outlet;
    const backlog = this.#backlog;
    if (!this.#position || outlet.full) return;
    this.#backlog = null;
    if (backlog?.overflowed) this.#send(this.#source.snapshot());
    else {
      const missed = backlog?.merged(this.#position);
      for (const message of encodeChanges(missed ? [missed] : [])) this.#send(message);
    }
    if (!this.#pingDue || outlet.full) return;
    this.#pingDue = false;
    this.#send(this.#source.ping(this.#position));
  }

  #send(message: Message): void {
    // The message's own, which all readers share.
    this.#position = message.position;
    this.#outlet.send(message);
  }
}
