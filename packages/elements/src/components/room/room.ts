import { AdapterError, openConnection, type Adapter } from '@stallcast/protocol';
import { createRoomStore, type RoomStore } from '@stallcast/store';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { isPageHidden, onPageVisibility } from '../../internal/page-visibility.js';
import { property } from '../../internal/property.js';
import { provideStore } from '../../internal/room-context.js';
import { languageOf } from '../../words/index.js';
import { missingWords } from '../../words/missing-words.js';
import styles from './room.styles.js';
import { startAnnouncer } from './start-announcer.js';

/**
 * Provides one room's live data to the widgets inside it.
 *
 * Opens the connection that `src` names while it is in the document and closes it when it leaves. While the operator holds
 * the panic key down on the room, nothing inside is shown.
 *
 * It tells those who listen what changes, politely and seldom; not in OBS.
 *
 * @tag stall-room
 *
 * @slot - The widgets, in any layout.
 */
export class RoomElement extends LitElement {
  static readonly tagName = 'stall-room';
  static override readonly styles = styles;

  /** The connection string, for example `relay:https://stall.example/stalls/peaches#KEY`. */
  @property() src = '';

  /** The room's id; without it the stall's only room. */
  @property() room = '';

  /** The store that is provided. Set it to bring one's own in place of `src`. */
  @property({ attribute: false }) store: RoomStore | undefined;

  /** How often listeners are told what changed: at most once in so many seconds, or `off`. 10 without it, and off in OBS. */
  @property() announce = '';

  /** @internal Reflected: the room is off the air. */
  @property({ type: Boolean, reflect: true }) panic = false;

  readonly #provide = provideStore(this);
  /** The store that was opened from `src`, as opposed to one that was given. */
  #opened: RoomStore | undefined;
  #running: RoomStore | undefined;
  #stops: (() => void)[] = [];
  #said = '';
  #hush: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    // The widgets need them for their first picture: they come beside the first snapshot.
    void missingWords(languageOf(this));
    this.#run(this.store);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving an element disconnects and connects it in one task: the line is kept through that.
    queueMicrotask(() => {
      if (!this.isConnected) this.#run(undefined);
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if ((changed.has('src') || changed.has('room')) && !(changed.has('store') && this.store)) this.#open();
    this.#provide(this.store);
    this.#run(this.store);
    if (changed.has('announce') && this.hasUpdated) this.#announce(this.#running);
  }

  protected override render() {
    return this.panic ? nothing : html`<slot></slot>`;
  }

  #open(): void {
    // A store that was given stays; `src` is for pages without one.
    if (this.store && this.store !== this.#opened) return;
    this.#opened = this.src ? createRoomStore(openOrFail(this.src), this.room ? { room: this.room } : {}) : undefined;
    this.store = this.#opened;
  }

  #run(store: RoomStore | undefined): void {
    const next = this.isConnected ? store : undefined;
    if (next === this.#running) return;
    for (const stop of this.#stops.splice(0)) stop();
    this.#running = next;
    this.#announce(next);
    if (!next) return;

    this.#said = '';
    this.#stops = [
      next.$panic.subscribe((panic) => (this.panic = panic)),
      next.$fault.subscribe((fault) => this.#report(fault)),
      onPageVisibility(() => {
        if (!isPageHidden()) next.refresh();
      }),
      () => next.stop(),
    ];
    next.start();
  }

  #announce(store: RoomStore | undefined): void {
    this.#hush?.();
    this.#hush = startAnnouncer(this, store);
  }

  /** OBS writes `console.error` to its log: one line a trouble, not one a retry. */
  #report(fault: AdapterError | null): void {
    if (!fault || fault.message === this.#said) return;
    this.#said = fault.message;
    console.error(`stall-room: ${fault.message}`);
  }
}

/** Opens a connection; one that cannot be opened becomes an adapter that only tells why. */
function openOrFail(src: string): Adapter {
  try {
    return openConnection(src);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return {
      name: 'none',
      silenceMs: 9_000,
      start(sink) {
        sink.fault(new AdapterError('no-adapter', message, { cause }));
        return () => {};
      },
    };
  }
}
