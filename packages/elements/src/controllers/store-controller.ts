import { ContextConsumer } from '@lit/context';
import type { RoomStore } from '@stallcast/store';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';
import { isPageHidden, onPageVisibility } from '../internal/page-visibility.js';
import { roomContext } from '../internal/room-context.js';

/**
 * Follows one atom of the nearest store and updates the host when its value changes.
 *
 * `pick` runs on every read, so it may depend on the host's properties. Reading, not `hostUpdate`,
 * is what switches atoms: Lit calls `willUpdate` before it calls the controllers.
 *
 * While the page is hidden no update is asked for. When it is shown again there is one, if anything changed, and `jumps`
 * is true for it: the host shows what is true without motion.
 */
export class StoreController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #pick: (store: RoomStore) => ReadableAtom<T>;
  readonly #consumer: ContextConsumer<typeof roomContext, ReactiveControllerHost & HTMLElement>;

  #atom: ReadableAtom<T> | null = null;
  #stop: (() => void) | null = null;
  #stopVisibility: (() => void) | null = null;
  #missed = false;
  #jumps = false;

  constructor(host: ReactiveControllerHost & HTMLElement, pick: (store: RoomStore) => ReadableAtom<T>) {
    this.#host = host;
    this.#pick = pick;
    this.#consumer = new ContextConsumer(host, { context: roomContext, subscribe: true });
    host.addController(this);
  }

  /** The nearest store; `undefined` outside a provider and while the host is not in the document. */
  get store(): RoomStore | undefined {
    return this.#host.isConnected ? this.#consumer.value : undefined;
  }

  /** The current value; `undefined` outside a provider. */
  get value(): T | undefined {
    const store = this.store;
    this.#follow(store ? this.#pick(store) : null);
    return this.#atom?.get();
  }

  /** True during the update that catches up with what changed while the page was hidden. */
  get jumps(): boolean {
    return this.#jumps;
  }

  hostConnected(): void {
    this.#stopVisibility = onPageVisibility(() => this.#shown());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#follow(null);
    this.#stopVisibility?.();
    this.#stopVisibility = null;
    this.#missed = false;
  }

  hostUpdated(): void {
    // Lit calls this before the host's own `updated`, which still has to see the flag.
    if (this.#jumps) queueMicrotask(() => (this.#jumps = false));
  }

  #follow(next: ReadableAtom<T> | null): void {
    if (next === this.#atom) return;
    this.#stop?.();
    this.#atom = next;
    this.#stop = next?.listen(() => this.#changed()) ?? null;
  }

  #changed(): void {
    if (isPageHidden()) this.#missed = true;
    else this.#host.requestUpdate();
  }

  #shown(): void {
    if (isPageHidden() || !this.#missed) return;
    this.#missed = false;
    this.#jumps = true;
    this.#host.requestUpdate();
  }
}
