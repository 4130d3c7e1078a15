import type { Change, Frame, Position, Put, Snapshot } from '@stallcast/protocol';
import { after, FIRST_TRUTH, PRODUCTS, putsBetween, stateOf, type Deed, type Truth } from './truth.fixture.js';

/** What a client asks of a relay. */
export type Request =
  /** The door of Stallcast: what was missed since a position, or a snapshot; then whatever follows. */
  | { ask: 'read'; from: Position | null }
  /** The state, once, as by HTTP. */
  | { ask: 'state' }
  /** Whatever follows, without what was missed. */
  | { ask: 'tail' }
  /** What was missed since a number that names no life of the log; then whatever follows. */
  | { ask: 'since'; offset: number };

/** A change that also says by how much, for clients that count for themselves. */
export interface CountedChange extends Change {
  v: 1;
  type: 'change';
  by: Readonly<Record<string, number>>;
}

interface Line {
  /** Changes that wait while the line is full; null while it is not. */
  waiting: CountedChange[] | null;
  /** Up to here the line was sent everything. */
  sent: number;
}

/** How a relay may be built worse than it is, to see that the test sees it. */
export interface RelayFlaws {
  /** A database that was put back goes on under its old epoch. */
  keepsEpochAfterRestore?: boolean;
  /** The position of a snapshot is read after its state, when a change has come between. */
  readsStateFirst?: boolean;
  /** A slow reader gets the last change alone for all that waited. */
  dropsWhatWaited?: boolean;
}

/** When a frame is sent: the store tells by it what has come late. */
const sentAt = (): string => new Date().toISOString();
const STALL = 'peaches';
/** More keys than this are told to a slow reader by a snapshot. */
const MAX_WAITING_KEYS = 2;

/** A relay without a network and without storage: one log, its lives, and every truth that ever was. */
export class SimulatedRelay {
  epoch = '';
  offset = 0;
  truth = FIRST_TRUTH;
  readonly #flaws: RelayFlaws;
  readonly #send: (line: number, frame: Frame) => void;
  readonly #lines = new Map<number, Line>();
  readonly #truths = new Map<string, Truth>();
  #history: CountedChange[] = [];
  #lives = 50;

  constructor(send: (line: number, frame: Frame) => void, flaws: RelayFlaws = {}) {
    this.#send = send;
    this.#flaws = flaws;
    this.#begin(1, FIRST_TRUTH, 'newer');
  }

  /** What was true at a position; undefined where none was ever. */
  truthAt({ epoch, offset }: Position): Truth | undefined {
    return this.#truths.get(`${epoch}.${offset}`);
  }

  append(deed: Deed, dice: number): void {
    const offset = this.offset + 1;
    const now = after(this.truth, deed, dice, offset);
    const by: Record<string, number> = {};
    for (const id of PRODUCTS) by[id] = (now.stocks[id] ?? 0) - (this.truth.stocks[id] ?? 0);
    const puts = putsBetween(this.truth, now, offset);
    const change: CountedChange = {
      v: 1,
      type: 'change',
      stall: STALL,
      epoch: this.epoch,
      prev: this.offset,
      offset,
      at: sentAt(),
      puts,
      by,
    };
    this.#history.push(change);
    this.#stand(offset, now);
    for (const [id, line] of this.#lines) {
      if (line.waiting) line.waiting.push(change);
      else this.#tell(id, line, change);
    }
  }

  /** Answers a request; what is not the state also opens the line. */
  serve(id: number, request: Request): void {
    if (request.ask === 'state') return this.#send(id, this.#snapshot());
    const line: Line = { waiting: null, sent: this.offset };
    this.#lines.set(id, line);
    if (request.ask === 'tail') return;
    // A relay that only counts takes any number for one of its own; what lies ahead of it has nothing to follow.
    const from = request.ask === 'read' ? request.from : { epoch: this.epoch, offset: request.offset };
    const history = from && this.#historyAfter(from);
    if (history) for (const change of history) this.#send(id, change);
    else if (request.ask === 'read' || request.offset <= this.offset) this.#send(id, this.#snapshot());
    this.#ping(id, line);
  }

  knows(line: number): boolean {
    return this.#lines.has(line);
  }

  /** A line was closed by its reader. */
  hangUp(line: number): void {
    this.#lines.delete(line);
  }

  ping(): void {
    for (const [id, line] of this.#lines) if (!line.waiting) this.#ping(id, line);
  }

  /** Lines take nothing for a while. */
  fill(): void {
    for (const line of this.#lines.values()) line.waiting ??= [];
  }

  /** Lines take something again: what waited goes as one change, or as a snapshot. */
  drain(): void {
    for (const [id, line] of this.#lines) {
      const { waiting } = line;
      line.waiting = null;
      const [first, last] = [waiting?.[0], waiting?.at(-1)];
      if (!waiting || !first || !last) continue;
      const puts = new Map<string, Put>();
      const by: Record<string, number> = {};
      for (const change of this.#flaws.dropsWhatWaited ? [last] : waiting) {
        for (const put of change.puts) puts.set(`${put.kind} ${put.id}`, put);
        for (const product of PRODUCTS) by[product] = (by[product] ?? 0) + (change.by[product] ?? 0);
      }
      if (puts.size > MAX_WAITING_KEYS) {
        line.sent = this.offset;
        this.#send(id, this.#snapshot());
      } else this.#tell(id, line, { ...last, prev: first.prev, puts: [...puts.values()], by });
    }
  }

  /** Forgets the older half of its history. */
  forget(): void {
    this.#history = this.#history.slice(Math.ceil(this.#history.length / 2));
  }

  /** The process ends. Returns the lines that are gone by it. */
  restart(): number[] {
    const gone = [...this.#lines.keys()];
    this.#lines.clear();
    return gone;
  }

  /** The database is lost: another life begins from nothing. Its epoch is older where the clock was set back. */
  startOver(age: 'newer' | 'older'): void {
    this.#begin(1, FIRST_TRUTH, age);
  }

  /** An older copy of the database is put back. What came after it never happened. */
  restore(steps: number): void {
    const offset = Math.max(this.#history[0]?.prev ?? this.offset, this.offset - steps);
    const truth = this.truthAt({ epoch: this.epoch, offset });
    if (!truth) return;
    if (this.#flaws.keepsEpochAfterRestore) {
      this.#history = this.#history.filter((change) => change.offset <= offset);
      this.#stand(offset, truth);
    } else this.#begin(offset, truth, 'newer');
  }

  #begin(offset: number, truth: Truth, age: 'newer' | 'older'): void {
    this.#lives += 1;
    const number = age === 'newer' ? this.#lives : 100 - this.#lives;
    this.epoch = `01JZ${age === 'newer' ? 'B' : 'A'}${String(number).padStart(3, '0')}`;
    this.#history = [];
    this.#stand(offset, truth);
    for (const line of this.#lines.values()) {
      line.sent = offset;
      if (line.waiting) line.waiting = [];
    }
  }

  #stand(offset: number, truth: Truth): void {
    this.offset = offset;
    this.truth = truth;
    this.#truths.set(`${this.epoch}.${offset}`, truth);
  }

  #historyAfter({ epoch, offset }: Position): CountedChange[] | null {
    const oldest = this.#history[0]?.prev ?? this.offset;
    if (epoch !== this.epoch || offset > this.offset || offset < oldest) return null;
    return this.#history.slice(offset - oldest);
  }

  #snapshot(): Frame & Snapshot {
    const { epoch, offset } = this;
    const before = this.#flaws.readsStateFirst && this.truthAt({ epoch, offset: offset - 1 });
    const truth = before || this.truth;
    return { v: 1, type: 'snapshot', stall: STALL, epoch, offset, at: sentAt(), state: stateOf(truth) };
  }

  #tell(id: number, line: Line, change: CountedChange): void {
    line.sent = change.offset;
    this.#send(id, change);
  }

  #ping(id: number, line: Line): void {
    const { epoch } = this;
    const { sent: offset } = line;
    this.#send(id, { v: 1, type: 'ping', stall: STALL, epoch, prev: offset, offset, at: sentAt() });
  }
}
