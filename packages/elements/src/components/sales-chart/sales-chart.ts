import { nothing, type PropertyValues } from 'lit';
import { StoreController } from '../../controllers/store-controller.js';
import { figureStyles } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { markStyles } from '../../internal/marks.js';
import { play, Stillness } from '../../internal/motion.js';
import plateStyles from '../../internal/plate.styles.js';
import { Presence } from '../../internal/presence.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, chartWords } from '../../words/index.js';
import { deriveChartView, type ChartMetric, type ChartView } from './sales-chart.model.js';
import styles from './sales-chart.styles.js';
import { chartTemplate, PLOT, type ChartLook } from './sales-chart.template.js';

/**
 * Shows how the session went so far: crates stacked along a bench, and the totals in figures.
 *
 * What was taken back leaves the stack in which it stood, and is told in words. Nothing moves at rest, and time of which nothing
 * is known is not shown as time in which nothing was sold.
 *
 * @tag stall-sales-chart
 *
 * @csspart board - The board behind everything.
 * @csspart tab - The title on the rail.
 * @csspart value - The figure of what is stacked.
 * @csspart lost - What was taken back.
 *
 * @cssprop [--stall-sales-chart-crate=var(--stall-color-accent)] - Colour of the crates, of at least 3:1 on the board.
 */
export class SalesChartElement extends StallElement {
  static readonly tagName = 'stall-sales-chart';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, styles];

  /** What is stacked: `orders` that stand, or `net` money. */
  @property() metric: ChartMetric = 'orders';

  /** How it stands: `wide` for portrait, `side` for landscape. */
  @property() look: ChartLook = 'wide';

  readonly #totals = new StoreController(this, (store) => store.$totals);
  readonly #session = new StoreController(this, (store) => store.$session);
  readonly #line = new StoreController(this, (store) => store.$freshness);
  readonly #room = new StoreController(this, (store) => store.$room);
  readonly #resync = new StoreController(this, (store) => store.$resync);
  readonly #stillness = new Stillness(this);
  readonly #wake = new Wake(this);
  readonly #presence = new Presence<ChartView>(() => this.requestUpdate());

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const resync = this.#resync.value;
    const isStill = this.#stillness.next(resync) || changed.has('look') || changed.has('metric');
    const now = this.#totals.store?.now() ?? 0;
    const view =
      resync && this.#room.value?.commerce !== false
        ? deriveChartView({
            totals: this.#totals.value,
            session: this.#session.value,
            freshness: this.#line.value,
            metric: this.metric === 'net' ? 'net' : 'orders',
            places: (PLOT[this.look] ?? PLOT.wide).places,
            now,
            words: chartWords(languageOf(this)),
          })
        : null;
    this.#presence.next(view, isStill);
    this.#wake.at(view?.nextAt ?? null, now);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#presence.moved(this.renderRoot.querySelector('.chart'), (plate, before, view) => {
      const stacks = plate.querySelectorAll('.stack');
      view.stacks.forEach(({ crates }, index) => {
        const was = before.stacks[index]?.crates ?? 0;
        // A crate comes from above and is taken away upwards; where the measure changed, nothing did.
        if (was === crates || before.crate !== view.crate || before.stacks[0]?.to !== view.stacks[0]?.to) return;
        play(stacks[index], [{ opacity: 0.4, transform: `translateY(${crates > was ? -12 : 0}px)` }, {}], 'change');
      });
      if (before.figure !== view.figure) play(plate.querySelector('.value'), [{ opacity: 0 }, {}], 'change');
    });
  }

  protected override render() {
    const view = this.#presence.view;
    if (!view) return nothing;
    const words = chartWords(languageOf(this));
    return chartTemplate(view, {
      look: PLOT[this.look] ? this.look : 'wide',
      words,
      freshness: this.#line.value,
      title: this.metric === 'net' ? words.netTonight : words.ordersTonight,
    });
  }
}
