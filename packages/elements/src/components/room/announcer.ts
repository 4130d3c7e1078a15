/*
 * The live region of a room, for those who listen.
 *
 *   silent ──something changed──► gathering ──0.5 s──► says what is different ──► quiet ──interval over──► silent
 *     ▲                                │                                            │
 *     └──────nothing to be told────────┘◄───────────something changed meanwhile─────┘
 */
import type { RoomStore } from '@stallcast/store';
import type * as PageVisibility from '../../internal/page-visibility.js';
import { en } from '../../words/announcer/en.js';
import { zhCN } from '../../words/announcer/zh-cn.js';
import { languageOf, wordsFor } from '../../words/index.js';
import { countPaid, deriveHeard, tellNews, type Heard } from './announcer.model.js';

/** One purchase changes stock, totals and orders: they are told together. */
const GATHERING_MS = 500;

/**
 * Tells a room's listeners politely what changed, at most once an interval.
 *
 * A snapshot is no news. While the data is old nothing is told, and what was missed on a hidden page stays untold.
 */
export class Announcer {
  readonly #room: HTMLElement;
  readonly #store: RoomStore;
  readonly #everyMs: number;
  readonly #isPageHidden: () => boolean;
  readonly #region = document.createElement('div');
  readonly #stops: (() => void)[];
  #stopOffers: (() => void)[] = [];
  #known: Heard | null = null;
  #orders = 0;
  #isDue = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `visibility` is handed in: a bundler would make a further file of what both this script and the page's first one import. */
  constructor(
    room: HTMLElement & { renderRoot: ParentNode },
    store: RoomStore,
    everyMs: number,
    { isPageHidden, onPageVisibility }: Pick<typeof PageVisibility, 'isPageHidden' | 'onPageVisibility'>,
  ) {
    this.#room = room;
    this.#store = store;
    this.#everyMs = everyMs;
    this.#isPageHidden = isPageHidden;
    this.#region.setAttribute('role', 'status');
    // Out of sight, yet rendered: what is not rendered is not read.
    this.#region.style.cssText =
      'position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap';
    // Before what Lit draws: it clears what comes after its place.
    room.renderRoot.prepend(this.#region);
    this.#stops = [
      store.onOrders((arrivals) => {
        this.#orders += countPaid(arrivals);
        this.#mark();
      }),
      store.$resync.listen(() => queueMicrotask(() => this.#relearn())),
      store.$featured.listen(() => this.#followOffers()),
      onPageVisibility(() => this.#relearn()),
      ...[store.$featured, store.$products, store.$stocks, store.$announcement].map((atom) => atom.listen(this.#mark)),
      ...[store.$session, store.$totals, store.$totalsOf('stall'), store.$freshness, store.$room].map((atom) =>
        atom.listen(this.#mark),
      ),
    ];
    this.#followOffers();
    this.#relearn();
  }

  /** Ends it: nothing is said any more. */
  stop(): void {
    clearTimeout(this.#timer);
    for (const stop of [...this.#stops, ...this.#stopOffers]) stop();
    this.#region.remove();
  }

  #followOffers(): void {
    for (const stop of this.#stopOffers) stop();
    this.#stopOffers = this.#store.$featured.get().map((id) => this.#store.$offer(id).listen(this.#mark));
  }

  /** Takes what is there as known, without a word. */
  #relearn(): void {
    this.#orders = 0;
    this.#isDue = false;
    this.#known = this.#store.$resync.get() > 0 && !this.#isPageHidden() ? this.#hear() : null;
  }

  #hear(): Heard {
    return deriveHeard(this.#store, languageOf(this.#room));
  }

  readonly #mark = (): void => {
    this.#isDue = true;
    this.#timer ??= setTimeout(this.#tell, GATHERING_MS);
  };

  readonly #tell = (): void => {
    this.#timer = undefined;
    // The line that comes back marks it again.
    const isLive = this.#store.$freshness.get().level === 'live';
    if (!this.#isDue || !isLive || this.#isPageHidden() || this.#store.$panic.get()) return;
    this.#isDue = false;
    const now = this.#hear();
    const { language } = wordsFor(languageOf(this.#room));
    const text = this.#known ? tellNews(this.#known, now, this.#orders, language === 'en' ? en : zhCN) : '';
    this.#known = now;
    this.#orders = 0;
    if (!text) return;
    this.#region.lang = language;
    // A new node each time: Chromium 103 takes the same words for no change, and would not say them again.
    this.#region.replaceChildren(text);
    this.#timer = setTimeout(this.#tell, this.#everyMs);
  };
}
