import { stockInRoom } from '@stallcast/protocol';
import { html, nothing, type PropertyValues } from 'lit';
import { ProductController } from '../../controllers/product-controller.js';
import { figure, figureStyles, spoken } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { markStyles } from '../../internal/marks.js';
import plateStyles from '../../internal/plate.styles.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { isInCard, standing, standingStyles } from '../../internal/standing.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, cardWords, type CardWords } from '../../words/index.js';
import { deriveAirState, type AirState } from '../stock-counter/stock-counter.model.js';
import { CountdownEndedEvent } from './countdown.events.js';
import {
  deriveCountdownView,
  spanOfOffer,
  spanUntil,
  type CountdownState,
  type CountdownView,
  type Span,
} from './countdown.model.js';
import styles from './countdown.styles.js';

/** How it looks inside a card: a tab on its rail, the band across the tall card, or a small tab in the slim one. */
export type CountdownLook = 'tab' | 'band' | 'small';

/**
 * Counts down to the end of a product's flash sale, or to a deadline of its own, by the server's clock.
 *
 * A deadline does not move: `until` is read once. Digits change without motion, one frame a second, and there is no timer
 * while nobody sees it.
 *
 * @tag stall-countdown
 *
 * @slot - What a deadline of its own is for, for example the next basket.
 *
 * @csspart board - The board behind everything; a countdown inside a card has none.
 * @csspart tab - The countdown as a tab or band inside a card.
 * @csspart label - What is counted down to.
 * @csspart value - The digits, or the word in their place.
 *
 * @fires {CountdownEndedEvent} stall-countdown-ended - The deadline was reached while the countdown was there.
 */
export class CountdownElement extends StallElement {
  static readonly tagName = 'stall-countdown';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, standingStyles, styles];

  /** The product whose flash sale is counted. */
  @property({ attribute: 'product-id' }) productId = '';

  /** A deadline of its own, ISO 8601. The first one that is a time holds for good. */
  @property() until = '';

  /** How it looks inside a card. */
  @property() look: CountdownLook = 'tab';

  /** @internal Reflected for styling; authors read it, the element writes it. */
  @property({ reflect: true }) state: CountdownState = 'none';

  readonly #data = new ProductController(this, () => this.productId);
  readonly #wake = new Wake(this);
  #view: CountdownView | null = null;
  #deadline: number | null = null;
  /** The deadlines that were awaited at the last update, and that were told, each with its product. */
  #awaited = '';
  #told = '';
  #due: CountdownEndedEvent | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const until = Date.parse(this.until);
    if (this.#deadline === null && !Number.isNaN(until)) this.#deadline = until;
    const { store, isOnSale, offer } = this.#data;
    // A room tells the time with its first snapshot; a page without a room has its own clock.
    const isTold = isOnSale || (!store && this.#deadline !== null);
    const span = isTold ? (this.#deadline === null ? spanOfOffer(offer) : spanUntil(this.#deadline)) : null;
    const now = this.#reached(span, store?.now() ?? Date.now());
    this.#view = deriveCountdownView(span, now, this.#stockState);
    this.state = this.#view?.state ?? 'none';
    this.#wake.at(this.#view?.nextAt ?? null, now);
  }

  get #stockState(): AirState | undefined {
    const { product, stock, room } = this.#data;
    return this.productId ? deriveAirState(stockInRoom(stock, room), product?.lowAt) : undefined;
  }

  /** Notes a deadline that is reached, once. A clock that is put right a little later does not begin it again. */
  #reached(span: Span | null, now: number): number {
    const key = span ? `${span.endsAt} ${this.productId}` : '';
    if (!span || now < span.endsAt) {
      this.#awaited = key;
      return span && key === this.#told ? span.endsAt : now;
    }
    if (key === this.#awaited && key !== this.#told) {
      this.#told = key;
      this.#due = new CountdownEndedEvent(this.productId, span.endsAt);
    }
    return now;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const due = this.#due;
    this.#due = null;
    if (due) this.dispatchEvent(due);
  }

  protected override render() {
    const view = this.#view;
    if (!view) return nothing;
    const words = cardWords(languageOf(this));
    if (!isInCard(this)) {
      const content = html`<div class="slip ${view.state}" lang=${words.language}>${this.#parts(view, words)}</div>`;
      const data = this.#deadline === null ? this.#data : null;
      return standing(content, view.state, words, data, html`<div class="fill"></div>`);
    }
    // On a card the tab says what is true right now, and nothing else.
    return view.state === 'running' || view.state === 'last-ten'
      ? html`<div class="tag ${this.look} ${view.state}" part="tab">${this.#parts(view, words)}</div>`
      : nothing;
  }

  #parts({ state, figures }: CountdownView, words: CardWords) {
    const name = this.#deadline === null ? words.flashPrice : words.countdown;
    return html`<span class="label" part="label"><slot>${name}</slot> <small>${words.counted[state]}</small></span>
      ${figures ? html`<span class="clock" part="value">${spoken(figures)}${figure(figures, 'fine')}</span>` : nothing}`;
  }
}
