import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { pressHotkey } from '../desk/hotkeys.js';
import { controls } from '../look/controls.styles.js';
import { $ground } from '../look/ground.js';
import { historyIcon, ordersIcon, productsIcon, showIcon } from '../look/icons.js';
import { palette } from '../look/palette.styles.js';
import type { OrdersOpenRequestEvent } from '../orders/orders.events.js';
import type { ProductOpenRequestEvent } from '../product-row/product-row.events.js';
import styles from './app.styles.js';

type Tab = 'products' | 'show' | 'orders' | 'history';

const TABS = [
  { tab: 'products', icon: productsIcon },
  { tab: 'show', icon: showIcon },
  { tab: 'orders', icon: ordersIcon },
  { tab: 'history', icon: historyIcon },
] as const;

/**
 * The operator's deck: what is on air, what is for sale, and the panic key under the thumb.
 *
 * One column with keys below on a phone and in an OBS dock; on a wide screen all parts stand side by side.
 *
 * @tag deck-app
 */
export class DeckAppElement extends DeskElement {
  static readonly tagName = 'deck-app';
  static override readonly styles = [palette, controls, styles];

  /** The part that a narrow screen shows. Reflected for styling. */
  @property({ reflect: true }) tab: Tab = 'products';

  @state() private openProduct = '';
  @state() private ordersOf = '';
  @state() private adding = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#press);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#press);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    document.title = `${this.words.title} · ${this.desk.stall}`;
    this.setAttribute('ground', this.read($ground));
  }

  protected override render() {
    const { words, desk } = this;
    const products = this.read(desk.store.$products);
    const waiting = this.read(desk.store.$resync) === 0;
    const synthetic = this.read(desk.store.$session)?.synthetic === true;

    return html`
      <header>
        <h1>${desk.stall}</h1>
        ${synthetic ? html`<span class="demo" title=${words.demoHint}>${words.demo}</span>` : nothing}
        <deck-status-line .desk=${desk}></deck-status-line>
        <button class="language plain" type="button" @click=${this.#switchLanguage}>${words.otherLanguage}</button>
      </header>

      <main @deck-product-open-request=${this.#open} @deck-orders-open-request=${this.#openOrders}>
        <div class="stage">
          <deck-room-switch .desk=${desk}></deck-room-switch>
          <deck-alerts .desk=${desk}></deck-alerts>
          <deck-rooms-overview .desk=${desk}></deck-rooms-overview>
          <deck-on-air .desk=${desk}></deck-on-air>
        </div>

        <section class="products" aria-labelledby="products">
          <div class="heading">
            <h2 id="products">${words.products.title}</h2>
            <button class="plain add" type="button" ?hidden=${waiting} @click=${this.#add}>
              ＋ ${words.products.add}
            </button>
          </div>
          ${
            !waiting && products.length === 0
              ? html`<deck-empty-stall .desk=${desk} @deck-add-request=${this.#add}></deck-empty-stall>`
              : html`
                  <ul>
                    ${products.map(({ id }) => html`<li><deck-product-row .desk=${desk} .productId=${id}></deck-product-row></li>`)}
                  </ul>
                `
          }
          <deck-end-demo .desk=${desk}></deck-end-demo>
        </section>

        <div class="show" tabindex="0">
          <deck-announce .desk=${desk}></deck-announce>
          <deck-run .desk=${desk}></deck-run>
          <deck-goal .desk=${desk}></deck-goal>
          <deck-new-session .desk=${desk}></deck-new-session>
          <deck-rooms .desk=${desk}></deck-rooms>
        </div>

        <deck-orders tabindex="0" .desk=${desk} .productId=${this.ordersOf}></deck-orders>
        <div class="past" tabindex="0">
          <deck-history .desk=${desk}></deck-history>
          <deck-devices .desk=${desk}></deck-devices>
          <deck-settings .desk=${desk}></deck-settings>
          <p class="hotkeys">${words.hotkeys}</p>
        </div>
      </main>

      <footer>
        <deck-notice .desk=${desk}></deck-notice>
        <deck-next-key .desk=${desk}></deck-next-key>
        <div class="keys">
          <nav aria-label=${words.title}>
            ${TABS.map(
              ({ tab, icon }) => html`
                <button
                  class="tab"
                  type="button"
                  aria-current=${this.tab === tab ? 'page' : 'false'}
                  @click=${() => this.#show(tab)}
                >
                  ${icon}<span>${words.tabs[tab]}</span>
                </button>
              `,
            )}
          </nav>
          <deck-panic-key .desk=${desk}></deck-panic-key>
        </div>
      </footer>

      <deck-product-sheet
        .desk=${desk}
        .productId=${this.openProduct}
        @deck-sheet-closed=${() => (this.openProduct = '')}
      ></deck-product-sheet>
      <deck-add-sheet
        .desk=${desk}
        .open=${this.adding}
        @deck-sheet-closed=${() => (this.adding = false)}
      ></deck-add-sheet>
    `;
  }

  #press = (event: KeyboardEvent): void => {
    if (pressHotkey(this.desk, event)) event.preventDefault();
  };

  #show(tab: Tab): void {
    this.tab = tab;
    window.scrollTo({ top: 0 });
  }

  #add = (): void => {
    this.adding = true;
  };

  #open = (event: ProductOpenRequestEvent): void => {
    this.openProduct = event.productId;
  };

  #openOrders = ({ productId }: OrdersOpenRequestEvent): void => {
    this.ordersOf = productId;
    this.#show('orders');
  };

  #switchLanguage = (): void => {
    const { $language } = this.desk;
    $language.set($language.get() === 'en' ? 'zh-CN' : 'en');
  };
}
