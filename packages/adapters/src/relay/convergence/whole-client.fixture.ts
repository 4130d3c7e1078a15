import type { Adapter, Frame, Position } from '@stallcast/protocol';
import { createRoomStore, type RoomStore } from '@stallcast/store';
import { vi } from 'vitest';
import type { LineListener } from '../line.js';
import { relayAdapter } from '../relay-adapter.js';
import { sameStocks, type Client, type Wire } from './hostile-network.fixture.js';
import type { Truth } from './truth.fixture.js';

/**
 * The relay adapter with the store behind it as a page has them, over lines that are played. Wants fake timers.
 *
 * Frames pass as text, so that they are parsed and checked; silence and retries come by the clock alone.
 */
export class WholeClient implements Client {
  protected readonly store: RoomStore;
  readonly #listeners = new Map<number, LineListener>();
  #line: number | null = null;
  #position: Position | null = null;

  constructor(wire: Wire) {
    const adapter = relayAdapter({
      url: 'http://127.0.0.1:7788/stalls/peaches',
      shared: false,
      // No chance: the wait before each attempt is none.
      random: () => 0,
      transport: 'socket',
      lines: {
        socket: (_, from, listener) => {
          const line = wire.open({ ask: 'read', from });
          this.#line = line;
          this.#listeners.set(line, listener);
          return {
            close: () => {
              if (this.#line === line) this.#line = null;
            },
          };
        },
      },
    });
    this.store = createRoomStore(this.#following(adapter));
  }

  get line() {
    return this.#line;
  }

  get position() {
    return this.#position;
  }

  get live() {
    return this.store.$freshness.get().level === 'live' ? this.#position : null;
  }

  start(): void {
    this.store.start();
  }

  stop(): void {
    this.store.stop();
  }

  receive(line: number, frame: Frame): void {
    this.#listeners.get(line)?.message(JSON.stringify(frame));
  }

  lose(line: number): void {
    this.#listeners.get(line)?.lost({ code: 'gone', message: 'The connection ended.' });
  }

  retry(): void {
    vi.advanceTimersByTime(1);
  }

  fallSilent(): void {
    vi.advanceTimersByTime(9_500);
  }

  shows(truth: Truth): boolean {
    return showsTruth(this.store, truth);
  }

  /** Notes where the store stands: it does not tell. */
  #following(adapter: Adapter): Adapter {
    return {
      ...adapter,
      start: (sink) =>
        adapter.start({
          ...sink,
          snapshot: (snapshot) => {
            this.#position = { epoch: snapshot.epoch, offset: snapshot.offset };
            sink.snapshot(snapshot);
          },
          change: (change) => {
            this.#position = { epoch: change.epoch, offset: change.offset };
            sink.change(change);
          },
        }),
    };
  }
}

/** Whether a store shows just this. */
export function showsTruth(store: RoomStore, truth: Truth): boolean {
  const { orders, paid, since } = truth;
  const shown = store.$orders.get();
  return (
    sameStocks((id) => store.$stock(id).get()?.sellable ?? undefined, truth) &&
    store.$totals.get()?.paidOrders === paid &&
    store.$session.get()?.sinceSeq === since &&
    shown.length === orders.length &&
    shown.every(({ id, status }, index) => orders[index]?.id === id && orders[index].status === status)
  );
}
