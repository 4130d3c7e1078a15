import {
  type Fold,
  AdapterError,
  createFold,
  pickOffer,
  STALL_SCOPE,
  type Adapter,
  type Alert,
  type Announcement,
  type Change,
  type Kind,
  type Offer,
  type Order,
  type Position,
  type Product,
  type Room,
  type Session,
  type Snapshot,
  type Stock,
  type Stop,
  type Totals,
} from '@stallcast/protocol';
import { atom, type ReadableAtom } from 'nanostores';
import { systemClock, type Clock } from './clock.js';
import { deriveFreshness, sameFreshness, untilRepaint, WAITING, worse, type Freshness } from './freshness.js';
import { keyedAtoms } from './keyed-atoms.js';
import { orderPuts, type OrderPut } from './order-puts.js';
import { createServerTime } from './server-time.js';

/** An order that a live change has put, and what was known of it before. */
export interface OrderArrival {
  order: Order;
  before: Order | undefined;
}

/** One room's data as atoms. It takes what the adapter brings and changes nothing on a guess of its own. */
export interface RoomStore {
  /** The origin that pictures with a path come from; undefined for the page's own. */
  readonly pictureOrigin: string | undefined;
  /** Opens the adapter. Calls are counted: the last `stop` closes it. */
  start(): void;
  stop(): void;

  /** Where in the log the values stand; null before the first snapshot. Not an atom: nothing is painted for it alone. */
  readonly position: Position | null;
  /** Age of the line: while live it never changes, so nothing is repainted. */
  readonly $freshness: ReadableAtom<Freshness>;
  readonly $session: ReadableAtom<Session | null>;
  readonly $rooms: ReadableAtom<readonly Room[]>;
  /** The store's room; without a named one the stall's only room. */
  readonly $room: ReadableAtom<Room | null>;
  /** By link number, then as they came. */
  readonly $products: ReadableAtom<readonly Product[]>;
  /** Ids of what is being shown in this room. */
  readonly $featured: ReadableAtom<readonly string[]>;
  readonly $totals: ReadableAtom<Totals | null>;
  /** The totals of one scope: `stall`, or a room's id. */
  $totalsOf(scope: string): ReadableAtom<Totals | null>;
  /** All stocks, as they came. */
  readonly $stocks: ReadableAtom<readonly Stock[]>;
  readonly $announcement: ReadableAtom<Announcement | null>;
  /** Everything is to leave the air. */
  readonly $panic: ReadableAtom<boolean>;
  /** Up to 50, newest last. */
  readonly $orders: ReadableAtom<readonly Order[]>;
  /** What an operator must see, oldest first; empty for readers with a view key. */
  readonly $alerts: ReadableAtom<readonly Alert[]>;
  /** The adapter's last trouble; null again once it delivers. */
  readonly $fault: ReadableAtom<AdapterError | null>;
  /** Counts snapshots, a kept one as well. A widget jumps to what it then shows, without motion. */
  readonly $resync: ReadableAtom<number>;

  $product(productId: string): ReadableAtom<Product | null>;
  /** The offer that holds in this room. */
  $offer(productId: string): ReadableAtom<Offer | null>;
  $stock(productId: string): ReadableAtom<Stock | null>;
  /** The line's freshness, or the figure's own where a source's `ttlMs` has passed. */
  $stockFreshness(productId: string): ReadableAtom<Freshness>;

  /** Hears of orders that live changes put; a snapshot tells none. Called after every atom has its value. */
  onOrders(listener: (arrivals: readonly OrderArrival[]) => void): Stop;
  /** Ms since 1970 by the server's clock. */
  now(): number;
  /** All that is known, and when it was last heard of: for `keepState`. */
  readonly known: { readonly fold: Pick<Fold, 'position' | 'state'>; readonly heard: Heard | null };
  /** Looks at the clock again: to be called when a page is shown whose timers may have slept. */
  refresh(): void;
}

/** When the state was the truth, in ms: by this computer's two clocks, and by the server's. */
interface Heard {
  wall: number;
  monotonic: number;
  at: number;
}

/** A state as it was last known, and when that was by this computer's own clock, ms since 1970. */
export interface KeptState {
  snapshot: Snapshot;
  heardAt: number;
}

export interface RoomStoreOptions {
  /** The room's id. @default the stall's only room */
  room?: string | undefined;
  /**
   * What an earlier page knew: there at once, and never counted as live. The adapter's first snapshot replaces it.
   *
   * @default nothing is shown before the first snapshot
   */
  kept?: KeptState | null;
  /** @default systemClock */
  clock?: Clock;
}

/** Creates the store of one room over an adapter. Nothing happens before `start()`. */
export function createRoomStore(adapter: Adapter, options: RoomStoreOptions = {}): RoomStore {
  const { room: roomId, clock = systemClock, kept = null } = options;
  const fold = createFold();
  let serverTime = createServerTime(clock);
  const orderListeners = new Set<(arrivals: readonly OrderArrival[]) => void>();

  const $freshness = atom<Freshness>(WAITING);
  const $session = atom<Session | null>(null);
  const $rooms = atom<readonly Room[]>([]);
  const $room = atom<Room | null>(null);
  const $products = atom<readonly Product[]>([]);
  const $featured = atom<readonly string[]>([]);
  const $totals = atom<Totals | null>(null);
  const $stocks = atom<readonly Stock[]>([]);
  const $announcement = atom<Announcement | null>(null);
  const $panic = atom(false);
  const $orders = atom<readonly Order[]>([]);
  const $alerts = atom<readonly Alert[]>([]);
  const $fault = atom<AdapterError | null>(null);
  const $resync = atom(0);

  const product = keyedAtoms<Product | null>((id) => fold.get('product', id) ?? null);
  const offer = keyedAtoms<Offer | null>((id) => pickOffer(fold.all('offer'), id, $room.get()?.id ?? roomId));
  const stock = keyedAtoms<Stock | null>((id) => fold.get('stock', id) ?? null);
  const totalsOf = keyedAtoms<Totals | null>((scope) => fold.get('totals', scope) ?? null);
  const stockFreshness = keyedAtoms<Freshness>((id) => {
    const line = $freshness.get();
    const figure = fold.get('stock', id);
    if (line.level === 'waiting' || figure === undefined || figure.ttlMs === null) return line;
    const observedAt = Date.parse(figure.observedAt);
    return worse(line, deriveFreshness(observedAt, Math.max(0, serverTime.now() - observedAt), figure.ttlMs));
  }, sameFreshness);

  let users = 0;
  let stopAdapter: Stop | null = null;
  let heard: Heard | null = null;
  let timer: unknown = null;
  /** How old the state may be and count as live, ms; below 0 while it is an earlier page's, which is old however young it is. */
  let freshForMs = adapter.silenceMs;

  /** What each kind feeds. Offers depend on the room, so rooms come first. */
  const refreshers: Record<Kind, (ids: ReadonlySet<string> | null) => void> = {
    room() {
      const rooms = fold.all('room');
      const own = roomId === undefined ? (rooms.length === 1 ? rooms[0] : undefined) : fold.get('room', roomId);
      const movedRoom = own?.id !== $room.get()?.id;
      $rooms.set(rooms);
      $room.set(own ?? null);
      $panic.set(own ? own.panic : rooms.length > 0 && rooms.every(({ panic }) => panic));
      if (movedRoom)
        for (const kind of ['offer', 'featured', 'totals', 'announcement'] as const) refreshers[kind](null);
    },
    session: () => $session.set(fold.get('session', STALL_SCOPE) ?? null),
    product(ids) {
      product.refresh(ids);
      $products.set(byLinkNumber(fold.all('product')));
    },
    offer: () => offer.refresh(null),
    stock(ids) {
      stock.refresh(ids);
      stockFreshness.refresh(ids);
      $stocks.set(fold.all('stock'));
    },
    order: () => $orders.set(fold.all('order')),
    totals(ids) {
      totalsOf.refresh(ids);
      $totals.set(inRoom('totals'));
    },
    featured: () => $featured.set(inRoom('featured') ?? []),
    announcement: () => $announcement.set(inRoom('announcement')),
    alert: () => $alerts.set(fold.all('alert')),
  };
  const KINDS = Object.keys(refreshers) as Kind[];

  function inRoom<K extends 'totals' | 'featured' | 'announcement'>(kind: K) {
    const id = $room.get()?.id ?? roomId;
    return (id !== undefined ? fold.get(kind, id) : undefined) ?? fold.get(kind, STALL_SCOPE) ?? null;
  }

  /** What comes over a slow line is old when it comes: the state was the truth when it was sent, not when it is heard. */
  function hear(at: string | undefined): void {
    if (at !== undefined) serverTime.hear(at);
    const sent = at === undefined ? NaN : Date.parse(at);
    const lateMs = Number.isNaN(sent) ? 0 : Math.max(0, serverTime.now() - sent);
    if (lateMs === 0 || lateMs < ageMs() || !heard) {
      heard = {
        wall: clock.wall() - lateMs,
        monotonic: clock.monotonic() - lateMs,
        at: serverTime.now() - lateMs,
      };
    }
    if ($fault.get()) $fault.set(null);
    if (fold.position && $freshness.get().level !== 'live') repaintAge();
  }

  function ageMs(): number {
    if (!heard) return 0;
    // A sleeping computer stops one clock and a changed date moves the other: the older age is the safe one.
    return Math.max(clock.wall() - heard.wall, clock.monotonic() - heard.monotonic);
  }

  /** Sets the ages that are told, and comes back when the next one changes. One timer, not one a message. */
  function repaintAge(): void {
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
    if (!heard || !fold.position) return;

    const age = ageMs();
    const next = deriveFreshness(heard.at, age, freshForMs);
    if (!sameFreshness(next, $freshness.get())) $freshness.set(next);
    stockFreshness.refresh(null);
    const waits = [untilRepaint(age, freshForMs)];
    for (const id of stockFreshness.ids()) {
      const figure = fold.get('stock', id);
      if (figure?.ttlMs != null)
        waits.push(untilRepaint(Math.max(0, serverTime.now() - Date.parse(figure.observedAt)), figure.ttlMs));
    }
    if (users > 0) timer = clock.setTimeout(repaintAge, Math.max(20, Math.min(...waits)));
  }

  const sink = {
    snapshot(snapshot: Snapshot): void {
      if (freshForMs < 0) {
        // What an earlier page makes of the time is no measure for what the server says.
        serverTime = createServerTime(clock);
        heard = null;
        freshForMs = adapter.silenceMs;
      }
      fold.snapshot(snapshot);
      for (const kind of KINDS) refreshers[kind](null);
      $resync.set($resync.get() + 1);
      hear(snapshot.at);
      repaintAge();
    },

    change(change: Change): void {
      const puts = orderPuts(change, (id) => fold.get('order', id));

      const touched = fold.change(change);
      if (touched === 'gap') {
        sink.fault(
          new AdapterError(
            'gap',
            `The adapter "${adapter.name}" left changes out: its state is kept, and will count as stale.`,
          ),
        );
        return;
      }
      if (touched !== 'ignored') {
        const ids = new Map<Kind, Set<string>>();
        for (const { kind, id } of touched) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
        for (const kind of KINDS) if (ids.has(kind)) refreshers[kind](ids.get(kind) ?? null);
        if (ids.has('session') && !ids.has('order')) refreshers.order(null);
        if (change.puts.some((put) => put.kind === 'stock' && put.value?.ttlMs != null)) repaintAge();
        tellOrders(ids.get('order') ?? new Set(), puts);
      }
      hear(change.at);
    },

    alive(position: Position, at?: string): void {
      // A sign of life from elsewhere than where this state stands does not make it fresh.
      const here = fold.position;
      if (freshForMs < 0 || here?.epoch !== position.epoch || here.offset !== position.offset) return;
      hear(at);
    },

    fault(error: AdapterError): void {
      $fault.set(error);
    },
  };

  /** Tells the values as they were put: of many at once, or of an old order, the fold may keep none. */
  function tellOrders(ids: ReadonlySet<string>, puts: ReadonlyMap<string, OrderPut>): void {
    const since = $session.get()?.sinceSeq ?? 0;
    const arrivals: OrderArrival[] = [];
    for (const id of ids) {
      const { order, before } = puts.get(id) ?? {};
      if (order && order.seq >= since) arrivals.push({ order, before });
    }
    if (arrivals.length > 0) for (const listener of orderListeners) listener(arrivals);
  }

  if (kept) {
    const age = Math.max(0, clock.wall() - kept.heardAt);
    const at = Date.parse(kept.snapshot.at);
    sink.snapshot(kept.snapshot);
    freshForMs = -1;
    heard = { wall: clock.wall() - age, monotonic: clock.monotonic() - age, at };
    // This computer's clock may be a day off, and was so when the state was kept.
    serverTime.hear(new Date(at + age).toISOString());
    repaintAge();
  }

  return {
    get pictureOrigin() {
      return adapter.pictureOrigin;
    },
    get position() {
      return fold.position;
    },
    $freshness,
    $session,
    $rooms,
    $room,
    $products,
    $featured,
    $totals,
    $announcement,
    $panic,
    $orders,
    $alerts,
    $fault,
    $resync,
    $product: product.atomOf,
    $offer: offer.atomOf,
    $stock: stock.atomOf,
    $totalsOf: totalsOf.atomOf,
    $stocks,
    $stockFreshness(productId) {
      const $age = stockFreshness.atomOf(productId);
      if (timer !== null) repaintAge();
      return $age;
    },

    start() {
      users += 1;
      if (users > 1) return;
      stopAdapter = adapter.start(sink);
      repaintAge();
    },

    stop() {
      if (users === 0) return;
      users -= 1;
      if (users > 0) return;
      stopAdapter?.();
      stopAdapter = null;
      if (timer !== null) clock.clearTimeout(timer);
      timer = null;
    },

    onOrders(listener) {
      orderListeners.add(listener);
      return () => orderListeners.delete(listener);
    },

    now: () => serverTime.now(),
    get known() {
      return { fold, heard };
    },
    refresh: repaintAge,
  };
}

function byLinkNumber(products: Product[]): Product[] {
  return products.sort((a, b) => (a.linkNo ?? Infinity) - (b.linkNo ?? Infinity) || 0);
}
