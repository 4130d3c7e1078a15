import { nothing, type PropertyValues } from 'lit';
import { AirController } from '../../controllers/air-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import { figureStyles } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { markStyles } from '../../internal/marks.js';
import { play } from '../../internal/motion.js';
import plateStyles from '../../internal/plate.styles.js';
import { Presence } from '../../internal/presence.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { standing, standingStyles } from '../../internal/standing.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, originWords } from '../../words/index.js';
import { deriveOriginView, type OriginView } from './origin.model.js';
import styles from './origin.styles.js';
import { originTemplate, shownLook, type OriginLook } from './origin.template.js';

/**
 * Says where a product comes from: farm, lot, harvest, certificates and inspections.
 *
 * A seal of approval only while the lot's latest inspection was passed; a lot that failed says so, plainly. A certificate that
 * has expired is never shown as valid. Nothing where nothing is told.
 *
 * @tag stall-origin
 *
 * @csspart board - The board behind everything; a round seal has none.
 * @csspart seal - The round seal.
 * @csspart place - The place.
 * @csspart result - What the latest inspection found.
 * @csspart fact - A line: farm, lot, harvest.
 * @csspart inspection - One inspection in the list.
 * @csspart certificate - One certificate.
 */
export class OriginElement extends StallElement {
  static readonly tagName = 'stall-origin';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, standingStyles, styles];

  /** The product to tell of; empty for what is being shown. */
  @property({ attribute: 'product-id' }) productId = '';

  /** How it looks: `seal`, `slip` or `list`. A place too long for the seal's rim is told on a slip. */
  @property() look: OriginLook = 'seal';

  readonly #air = new AirController(this);
  readonly #featured = new StoreController(this, (store) => store.$featured);
  readonly #product = new StoreController(this, (store) =>
    store.$product(this.productId || (this.#featured.value?.[0] ?? '')),
  );
  readonly #wake = new Wake(this);
  readonly #presence = new Presence<OriginView>(() => this.requestUpdate());

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { session, store, isOnSale } = this.#air;
    const now = store?.now() ?? 0;
    const words = originWords(languageOf(this));
    const told = deriveOriginView({ product: this.#product.value, now, timeZone: session?.tz, words });
    const view = isOnSale ? told : null;
    this.#presence.next(view, this.#air.isStill() || changed.has('look'));
    this.#wake.at(view?.nextAt ?? null, now);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#presence.moved(this.renderRoot.querySelector('.alone'), (plate, before, view) => {
      const isNews = before.productId !== view.productId || before.state !== view.state || before.date !== view.date;
      if (isNews) play(plate.querySelector('.leaf'), [{ opacity: 0 }, {}], 'change');
    });
  }

  protected override render() {
    const view = this.#presence.view;
    if (!view) return nothing;
    const words = originWords(languageOf(this));
    const look = shownLook(view, this.look);
    const { isSynthetic } = view;
    const data = { line: this.#air.line, freshness: undefined, isSynthetic };
    return standing(originTemplate(view, look, words), look, words, data);
  }
}
