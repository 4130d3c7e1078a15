import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatMoney, type Money } from '@stallcast/protocol';
import { parsePrice } from '../add-sheet/parse-fields.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { doubtsOf, type PriceDoubt } from './check-price.js';
import { keptFloor } from './kept-floor.js';
import { PriceEnteredEvent } from './price-entry.events.js';
import styles from './price-entry.styles.js';

/** A second press that comes sooner is the first one's trembling. */
const CALM_MS = 500;

/**
 * Takes a price that no fat finger sends: it shows the price before and after in big digits, and asks again about one that is far off
 * or below the floor.
 *
 * @tag deck-price-entry
 *
 * @fires {PriceEnteredEvent} deck-price-entered - A price was typed, and confirmed where it was doubtful.
 */
export class DeckPriceEntryElement extends DeskElement {
  static readonly tagName = 'deck-price-entry';
  static override readonly styles = [controls, styles];

  /** The product, whose floor is looked up. */
  @property({ attribute: false }) productId = '';
  /** The price that holds now; null while it is kept back. */
  @property({ attribute: false }) current: Money | null = null;
  /** The name of the field. */
  @property({ attribute: false }) label = '';
  /** What the key says. */
  @property({ attribute: false }) keyText: (price: string) => string = String;
  /** Refuses what is not lower than the price, with this sentence. */
  @property({ attribute: false }) mustBeLower = '';

  @state() private amount = '';
  @state() private wrong = '';
  /** The price that was pressed once and is asked about. */
  @state() private asked: { minor: number; at: number } | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('productId')) this.amount = '';
    // A price that somebody else has changed meanwhile is another question.
    const was = changed.get('current') as Money | null | undefined;
    if (was && this.asked && was.minor !== this.current?.minor) {
      this.asked = null;
      this.wrong = this.words.sell.price.moved;
    }
  }

  protected override render() {
    const { price: words } = this.words.sell;
    const price = this.#price();
    const doubts = price ? this.#doubts(price) : [];
    const isAsked = price !== null && this.asked?.minor === price.minor;
    const isSame = price !== null && price.minor === this.current?.minor;
    return html`
      <form novalidate @submit=${this.#enter}>
        <label for="amount">${this.label}</label>
        <input
          id="amount"
          class="figure"
          inputmode="decimal"
          autocomplete="off"
          maxlength="16"
          .value=${this.amount}
          aria-invalid=${this.wrong !== ''}
          aria-describedby="note"
          @input=${this.#type}
        />
        ${this.current && price ? this.#change(this.current, price) : nothing}
        <div id="note" role="status">
          ${this.wrong ? html`<p class="error">${this.wrong}</p>` : nothing}
          ${doubts.map((doubt) => html`<p class="doubt">${this.#doubtText(doubt)}</p>`)}
        </div>
        <button class="wide ${isAsked ? 'danger' : 'primary'}" type="submit" aria-disabled=${price === null || isSame}>
          ${
            price === null
              ? words.empty
              : isSame
                ? words.same
                : isAsked
                  ? words.sure(formatMoney(price))
                  : this.keyText(formatMoney(price))
          }
        </button>
      </form>
    `;
  }

  #change(before: Money, after: Money): TemplateResult {
    const { price: words } = this.words.sell;
    return html`
      <dl class="change figure">
        <div>
          <dt>${words.now}</dt>
          <dd>${formatMoney(before)}</dd>
        </div>
        <div class="after">
          <dt>${words.then}</dt>
          <dd>${formatMoney(after)}</dd>
        </div>
      </dl>
    `;
  }

  #price(): Money | null {
    return parsePrice(this.amount, this.desk.store.$session.get()?.currency ?? 'CNY');
  }

  #doubts(price: Money): PriceDoubt[] {
    const { stall, store } = this.desk;
    const floor = keptFloor(stall, this.productId, store.$session.get()?.currency ?? 'CNY');
    return doubtsOf(price, this.current, floor);
  }

  #doubtText(doubt: PriceDoubt): string {
    const { doubts } = this.words.sell.price;
    return doubt.kind === 'floor' ? doubts.floor(formatMoney(doubt.floor)) : doubts[doubt.kind](doubt.percent);
  }

  #type = (event: InputEvent): void => {
    this.amount = (event.target as HTMLInputElement).value;
    this.wrong = '';
    this.asked = null;
  };

  #enter = (event: SubmitEvent): void => {
    event.preventDefault();
    const price = this.#price();
    if (!price || price.minor === this.current?.minor) {
      this.wrong = price ? '' : this.words.add.errors.price;
      return;
    }
    if (this.mustBeLower && this.current && price.minor >= this.current.minor) {
      this.wrong = this.mustBeLower;
      return;
    }
    this.wrong = '';
    if (this.#doubts(price).length > 0) {
      const { asked } = this;
      if (asked?.minor !== price.minor) this.asked = { minor: price.minor, at: event.timeStamp };
      if (asked?.minor !== price.minor || event.timeStamp - asked.at < CALM_MS) return;
    }
    this.amount = '';
    this.asked = null;
    this.dispatchEvent(new PriceEnteredEvent(price));
  };
}
