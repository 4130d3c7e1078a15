import type { RoomElement } from '@stallcast/elements';

/** What the page says of its data, read off the DOM: nothing, a figure without a mark, or one with a mark of its age. */
export type Label = 'waiting' | 'live' | 'stale' | 'offline';

/** What was on screen for one frame, or for several alike. Times are ms since 1970. */
export interface Sight {
  from: number;
  until: number;
  frames: number;
  /** Where the page stood in the stall's log, `epoch.offset`. */
  at: string;
  left: number | null;
  label: Label;
}

/** How late a timer of the page itself was: what holds it up is the machine, and would hold up anything else there. */
export interface HoldUp {
  /** When it was to go off, ms since 1970. */
  due: number;
  ms: number;
}

/** What a page has shown since it was opened. */
export interface Watched {
  readonly sights: Sight[];
  /** What a page in sight was held up by, its timers one after the other. */
  readonly holdUps: HoldUp[];
  /** Each time a buyer's row came onto the screen. */
  readonly calls: string[];
  /** The orders that the store knows, as ids of the shop. */
  orders(): string[];
}

/** Frames further apart than this were not seen in one: between them the page was hidden, or busy. */
const APART_MS = 250;

/** A timer of the page itself goes off so often. */
const TICK_MS = 20;

const now = (): number => performance.timeOrigin + performance.now();

/** Where a page's store stands in the stall's log. */
export type Place = (room: RoomElement) => string;

/** By the store's own position. */
export const byPosition: Place = ({ store }) => {
  const position = store?.position;
  return position ? `${position.epoch}.${position.offset}` : '';
};

/** By the one column of a table that nothing else needs: an adapter without a log upstream numbers its own. */
export const bySpec: Place = ({ store }) => store?.$products.get()[0]?.spec ?? '';

/** Looks at the DOM every frame, and writes down what changes. */
export function watch(room: RoomElement, placeOf: Place = byPosition): Watched {
  const sights: Sight[] = [];
  const calls: string[] = [];
  const holdUps: HoldUp[] = [];
  let seen = new Set<string>();

  const look = (): void => {
    const card = room.querySelector('stall-product-card')?.shadowRoot;
    const counter = card?.querySelector('stall-stock-counter')?.shadowRoot;
    const figure = counter?.querySelector('.count > .spoken')?.textContent?.trim();
    const mark = card?.querySelector('.mark.age');
    const left = figure === undefined || figure === '' ? null : Number(figure);
    const label: Label = mark ? (mark.matches('.offline') ? 'offline' : 'stale') : left === null ? 'waiting' : 'live';
    const at = placeOf(room);

    const last = sights.at(-1);
    const isSame = last && last.at === at && last.left === left && last.label === label;
    if (isSame && now() - last.until < APART_MS) {
      last.until = now();
      last.frames += 1;
    } else sights.push({ from: now(), until: now(), frames: 1, at, left, label });

    const rows = room.querySelector('stall-order-ticker')?.shadowRoot?.querySelectorAll('li.row:not([hidden]) .buyer');
    const buyers = new Set([...(rows ?? [])].map((row) => row.textContent ?? ''));
    for (const buyer of buyers) if (!seen.has(buyer)) calls.push(buyer);
    seen = buyers;
    requestAnimationFrame(look);
  };
  look();
  let due = now() + TICK_MS;
  setInterval(() => {
    if (now() - due > TICK_MS && !document.hidden) holdUps.push({ due, ms: now() - due });
    due = now() + TICK_MS;
  }, TICK_MS);
  return { sights, calls, holdUps, orders: () => room.store?.$orders.get().map(({ orderId }) => orderId) ?? [] };
}
