import type { OrderArrival, RoomStore } from '@stallcast/store';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { StoreController } from '../../controllers/store-controller.js';
import { isPageHidden } from '../../internal/page-visibility.js';

/** A ticker, as far as its bell asks. */
export interface BellHost extends ReactiveControllerHost, HTMLElement {
  sound: string | null;
}

const RINGS_EVERY_MS = 1_200;
const LOUDNESS = 0.12;
/** The partials of a small shop bell: Hz, how loud, and how long it is heard, in s. */
const PARTIALS = [
  [1318.5, 1, 0.5],
  [2637, 0.4, 0.3],
  [3951, 0.15, 0.15],
] as const;

const bells = new WeakMap<BellHost, Bell>();
/** One for the page, made at the first ring: before it nothing asks for sound. */
let context: AudioContext | undefined;

/** Hangs a bell on a ticker that has none. */
export function hang(host: BellHost): void {
  if (!bells.has(host)) bells.set(host, new Bell(host));
}

/** Rings when an order that is paid comes in. It follows the room by itself, so that a ticker without it costs nothing. */
class Bell implements ReactiveController {
  readonly #host: BellHost;
  readonly #room;
  #store: RoomStore | undefined;
  #stop: (() => void) | undefined;
  #rangAt = -Infinity;

  constructor(host: BellHost) {
    this.#host = host;
    this.#room = new StoreController(host, (store) => store.$room);
    host.addController(this);
    this.#follow(this.#room.store);
  }

  hostUpdate(): void {
    this.#follow(this.#room.store);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(store: RoomStore | undefined): void {
    if (store === this.#store) return;
    this.#stop?.();
    this.#store = store;
    this.#stop = store?.onOrders((arrivals) => this.#hear(store, arrivals));
  }

  #hear(store: RoomStore, arrivals: readonly OrderArrival[]): void {
    const { sound } = this.#host;
    const room = store.$room.get();
    const isOff = sound === null || isPageHidden() || store.$panic.get() || room?.commerce === false;
    const isDemo = store.$session.get()?.synthetic;
    const isNews = arrivals.some(
      ({ order, before }) =>
        order.status === 'paid' &&
        before?.status !== 'paid' &&
        (!room || order.room === room.id) &&
        (sound === 'demo' || !(order.synthetic ?? isDemo)),
    );
    const now = performance.now();
    if (isOff || !isNews || now - this.#rangAt < RINGS_EVERY_MS) return;
    this.#rangAt = now;
    ring();
  }
}

/** Strikes the bell, made of sine waves: there is no file to fetch. Silent where the page may not make a sound yet. */
function ring(): void {
  context ??= new AudioContext();
  if (context.state !== 'running') {
    // Resuming waits for a gesture: what rang by then is no news.
    void context.resume();
    return;
  }
  const { currentTime, destination } = context;
  for (const [frequency, share, seconds] of PARTIALS) {
    const wave = new OscillatorNode(context, { frequency });
    const gain = new GainNode(context, { gain: LOUDNESS * share });
    gain.gain.exponentialRampToValueAtTime(0.0001, currentTime + seconds);
    wave.connect(gain).connect(destination);
    wave.start();
    wave.stop(currentTime + seconds);
  }
}
