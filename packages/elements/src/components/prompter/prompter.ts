import type { Order, Product } from '@stallcast/protocol';
import { nothing, type PropertyValues } from 'lit';
import { AirController } from '../../controllers/air-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import hostStyles from '../../internal/host.styles.js';
import { ageMark, demoMark, markStyles } from '../../internal/marks.js';
import { play } from '../../internal/motion.js';
import { StallElement } from '../../internal/stall-element.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, prompterWords, shelfWords } from '../../words/index.js';
import { deriveShelfRow, type ShelfGoods, type ShelfRow } from '../shelf/shelf.model.js';
import { inRunOrder, nextInRun } from '../shelf/shelf.run.js';
import { ShelfSlots } from '../shelf/shelf.slots.js';
import { derivePrompterView, type PrompterView } from './prompter.model.js';
import { prompterTemplate } from './prompter.template.js';
import styles from './prompter.styles.js';

/** What the host is told of at the most, besides what is shown and what comes next. */
const MOST_LOW = 8;

/**
 * Tells the host, on a second screen or a dock: what is being shown, what comes next, what runs low, what was cancelled, what is to
 * be minded, and what the operator has to say.
 *
 * It is not for air, and says so. Messages and alerts reach readers with a deck key alone.
 *
 * @tag stall-prompter
 *
 * @csspart notice - That it is not for air.
 * @csspart messages - What the operator says.
 * @csspart now - What is being shown.
 * @csspart next - What comes next.
 * @csspart alerts - What is to be minded.
 * @csspart low - What runs low.
 * @csspart cancelled - Orders that were cancelled or refunded.
 *
 * @cssprop [--stall-prompter-ground=#0f1413] - Colour behind everything.
 * @cssprop [--stall-prompter-text=#ffffff] - Colour of the text.
 * @cssprop [--stall-prompter-alert=#ffd23f] - Colour of what is to be minded, and of the plate of a message.
 */
export class PrompterElement extends StallElement {
  static readonly tagName = 'stall-prompter';
  static override readonly styles = [hostStyles, markStyles, styles];

  readonly #air = new AirController(this);
  readonly #products = new StoreController(this, (store) => store.$products);
  readonly #stocks = new StoreController(this, (store) => store.$stocks);
  readonly #featured = new StoreController(this, (store) => store.$featured);
  readonly #orders = new StoreController<readonly Order[]>(this, (store) => store.$orders);
  readonly #alerts = new StoreController(this, (store) => store.$alerts);
  readonly #resync = new StoreController(this, (store) => store.$resync);
  readonly #slots = new ShelfSlots(this);
  readonly #wake = new Wake(this);
  #view: PrompterView | null = null;
  #said = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const now = this.#air.store?.now() ?? 0;
    this.#view = this.#resync.value ? this.#derive(now) : null;
    const rows = [...(this.#view?.now ?? []), this.#view?.next];
    const times = [this.#view?.endsAt, ...rows.map((row) => row?.nextAt)].filter((at) => typeof at === 'number');
    this.#wake.at(times.length > 0 ? Math.min(...times) : null, now);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const said = this.#view?.messages.lines[0]?.key ?? '';
    const isStill = this.#air.isStill();
    if (said !== '' && said !== this.#said && !isStill) {
      play(this.renderRoot.querySelector('.messages'), [{ opacity: 0, transform: 'translateY(12px)' }, {}], 'change');
    }
    this.#said = said;
  }

  protected override render() {
    const words = prompterWords(languageOf(this));
    const marks = [ageMark(words, this.#air.line), this.#view?.isSynthetic ? demoMark(words) : nothing];
    return prompterTemplate(this.#view, words, marks);
  }

  #derive(time: number): PrompterView {
    const { store, session, room, isOnSale } = this.#air;
    const language = languageOf(this);
    const stocks = isOnSale ? (this.#stocks.value ?? []) : [];
    const featured = isOnSale ? (this.#featured.value ?? []) : [];
    const run = inRunOrder(isOnSale ? (this.#products.value ?? []) : []);
    const holdOf = (id: string) => stocks.find(({ productId }) => productId === id)?.hold ?? 'none';
    const next = nextInRun(run, featured, (id) => holdOf(id) !== 'none');
    const find = (id: string): Product[] => run.filter((product) => product.id === id);
    const shown = [...featured.flatMap(find), ...find(next)];
    const scarce = run.filter((product) => isScarce(product, stocks)).slice(0, MOST_LOW);
    const setting = {
      ...{ featured, next, now: time, language, room, timeZone: session?.tz },
      words: shelfWords(language),
      baseUri: this.baseURI,
    };
    const toRow = (goods: ShelfGoods): ShelfRow => deriveShelfRow(goods, setting);
    const rows = this.#slots.read([...shown, ...scarce]).map(toRow);
    // An old figure of what was scarce is still worth telling.
    const isTold = ({ tone }: ShelfRow): boolean => tone !== 'plain';
    return derivePrompterView({
      now: rows.slice(0, shown.length - find(next).length),
      next: rows[shown.length - 1] && next ? (rows[shown.length - 1] ?? null) : null,
      low: rows.slice(shown.length).filter(isTold),
      ...{ stocks, room, time, language },
      products: this.#products.value ?? [],
      orders: this.#orders.value ?? [],
      alerts: (store && this.#alerts.value) || [],
      words: prompterWords(language),
    });
  }
}

/** Whether it may run out soon, at a first look; the shelf's own rule decides. */
function isScarce(product: Product, stocks: readonly { productId: string; sellable: number | null }[]): boolean {
  const stock = stocks.find(({ productId }) => productId === product.id);
  return stock !== undefined && (stock.sellable === null || stock.sellable <= Math.max(product.lowAt ?? 0, 30));
}
