import { nothing, type PropertyValues } from 'lit';
import { ProductController } from '../../controllers/product-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import { figureStyles } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { markStyles, toldFreshness } from '../../internal/marks.js';
import { Stillness } from '../../internal/motion.js';
import plateStyles from '../../internal/plate.styles.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, cardWords } from '../../words/index.js';
import type { AirState } from '../stock-counter/stock-counter.model.js';
import { loadCountdown } from './load-countdown.js';
import { isOnAir, openDetails } from './open-details.js';
import { PictureLoader } from './picture-loader.js';
import { cardLayout } from './product-card.layout.js';
import { deriveCardView, isSameOnCard, type CardView } from './product-card.model.js';
import { leave, moveCard, stay } from './product-card.motion.js';
import styles from './product-card.styles.js';
import type { CardLook } from './product-card.template.js';

/**
 * Shows one product on air: its link number, picture, price with the price of a 斤 or kilogram, what is promised, and
 * what is left.
 *
 * Shows nothing until the first snapshot. Without `product-id` it follows what is being shown (讲解中).
 *
 * @tag stall-product-card
 *
 * @csspart board - The board behind everything.
 * @csspart spine - The strip with the link number.
 * @csspart tab - A tab on the rail: being shown, a time offer, a presale.
 * @csspart picture - The picture's box.
 * @csspart title - The title.
 * @csspart price - The price.
 * @csspart compare - The price that it compares with, and what that rests on.
 * @csspart unit-price - The price of a 斤, a kilogram or a litre.
 * @csspart stub - The tear-off part with the stock.
 * @csspart stamp - The stamp on what is sold out.
 * @csspart details - The button that opens the details.
 *
 * @cssprop [--stall-product-card-price=var(--stall-color-value)] - Colour of the price.
 * @cssprop [--stall-product-card-picture=var(--stall-color-plate-quiet)] - Colour behind the picture.
 *
 * @fires {OpenRequestEvent} stall-open-request - The details are asked for; cancelled, they are not opened.
 * @fires {DetailsOpenedEvent} stall-details-opened - The details are open.
 * @fires {StockDepletedEvent} stall-stock-depleted - The product ran out while its card was on screen.
 */
export class ProductCardElement extends StallElement {
  static readonly tagName = 'stall-product-card';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, styles];

  /** The product to show; empty for what is being shown. */
  @property({ attribute: 'product-id' }) productId = '';

  /** Which of the products being shown to follow, from 0, where no product is named. */
  @property({ type: Number }) featured = 0;

  /** How it stands: `wide` for portrait, `tall` for landscape, `slim` where two or three are shown. */
  @property() look: CardLook = 'wide';

  /** On a page: has a button that opens the details. There is none in OBS. */
  @property({ type: Boolean }) details = false;

  /** @internal Reflected for styling; authors read it, the element writes it. */
  @property({ reflect: true, attribute: 'state' }) stockState: AirState = 'unknown';

  readonly #featured = new StoreController(this, (store) => store.$featured);
  readonly #data: ProductController = new ProductController(
    this,
    () => this.#id,
    (a, b) => isSameOnCard(a, b, this.#data.room, this.#data.product?.lowAt),
  );
  readonly #stillness = new Stillness(this);
  readonly #wake = new Wake(this);
  readonly #picture = new PictureLoader(this);
  #view: CardView | null = null;
  #before: CardView | null = null;
  #isStill = true;
  #isLeaving = false;
  #comesBack = false;
  #oldStamp: Element | null = null;

  get #id(): string {
    return this.productId || (this.#featured.value?.[this.featured] ?? '');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#isStill = this.#stillness.next(this.#data.resync) || changed.has('look');
    this.#before = this.#isLeaving ? null : this.#view;
    this.#oldStamp = this.#before?.isSoldOut ? this.renderRoot.querySelector('.stamp') : null;
    const view = this.#data.isOnSale ? this.#derive() : null;
    const wasLeaving = this.#isLeaving;
    this.#isLeaving = view === null && this.#view !== null && !this.#isStill;
    this.#comesBack = wasLeaving && !this.#isLeaving;
    if (!this.#isLeaving) this.#view = view;
    if (view) this.stockState = view.state;
  }

  #derive(): CardView | null {
    const { product, offer, stock, store, room, timeZone } = this.#data;
    const now = store?.now() ?? 0;
    const language = languageOf(this);
    const view = deriveCardView({
      product,
      offer,
      stock,
      isFeatured: this.#featured.value?.includes(this.#id) ?? false,
      now,
      words: cardWords(language),
      language,
      baseUri: this.baseURI,
      pictureOrigin: store?.pictureOrigin,
      room,
      timeZone,
    });
    this.#wake.at(view?.nextAt ?? null, now);
    if (offer?.flash) loadCountdown();
    return view;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const card = this.renderRoot.querySelector('.card');
    // Looking for motion has the browser work all styles out at once: only where there can be one.
    if (card && this.#comesBack) stay(card);
    if (!card || this.#isStill) return;
    if (this.#isLeaving) leave(card, () => this.#gone());
    else if (this.#view) moveCard(card, this.#before, this.#view, this.#oldStamp);
  }

  #gone(): void {
    if (!this.#isLeaving) return;
    this.#isLeaving = false;
    this.#view = null;
    this.requestUpdate();
  }

  protected override render() {
    const view = this.#view;
    if (!view) return nothing;
    const { line, freshness, resync } = this.#data;
    const { productId } = view;
    return cardLayout(view, {
      look: this.look,
      words: cardWords(languageOf(this)),
      freshness: toldFreshness(line, freshness),
      image: this.#picture.imageOf(view.picture, resync),
      onDetails: this.details && !isOnAir() ? (opener) => void openDetails(this, productId, opener) : null,
    });
  }
}
