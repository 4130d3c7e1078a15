import { openShopify } from '@stallcast/adapters/shopify';
import type { RowReading } from '@stallcast/adapters/table/inspect';
import type { StallState } from '@stallcast/protocol';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../../../../deck/look/controls.styles.js';
import type { Language } from '../../../../words/language.js';
import type { StallAddress } from '../../../links/studio-links.js';
import { shopifySource } from '../../asking/table-source.js';
import { trySource, type TriedSource } from '../../asking/try-source.js';
import { door } from '../look/door.styles.js';
import { shopOf } from './shop-of.js';
import { shopWords } from './shop-words.js';

/**
 * Tries a Shopify shop's public products, to copy or to follow them.
 *
 * @tag studio-storefront
 */
export class StorefrontElement extends LitElement {
  static readonly tagName = 'studio-storefront';
  static override readonly styles = [controls, door];

  @property({ attribute: false }) address!: StallAddress;
  @property({ attribute: false }) deckKey = '';
  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private tried: TriedSource | null = null;
  @state() private isBusy = false;
  #rows: readonly RowReading[] = [];
  #asked = { shop: '', token: '' };

  @query('[name=shop]') private readonly shop!: HTMLInputElement;
  @query('[name=token]') private readonly token!: HTMLInputElement;

  protected override render() {
    const words = shopWords(this.language).storefront;
    const { tried } = this;
    return html`
      <section class="part" aria-labelledby="title">
        <h3 id="title">${words.title}</h3>
        <p class="quiet">${words.lead}</p>
        <form class="ask" novalidate @submit=${this.#ask}>
          <label
            >${words.shop}
            <input
              name="shop"
              placeholder="shop.myshopify.com"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              maxlength="250"
            />
          </label>
          <label
            >${words.token}
            <input name="token" autocomplete="off" spellcheck="false" maxlength="200" aria-describedby="hint" />
          </label>
          <button type="submit" ?disabled=${this.isBusy}>${words.ask}</button>
        </form>
        <p class="quiet" id="hint">${words.tokenHint}</p>
        <div role="status">
          ${this.isBusy ? html`<p class="said">${words.asking}</p>` : nothing}
          ${tried && !tried.ok ? html`<p class="said trouble">${tried.trouble[this.language]}</p>` : nothing}
        </div>
        ${tried?.ok ? this.#found(tried.state) : nothing}
      </section>
    `;
  }

  #found({ products, stocks }: StallState): TemplateResult {
    const words = shopWords(this.language).storefront;
    const { shop, token } = this.#asked;
    return html`
      <p class="said done">
        ${words.found(products.length, stocks.filter(({ sellable }) => sellable !== null).length)}
      </p>
      <studio-two-ways
        .rows=${this.#rows}
        .srcOf=${(seconds: number) => shopifySource(shop, token, { seconds, room: this.address.room })}
        .address=${this.address}
        .deckKey=${this.deckKey}
        .language=${this.language}
      ></studio-two-ways>
    `;
  }

  readonly #ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const shop = shopOf(this.shop.value);
    this.#asked = { shop, token: this.token.value.trim() };
    this.isBusy = true;
    this.tried = null;
    const src = shopifySource(shop, this.#asked.token, { seconds: 15 });
    const tried = await trySource(() => openShopify(src.replace(/^shopify:/, '')));
    this.#rows = tried.ok ? rowsOf(tried.state) : [];
    this.tried = tried;
    this.isBusy = false;
  };
}

/** Products as rows of a table, to be compared with the stall's. */
function rowsOf({ products, offers, stocks }: StallState): RowReading[] {
  return products.map((product, index) => ({
    line: index + 1,
    faults: [],
    read: {
      product,
      offer: offers.find(({ productId }) => productId === product.id) ?? null,
      stock: stocks.find(({ productId }) => productId === product.id) ?? null,
      place: 0,
    },
  }));
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-storefront': StorefrontElement;
  }
}
