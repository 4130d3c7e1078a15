import { viewOfChange, viewOfSnapshot, type Change, type Position, type View } from '@stallcast/protocol';
import type { Ledger } from '@stallcast/ledger';
import { Backlog } from './backlog.js';
import { encodeChanges, encodePing, encodeSnapshot, type ChangesMessage, type Message } from './encode.js';
import type { Reader, ReaderSource } from './reader.js';

/** A longer history is told by a snapshot, which costs both sides less. */
export const MAX_REPLAYED_CHANGES = 5_000;
/** A snapshot or a ping is told again to whoever asks at the same position within so long, ms: its time is still right. */
const SAME_MOMENT_MS = 16;
/** Answers of so many changes in all are kept until the next change. */
const MOST_KEPT_CHANGES = 5_000;

/** Readers that see the same: what any of them is told is narrowed and turned to text once for all. */
export class Audience implements ReaderSource {
  readonly readers = new Set<Reader>();
  readonly #ledger: Ledger;
  readonly #view: View;
  readonly #now: () => number;
  #snapshot: { message: Message; madeAt: number } | null = null;
  #ping: { message: Message; madeAt: number } | null = null;
  /** By the position asked from; they hold as long as the log is where it was. */
  readonly #answers = new Map<string, Promise<readonly ChangesMessage[] | null>>();
  #answersAt: Position | null = null;
  #keptChanges = 0;

  constructor(ledger: Ledger, view: View, now: () => number) {
    this.#ledger = ledger;
    this.#view = view;
    this.#now = now;
  }

  now(): number {
    return this.#now();
  }

  snapshot(): Message {
    const madeAt = this.#now();
    const kept = this.#snapshot;
    if (kept && isAt(kept.message.position, this.#ledger.position) && isSameMoment(kept.madeAt, madeAt))
      return kept.message;
    const message = encodeSnapshot(viewOfSnapshot(this.#ledger.snapshot(this.#view.room), this.#view));
    this.#snapshot = { message, madeAt };
    return message;
  }

  ping(position: Position): Message {
    const madeAt = this.#now();
    const kept = this.#ping;
    if (kept && isAt(kept.message.position, position) && isSameMoment(kept.madeAt, madeAt)) return kept.message;
    const message = encodePing(this.#ledger.stall, position, madeAt);
    this.#ping = { message, madeAt };
    return message;
  }

  messagesAfter(position: Position): Promise<readonly ChangesMessage[] | null> {
    const head = this.#ledger.position;
    if (!this.#answersAt || !isAt(this.#answersAt, head)) this.#forgetAnswers({ ...head });
    const key = `${position.epoch}.${position.offset}`;
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#findAfter(position);
    const changes = Math.max(1, head.offset - position.offset);
    if (this.#keptChanges + changes > MOST_KEPT_CHANGES) return answer;
    this.#keptChanges += changes;
    this.#answers.set(key, answer);
    // A failure is not kept: who comes back asks again.
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }

  /** Tells all readers what happened, as one change where the law of merging lets it be one. */
  tell(changes: readonly Change[]): void {
    this.#snapshot = null;
    this.#forgetAnswers(null);
    const seen = changes.map((change) => viewOfChange(change, this.#view));
    for (const message of encodeMerged(seen)) for (const reader of this.readers) reader.deliver(message);
  }

  #forgetAnswers(until: Position | null): void {
    this.#answers.clear();
    this.#answersAt = until;
    this.#keptChanges = 0;
  }

  async #findAfter(position: Position): Promise<readonly ChangesMessage[] | null> {
    if (this.#ledger.position.offset - position.offset > MAX_REPLAYED_CHANGES) return null;
    const changes = await this.#ledger.changesAfter(position);
    return changes && encodeChanges(changes.map((change) => viewOfChange(change, this.#view)));
  }
}

function encodeMerged(changes: readonly Change[]): ChangesMessage[] {
  const [first] = changes;
  if (!first || changes.length === 1 || changes.some(({ epoch }) => epoch !== first.epoch))
    return encodeChanges(changes);
  const backlog = new Backlog();
  for (const change of changes) backlog.add(change);
  const merged = backlog.merged({ epoch: first.epoch, offset: first.prev });
  return encodeChanges(merged ? [merged] : changes);
}

const isAt = (one: Position, other: Position) => one.epoch === other.epoch && one.offset === other.offset;

/** A clock that was set back makes no moment last. */
const isSameMoment = (then: number, now: number) => now >= then && now - then < SAME_MOMENT_MS;
