import { render } from 'lit';
import { PRODUCTS, SOLD, type Truth } from '../../packages/adapters/src/relay/convergence/truth.fixture.js';
import '@stallcast/elements/order-ticker';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';
import '@stallcast/elements/stock-counter';
import { glyph } from '../../packages/elements/src/internal/figures.js';
import type { RoomStore } from '@stallcast/store';

/** What Lit lets a page do that cannot wait for the next frame; to everybody else it is protected. */
interface Painting extends Element {
  readonly isUpdatePending: boolean;
  performUpdate(): void;
}

const WIDGETS = ['stall-room', 'stall-product-card', 'stall-stock-counter', 'stall-order-ticker'] as const;

/** One page with a card and a counter for each product and a list of orders. Read from its DOM alone. */
export class ShownPage {
  readonly #room = document.createElement('stall-room');
  readonly #counterTag: string;

  /** `counterTag` names another element than the real counter, to see that its mistakes are seen. */
  constructor(store: RoomStore, counterTag = 'stall-stock-counter') {
    this.#counterTag = counterTag;
    this.#room.lang = 'zh-CN';
    this.#room.store = store;
    for (const id of PRODUCTS) {
      const card = document.createElement('stall-product-card');
      const counter = document.createElement(counterTag);
      for (const widget of [card, counter]) widget.setAttribute('product-id', id);
      this.#room.append(card, counter);
    }
    const ticker = document.createElement('stall-order-ticker');
    ticker.setAttribute('look', 'list');
    ticker.setAttribute('rows', '10');
    this.#room.append(ticker);
  }

  /** Puts it into the document, which starts its store. */
  open(): void {
    document.body.append(this.#room);
    this.paint();
  }

  /** Ends its store at once, where leaving the document alone would do so a moment later. */
  close(): void {
    this.#room.store = undefined;
    this.paint();
    this.#room.remove();
  }

  /** Has every widget that asked for an update do it now, instead of in the next frame. */
  paint(): void {
    for (let widget = this.#pending(); widget; widget = this.#pending()) widget.performUpdate();
  }

  /** Whether it says that what it shows is live: something stands there, and nothing is marked as old. */
  get isLive(): boolean {
    return this.#rendered('.count') && !this.#rendered('.mark.age');
  }

  /** Whether counters, cards and orders are those of a truth. */
  shows({ stocks, orders }: Truth): boolean {
    const paid = new Set(orders.filter(({ status }) => status === 'paid').map(({ id }) => id.slice(2)));
    const rows = this.#rows();
    return (
      this.showsStocks(stocks) &&
      new Set(rows.map(({ id }) => id)).size === rows.length &&
      rows.every(({ id, isStruck }) => paid.has(id) !== isStruck)
    );
  }

  /** Whether every counter, and that inside every card, tells these figures. */
  showsStocks(stocks: Truth['stocks']): boolean {
    return PRODUCTS.every((id) => this.#figures(id).every((figure) => figure === wordsFor(stocks[id])));
  }

  /** The orders that stand in the list, newest first. */
  get standing(): string[] {
    return this.#rows()
      .filter(({ isStruck }) => !isStruck)
      .map(({ id }) => id);
  }

  #all(selector: string): Element[] {
    const roots = [...this.#room.children].flatMap((child) => {
      const root = child.shadowRoot;
      return [root, root?.querySelector('stall-stock-counter')?.shadowRoot];
    });
    const found = roots.flatMap((root) => [...(root?.querySelectorAll(selector) ?? [])]);
    // What is on its way out is a picture of it, in a box of its own.
    return found.filter((element) => !element.closest('.ghosts'));
  }

  #rendered(selector: string): boolean {
    return this.#all(selector).length > 0;
  }

  /** What each counter of a product says: that on its own and that inside the card. */
  #figures(id: string): string[] {
    return [...this.#room.querySelectorAll(`[product-id="${id}"]`)].map((widget) => {
      const isCard = widget.localName === 'stall-product-card';
      const counter = isCard ? widget.shadowRoot?.querySelector('stall-stock-counter') : widget;
      const count = counter?.shadowRoot?.querySelector('.count');
      const said = count?.querySelector('.spoken')?.textContent ?? '';
      const cells = [...(count?.querySelectorAll('.drawn .cell') ?? [])];
      const drawn = cells.map((cell) => ALPHABET.read(cell)).join('');
      return `${counter?.getAttribute('state')} ${said}${drawn === said || said === '' ? '' : `, drawn as ${drawn}`}`;
    });
  }

  #rows(): { id: string; isStruck: boolean }[] {
    return this.#all('.rows .row:not([hidden], [aria-hidden=true])').map((row) => ({
      id: (row.querySelector('.buyer')?.textContent ?? '').replace(/\*+$/, ''),
      isStruck: row.querySelector('.struck') !== null,
    }));
  }

  #pending(): Painting | undefined {
    const tags = [...new Set<string>([...WIDGETS, this.#counterTag])].join();
    const outer = [this.#room, ...this.#room.children];
    const inner = outer.flatMap((one) => [...(one.shadowRoot?.querySelectorAll(tags) ?? [])]);
    return ([...outer, ...inner] as unknown as Painting[]).find((widget) => widget.isUpdatePending);
  }
}

/** What a counter says where so many can be sold: its state, and its figure as it is read aloud and drawn. */
function wordsFor(units: number | undefined): string {
  if (units === undefined) return 'unknown ';
  // What is gone is told by what was sold.
  if (units === 0) return `sold-out ${SOLD}`;
  return `${units === 1 ? 'last' : units <= 20 ? 'low' : 'ample'} ${units}`;
}

/** Reads drawn digits, whose strokes it was shown once. */
const ALPHABET = {
  strokes: new Map<string, string>(),

  read(cell: Element): string {
    return this.strokes.get(strokesOf(cell)) ?? '?';
  },
};

const strokesOf = (cell: Element): string => cell.firstElementChild?.querySelector('path')?.getAttribute('d') ?? '';
for (const char of '0123456789') {
  const cell = document.createElement('span');
  render(glyph(char), cell);
  ALPHABET.strokes.set(strokesOf(cell), char);
}
