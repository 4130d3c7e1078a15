import { createRoomStore } from '@stallcast/store';
import type { Frame, Position, Sink } from '@stallcast/protocol';
import { vi } from 'vitest';
import type { Client, Wire } from '../../packages/adapters/src/relay/convergence/hostile-network.fixture.js';
import type { Strawman } from '../../packages/adapters/src/relay/convergence/strawmen.fixture.js';
import { FIRST_TRUTH, stateOf, type Truth } from '../../packages/adapters/src/relay/convergence/truth.fixture.js';
import { WholeClient } from '../../packages/adapters/src/relay/convergence/whole-client.fixture.js';
import { ShownPage } from './shown-page.js';

/** The adapter, the store and the widgets on one page: what is live and what is shown is what its DOM says. */
export class PageClient extends WholeClient {
  readonly page: ShownPage;
  #compared = FIRST_TRUTH;

  constructor(wire: Wire, counterTag?: string) {
    super(wire);
    this.page = new ShownPage(this.store, counterTag);
  }

  override get live(): Position | null {
    this.page.paint();
    return this.page.isLive ? this.position : null;
  }

  override start(): void {
    this.page.open();
  }

  override stop(): void {
    this.page.close();
  }

  override shows(truth: Truth): boolean {
    this.#compared = truth;
    return this.page.shows(truth);
  }

  /** Whether the list has caught up some seconds later: the newest ten paid orders of the truth last compared, none struck. */
  listsAll(): boolean {
    // A struck row goes after two seconds; the relay may be silent for longer than this.
    for (let beat = 0; beat < 4; beat += 1) {
      vi.advanceTimersByTime(1_000);
      this.page.paint();
    }
    const paid = this.#compared.orders.filter(({ status }) => status === 'paid').map(({ seq }) => `${seq}`);
    return this.page.isLive && this.page.standing.join() === paid.slice(-10).reverse().join();
  }
}

/** One of the usual designs, with the same widgets showing what it takes for true. */
export class StrawmanOnPage implements Client {
  readonly #strawman: Strawman;
  readonly #page: ShownPage;
  #sink: Sink | null = null;

  constructor(strawman: Strawman) {
    this.#strawman = strawman;
    const start = (sink: Sink) => {
      this.#sink = sink;
      return () => {};
    };
    this.#page = new ShownPage(createRoomStore({ name: 'strawman', silenceMs: 1e9, start }));
  }

  get line() {
    return this.#strawman.line;
  }

  get position() {
    return this.#strawman.position;
  }

  get live() {
    return this.#strawman.live;
  }

  start(): void {
    this.#page.open();
    this.#strawman.start();
  }

  stop(): void {
    this.#page.close();
  }

  receive(line: number, frame: Frame): void {
    this.#strawman.receive(line, frame);
    const { position, figures } = this.#strawman;
    if (!position) return;
    const state = stateOf({ ...FIRST_TRUTH, stocks: figures });
    this.#sink?.snapshot({ ...position, stall: 'peaches', at: new Date().toISOString(), state });
    this.#page.paint();
  }

  lose(line: number): void {
    this.#strawman.lose(line);
  }

  retry(): void {
    this.#strawman.retry();
  }

  fallSilent(): void {
    this.#strawman.fallSilent();
  }

  shows({ stocks }: Truth): boolean {
    return this.#page.showsStocks(stocks);
  }
}
