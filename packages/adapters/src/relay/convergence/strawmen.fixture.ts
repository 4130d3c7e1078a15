import type { Frame, Position, Snapshot } from '@stallcast/protocol';
import { sameStocks, type Client, type Wire } from './hostile-network.fixture.js';
import type { CountedChange } from './simulated-relay.fixture.js';
import type { Truth } from './truth.fixture.js';

/**
 * How overlays usually follow a stock. They keep a line, come back when it is lost, and count as live while it holds.
 *
 * Each design differs in what it asks for, and in what it does with a snapshot and a change.
 */
export abstract class Strawman implements Client {
  line: number | null = null;
  position: Position | null = null;
  protected readonly wire: Wire;
  protected stocks = new Map<string, number>();

  constructor(wire: Wire) {
    this.wire = wire;
  }

  get live() {
    return this.line === null ? null : this.position;
  }

  start(): void {
    this.connect(true);
  }

  receive(line: number, frame: Frame): void {
    if (line !== this.line) return;
    if (frame.type === 'snapshot') this.take(frame);
    else if (frame.type === 'change') this.follow(frame as CountedChange);
    else this.hear(frame);
  }

  lose(line: number): void {
    if (line === this.line) this.line = null;
  }

  retry(): void {
    if (this.line === null) this.connect(false);
  }

  fallSilent(): void {
    this.line = null;
  }

  shows(truth: Truth): boolean {
    return sameStocks((id) => this.stocks.get(id), truth);
  }

  /** What it takes for true, to be shown by something else. */
  get figures(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.stocks);
  }

  protected abstract connect(first: boolean): void;
  protected abstract follow(change: CountedChange): void;

  protected take({ epoch, offset, state }: Snapshot): void {
    this.position = { epoch, offset };
    this.stocks = new Map(state.stocks.map(({ productId, sellable }) => [productId, sellable ?? 0]));
  }

  protected hear(_ping: Position): void {
    // A ping says that the line holds, and to these no more.
  }

  /** Opens a line on which everything that follows comes, and asks for the state over HTTP beside it. */
  protected tailAndState(): void {
    this.line = this.wire.open({ ask: 'tail' });
    this.wire.ask(this.line, { ask: 'state' });
  }

  protected count({ by, epoch, offset }: CountedChange): void {
    if (!this.position) return;
    for (const [id, units] of Object.entries(by)) {
      if (units !== 0) this.stocks.set(id, (this.stocks.get(id) ?? 0) + units);
    }
    this.position = { epoch, offset };
  }

  protected set({ puts, epoch, offset }: CountedChange): void {
    if (!this.position) return;
    for (const put of puts) {
      if (put.kind !== 'stock') continue;
      if (put.removed) this.stocks.delete(put.id);
      else this.stocks.set(put.id, put.value.sellable ?? 0);
    }
    this.position = { epoch, offset };
  }
}

/** Takes one snapshot in its life and counts from there. */
class SnapshotOnce extends Strawman {
  protected connect(first: boolean): void {
    if (first || !this.position) this.tailAndState();
    else this.line = this.wire.open({ ask: 'tail' });
  }

  protected follow(change: CountedChange): void {
    this.count(change);
  }
}

/** Fetches the state anew whenever it has come back, and counts from there. */
class RefetchOnReconnect extends Strawman {
  protected connect(): void {
    this.tailAndState();
  }

  protected follow(change: CountedChange): void {
    this.count(change);
  }
}

/** The same with absolute figures, which it sets as they come. */
class AbsoluteFigures extends Strawman {
  protected connect(): void {
    this.tailAndState();
  }

  protected follow(change: CountedChange): void {
    this.set(change);
  }
}

/** Counts revisions; where one is missing it fetches the whole, and keeps that under the revision of the message that told it. */
class RelabelledFetch extends Strawman {
  #told: Position | null = null;

  protected connect(): void {
    this.#told = null;
    this.tailAndState();
  }

  protected follow(change: CountedChange): void {
    if (!this.position) return;
    if (change.epoch === this.position.epoch) {
      if (change.offset <= this.position.offset) return;
      if (change.prev <= this.position.offset) return this.set(change);
    }
    this.#fetch(change);
  }

  protected override take(snapshot: Snapshot): void {
    super.take(snapshot);
    if (this.#told) this.position = this.#told;
    this.#told = null;
  }

  #fetch({ epoch, offset }: Position): void {
    this.#told = { epoch, offset };
    if (this.line !== null) this.wire.ask(this.line, { ask: 'state' });
  }
}

/** Does all of it right but for one thing: its numbers do not say of which life of the log they are. */
class NumbersWithoutEpoch extends Strawman {
  protected connect(): void {
    this.line = this.position
      ? this.wire.open({ ask: 'since', offset: this.position.offset })
      : this.wire.open({ ask: 'read', from: null });
  }

  protected override take(snapshot: Snapshot): void {
    if (!this.position || snapshot.offset > this.position.offset) super.take(snapshot);
  }

  protected follow(change: CountedChange): void {
    if (!this.position || change.offset <= this.position.offset) return;
    if (change.prev <= this.position.offset) this.set(change);
    else this.connect();
  }

  protected override hear(ping: Position): void {
    if (this.position && ping.offset > this.position.offset) this.connect();
  }
}

/** The usual designs, by the name under which a report tells of them. */
export const STRAWMEN: Readonly<Record<string, (wire: Wire) => Strawman>> = {
  'A: one snapshot, then increments': (wire) => new SnapshotOnce(wire),
  'B: a snapshot on each reconnect, no sequence': (wire) => new RefetchOnReconnect(wire),
  'C: absolute figures, no sequence': (wire) => new AbsoluteFigures(wire),
  'D: revisions, and a full fetch under the revision that told of it': (wire) => new RelabelledFetch(wire),
  'E: a sequence without an epoch': (wire) => new NumbersWithoutEpoch(wire),
};
