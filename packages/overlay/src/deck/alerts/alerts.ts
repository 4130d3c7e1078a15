import type { Alert, Order } from '@stallcast/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { titleIn } from '../desk/product-view.js';
import { sceneName } from '../devices/scene-name.js';
import { controls } from '../look/controls.styles.js';
import { alertIcon } from '../look/icons.js';
import { orderLines } from '../orders/order-lines.js';
import { OrdersOpenRequestEvent } from '../orders/orders.events.js';
import { ProductOpenRequestEvent } from '../product-row/product-row.events.js';
import { alertText } from './alert-text.js';
import styles from './alerts.styles.js';

/**
 * What an operator must look at and a viewer must not see: oversold goods, orders for what is not listed, and the like.
 *
 * @tag deck-alerts
 *
 * @fires {ProductOpenRequestEvent} deck-product-open-request - The operator goes to a product that is oversold.
 * @fires {OrdersOpenRequestEvent} deck-orders-open-request - The operator goes to the orders of a product that is oversold.
 */
export class DeckAlertsElement extends DeskElement {
  static readonly tagName = 'deck-alerts';
  static override readonly styles = [controls, styles];

  @state() private unfolded = false;

  protected override render() {
    const { words, desk } = this;
    const alerts = this.read(desk.store.$alerts)
      .filter(({ code }) => code !== 'message')
      .reverse();
    const [latest] = alerts;
    if (!latest) return html`${this.#silent()}${this.#gone()}`;
    const sentence = (alert: typeof latest): string =>
      alertText(alert, words, (id) => {
        const product = this.read(desk.store.$product(id));
        return product ? titleIn(product, desk.$language.get()) : null;
      });

    return html`
      <section role="status" aria-label=${words.alerts.title(alerts.length)}>
        <button type="button" aria-expanded=${this.unfolded} @click=${() => (this.unfolded = !this.unfolded)}>
          ${alertIcon}
          <span class="latest">${this.unfolded ? words.alerts.title(alerts.length) : sentence(latest)}</span>
          <span class="more"
            >${this.unfolded ? words.alerts.hide : alerts.length > 1 ? `+${alerts.length - 1}` : ''}</span
          >
        </button>
        ${
          this.unfolded
            ? html`<ul>
                ${alerts.map((alert) => html`<li>${sentence(alert)} ${this.#keys(alert)}</li>`)}
              </ul>`
            : nothing
        }
      </section>
      ${this.#silent()} ${this.#gone()}
    `;
  }

  /** What to do about goods that were sold and are not there. */
  #keys({ code, subject }: Alert): TemplateResult | typeof nothing {
    const { alerts: words } = this.words.sell;
    if (code !== 'oversold') return nothing;
    return html`
      <span class="keys">
        <button type="button" @click=${() => this.dispatchEvent(new ProductOpenRequestEvent(subject))}>
          ${words.restock}
        </button>
        <button type="button" @click=${() => this.dispatchEvent(new OrdersOpenRequestEvent(subject))}>
          ${words.seeOrders}
        </button>
      </span>
    `;
  }

  /** Overlays that went without a word. */
  #silent(): TemplateResult | typeof nothing {
    const { relay } = this.desk;
    const { devices: words } = this.words;
    const silent = relay ? this.read(relay.$instances).filter(({ isSilent }) => isSilent) : [];
    if (!relay || silent.length === 0) return nothing;
    return html`
      <section role="alert" class="silent">
        ${silent.map(
          ({ id, scene }) => html`
            <p>
              <span
                >${alertIcon}
                <b>${words.alert(sceneName(scene, this.desk.$language.get(), words.ownScene))}</b>
                ${words.alertHint}</span
              >
              <button type="button" @click=${() => void relay.wish(id, 'forget')}>${words.forget}</button>
            </p>
          `,
        )}
      </section>
    `;
  }

  /** Whether the goods of a lost order can be sold again, where the ledger counts them. */
  #hint({ status, lines }: Order): TemplateResult | typeof nothing {
    const { goneHint } = this.words.sell.alerts;
    const products = lines.map(({ productId }) => productId !== null && this.read(this.desk.store.$product(productId)));
    if (!products.every((product) => product && product.stockFrom === 'ledger')) return nothing;
    const isBack = status === 'cancelled' || products.every((product) => product && product.kind === 'ticket');
    return html`<small>${goneHint[isBack ? 'back' : 'kept']}</small>`;
  }

  /** Orders that were lost meanwhile, and whether their goods can be sold again. */
  #gone(): TemplateResult | typeof nothing {
    const { orders: words, sell } = this.words;
    const gone = this.read(this.desk.$gone);
    if (gone.length === 0) return nothing;
    return html`
      <section class="gone" role="status">
        <ul>
          ${gone.map(
            (order) => html`
              <li>
                ${sell.alerts.gone[order.status === 'refunded' ? 'refunded' : 'cancelled'](orderLines(order, this.desk, words))}
                ${this.#hint(order)}
              </li>
            `,
          )}
        </ul>
        <button type="button" @click=${() => this.desk.$gone.set([])}>${sell.alerts.dismiss}</button>
      </section>
    `;
  }
}
