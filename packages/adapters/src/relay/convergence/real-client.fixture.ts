import { createFold, type Fold, type Frame } from '@stallcast/protocol';
import { step, STOPPED, type ConnectionEvent, type ConnectionState } from '../connection.js';
import { createReading, type Reading } from '../reading.js';
import { sameStocks, type Client, type Wire } from './hostile-network.fixture.js';
import type { Truth } from './truth.fixture.js';

/** The parts under test; a test may bring broken ones to see that it would notice. */
export interface ClientParts {
  createReading: () => Reading;
  createFold: () => Fold;
}

/**
 * The relay adapter and the store without timers, sockets and atoms: their rules alone.
 *
 * The connection's table says what to do, the reading judges each frame, the fold takes what is delivered, and something heard
 * makes it live, as `relay-adapter.ts` and the store's sink do it.
 */
export class RealClient implements Client {
  readonly #wire: Wire;
  readonly #reading: Reading;
  readonly #fold: Fold;
  #state: ConnectionState = STOPPED;
  #line: number | null = null;
  #isFresh = false;

  constructor(wire: Wire, parts: ClientParts = { createReading, createFold }) {
    this.#wire = wire;
    this.#reading = parts.createReading();
    this.#fold = parts.createFold();
  }

  get line() {
    return this.#line;
  }

  get position() {
    return this.#reading.have;
  }

  get live() {
    return this.#isFresh ? this.#fold.position : null;
  }

  start(): void {
    this.#on({ type: 'start', transport: 'socket' });
  }

  receive(line: number, frame: Frame): void {
    if (line !== this.#line) return;
    const verdict = this.#reading.read(frame);
    if (verdict === 'gap') return this.#on({ type: 'gap', moved: this.#reading.moved });
    this.#on({ type: 'heard', steady: false });
    if (verdict === 'ignore') return;
    if (verdict === 'deliver') {
      if (frame.type === 'snapshot') this.#fold.snapshot(frame);
      // The store's state is kept and counts as stale if the adapter left something out.
      else if (frame.type === 'change' && this.#fold.change(frame) === 'gap') return;
    } else if (frame.epoch !== this.#fold.position?.epoch || frame.offset !== this.#fold.position.offset) return;
    this.#isFresh = true;
  }

  lose(line: number): void {
    if (line === this.#line) this.#on({ type: 'lost' });
  }

  retry(): void {
    this.#on({ type: 'retry' });
  }

  fallSilent(): void {
    this.#isFresh = false;
    if (this.#line !== null) this.#on({ type: 'silent' });
  }

  shows({ stocks, orders, paid, since }: Truth): boolean {
    const fold = this.#fold;
    const shown = fold.all('order');
    return (
      sameStocks((id) => fold.get('stock', id)?.sellable ?? undefined, { stocks, orders, paid, since }) &&
      fold.get('totals', 'stall')?.paidOrders === paid &&
      fold.get('session', 'stall')?.sinceSeq === since &&
      shown.length === orders.length &&
      shown.every(({ id, status }, index) => orders[index]?.id === id && orders[index].status === status)
    );
  }

  #on(event: ConnectionEvent): void {
    const { state, effects } = step(this.#state, event, true);
    this.#state = state;
    if (effects.disconnect) this.#line = null;
    if (effects.connect) this.#line = this.#wire.open({ ask: 'read', from: this.#reading.ask() });
  }
}
