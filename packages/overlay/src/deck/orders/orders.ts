import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney, type Order } from '@stallcast/protocol';
import { property, state } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { titleIn } from '../desk/product-view.js';
import { controls } from '../look/controls.styles.js';
import { orderLines } from './order-lines.js';
import { orderNumber } from './order-number.js';
import { OrdersOpenRequestEvent } from './orders.events.js';
import styles from './orders.styles.js';

/** How many orders the deck lists. */
const LISTED = 20;

/**
 * The latest orders, newest first, with those that are not for the screen and why.
 *
 * @tag deck-orders
 *
 * @fires {OrdersOpenRequestEvent} deck-orders-open-request - The operator wants to see all orders again.
 */
export class DeckOrdersElement extends DeskElement {
  static readonly tagName = 'deck-orders';
  static override readonly styles = [controls, styles];

  /** Lists the orders of this product alone; empty for all. */
  @property({ attribute: false }) productId = '';

  @state() private openOrder = '';

  protected override render() {
    const { orders: words, sell } = this.words;
    const { productId } = this;
    this.read(this.desk.store.$products);
    const orders = this.read(this.desk.store.$orders)
      .filter(({ lines }) => !productId || lines.some((line) => line.productId === productId))
      .slice(-LISTED)
      .reverse();
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${words.title}</h2>
        ${
          productId
            ? html`<p class="only-of">
                <span>${sell.orders.onlyOf(this.#title(productId))}</span>
                <button type="button" @click=${() => this.dispatchEvent(new OrdersOpenRequestEvent(''))}>
                  ${sell.orders.all}
                </button>
              </p>`
            : nothing
        }
        ${
          orders.length === 0
            ? html`<p class="quiet">${words.empty}</p>`
            : html`<ol>
                ${orders.map((order) => this.#order(order))}
              </ol>`
        }
      </section>
      <deck-order-sheet
        .desk=${this.desk}
        .orderId=${this.openOrder}
        @deck-sheet-closed=${() => (this.openOrder = '')}
      ></deck-order-sheet>
    `;
  }

  #order(order: Order): TemplateResult {
    const { orders: words } = this.words;
    const language = this.desk.$language.get();
    const tz = this.read(this.desk.store.$session)?.tz;
    return html`
      <li class=${order.status}>
        <button type="button" @click=${() => (this.openOrder = order.id)}>
          <span class="what">${orderLines(order, this.desk, words)}</span>
          <span class="status">${words.status[order.status]}</span>
          <span class="who quiet figure">
            <time datetime=${order.occurredAt}>${clockText(order.occurredAt, tz, language)}</time>
            <bdi>${order.buyer.mask}</bdi> ${order.region?.name ?? ''}
          </span>
          <span class="total figure">${order.total ? formatMoney(order.total) : ''}</span>
          ${order.operatorOnly ? html`<span class="only">${words.operatorOnly[order.operatorOnly]}</span>` : nothing}
          <span class="visually-hidden">${this.words.sell.orders.open(orderNumber(order.id))}</span>
        </button>
      </li>
    `;
  }

  #title(productId: string): string {
    const product = this.read(this.desk.store.$product(productId));
    return product ? titleIn(product, this.desk.$language.get()) : this.words.orders.unlisted;
  }
}

/** The time of day in the session's zone; the device's where that zone is not known. */
function clockText(iso: string, timeZone: string | undefined, language: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  const form = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return at.toLocaleTimeString(language, timeZone === undefined ? form : { ...form, timeZone });
  } catch {
    return at.toLocaleTimeString(language, form);
  }
}
