import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { formatMoney, type CancelReason, type Order } from '@stallcast/protocol';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { SheetClosedEvent } from '../look/sheet-closed.events.js';
import { sheet } from '../look/sheet.styles.js';
import { orderNumber } from '../orders/order-number.js';
import { orderLines } from '../orders/order-lines.js';

const REASONS: readonly CancelReason[] = [
  'oversell',
  'buyer',
  'unpaid-timeout',
  'capacity',
  'quality',
  'weather',
  'other',
];

/**
 * The sheet of one order, from which it is cancelled with a reason.
 *
 * @tag deck-order-sheet
 *
 * @fires {SheetClosedEvent} deck-sheet-closed - The sheet went down.
 */
export class DeckOrderSheetElement extends DeskElement {
  static readonly tagName = 'deck-order-sheet';
  static override readonly styles = [
    controls,
    sheet,
    css`
      .what {
        font-size: 18px;
        font-weight: 700;
        overflow-wrap: anywhere;
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
      }

      .shop {
        padding: 10px 14px;
        border-radius: 6px 16px 6px 16px;
        background: var(--deck-warning-quiet);
        color: var(--deck-warning);
      }

      fieldset {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 8px;
        min-inline-size: 0;
      }

      legend {
        margin-block-end: 8px;
        font-weight: 700;
      }

      fieldset button {
        min-block-size: 56px;
        padding: 4px 8px;
      }
    `,
  ];

  /** The order that is open; empty when none is. */
  @property({ attribute: false }) orderId = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.orderId && !this.dialog?.open) this.dialog?.showModal();
    else if (!this.orderId && this.dialog?.open) this.dialog.close();
  }

  protected override render() {
    const { sell, actions, orders: words } = this.words;
    const order = this.read(this.desk.store.$orders).find(({ id }) => id === this.orderId);
    if (!order) return html`<dialog></dialog>`;
    const shop = shopOf(order);
    return html`
      <dialog aria-labelledby="heading" @close=${this.#close}>
        <div>
          <div class="head">
            <h2 id="heading" tabindex="-1" autofocus>${sell.orders.title(orderNumber(order.id))}</h2>
            <button class="close plain" type="button" aria-label=${actions.close} @click=${this.#close}>×</button>
          </div>
          <p class="what">${orderLines(order, this.desk, words)}</p>
          <p class="facts">
            <bdi>${order.buyer.mask}</bdi>
            <span>${words.status[order.status]}</span>
            <b class="figure">${order.total ? formatMoney(order.total) : nothing}</b>
          </p>
          ${order.status === 'cancelled' ? html`<p>${sell.orders.cancelled}</p>` : this.#cancel(order, shop)}
        </div>
      </dialog>
    `;
  }

  #cancel(order: Order, shop: string | null): TemplateResult {
    const { sell, shop: shops } = this.words;
    return html`
      ${shop ? html`<p class="shop">${sell.orders.shopToo(shops.name(shop))}</p>` : nothing}
      <fieldset>
        <legend>${sell.orders.cancel} · ${sell.orders.why}</legend>
        ${REASONS.map(
          (reason) => html`
            <button class="danger" type="button" @click=${() => this.#send(order, reason)}>
              ${sell.orders.reasons[reason]}
            </button>
          `,
        )}
      </fieldset>
    `;
  }

  #send(order: Order, reason: CancelReason): void {
    this.desk.send('cancel-order', { orderId: order.id, reason });
    this.#close();
  }

  #close = (): void => {
    this.dialog?.close();
    if (this.orderId) this.dispatchEvent(new SheetClosedEvent());
  };
}

/** The shop that an order came from; null for one that was written down here. */
function shopOf({ id }: Order): string | null {
  const source = /^([a-z0-9-]+):/.exec(id)?.[1];
  return source === undefined || source === 'recorded' ? null : source;
}
