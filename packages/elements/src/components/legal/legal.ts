import { html, nothing } from 'lit';
import { StoreController } from '../../controllers/store-controller.js';
import hostStyles from '../../internal/host.styles.js';
import { demoMark, markStyles } from '../../internal/marks.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { languageOf, legalWords } from '../../words/index.js';
import { deriveLegalView } from './legal.model.js';
import styles from './legal.styles.js';

/**
 * Says who sells, by which licence, and that the product's page is what counts.
 *
 * The last sentence is always there and no theme changes it. With a seller of its own the line needs no data and no room.
 *
 * @tag stall-legal
 *
 * @csspart slip - The slip that the line stands on.
 *
 * @cssprop [--stall-legal-slip=#26221d] - Colour of the slip.
 * @cssprop [--stall-legal-text=#f3eee4] - Colour of the line, of at least 4.5:1 on the slip.
 */
export class LegalElement extends StallElement {
  static readonly tagName = 'stall-legal';
  static override readonly styles = [hostStyles, markStyles, styles];

  /** Who sells; empty for the seller that the session names. */
  @property() seller = '';

  /** The number of the licence of `seller`; empty says that it stands on the shop's page. */
  @property() licence = '';

  readonly #session = new StoreController(this, (store) => store.$session);
  readonly #room = new StoreController(this, (store) => store.$room);

  protected override render() {
    const words = legalWords(languageOf(this));
    const { seller, licence } = this;
    const view = deriveLegalView({ seller, licence, session: this.#session.value, words });
    if (!view || this.#room.value?.commerce === false) return nothing;
    return html`<div class="legal" lang=${words.language}>
      <div class="slip" part="slip">
        <p class="line">
          ${view.seller ? html`<span class="item free">${view.seller.label} <bdi>${view.seller.name}</bdi></span>` : nothing}
          ${view.licence ? html`<span class="item free"><bdi>${view.licence}</bdi></span>` : nothing}
          <span class="item">${view.page}</span>
        </p>
      </div>
      ${view.isSynthetic ? demoMark(words) : nothing}
    </div>`;
  }
}
