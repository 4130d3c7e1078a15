import { css, html, nothing } from 'lit';
import { query } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { sheet } from '../look/sheet.styles.js';

/**
 * The way out of the example: takes its products away and starts a real session, once the operator has confirmed it.
 *
 * @tag deck-end-demo
 */
export class DeckEndDemoElement extends DeskElement {
  static readonly tagName = 'deck-end-demo';
  static override readonly styles = [
    controls,
    sheet,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px 16px;
        padding: 4px 0;
      }

      .pair {
        display: grid;
        gap: 10px;
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override render() {
    const { endDemo, actions } = this.words;
    if (this.read(this.desk.store.$session)?.synthetic !== true) return nothing;
    return html`
      <section aria-label=${endDemo.now}>
        <p class="quiet">${endDemo.now}</p>
        <button type="button" @click=${() => this.dialog?.showModal()}>${endDemo.open}</button>
      </section>
      <dialog aria-labelledby="heading">
        <div>
          <div class="head">
            <h2 id="heading" tabindex="-1" autofocus>${endDemo.title}</h2>
            <button class="close plain" type="button" aria-label=${actions.close} @click=${this.#close}>×</button>
          </div>
          <p>${endDemo.hint}</p>
          <div class="pair">
            <button class="danger" type="button" @click=${this.#end}>${endDemo.confirm}</button>
            <button type="button" @click=${this.#close}>${endDemo.stay}</button>
          </div>
        </div>
      </dialog>
    `;
  }

  #close = (): void => this.dialog?.close();

  /** The example's products go, a real session starts, its rooms lose their mark. Products of one's own stay. */
  #end = (): void => {
    const { desk } = this;
    this.#close();
    for (const { id, synthetic } of desk.store.$products.get()) {
      if (synthetic) desk.send('remove-product', { productId: id });
    }
    desk.send('start-session', { session: {} });
    for (const { id, title, commerce, synthetic } of desk.store.$rooms.get()) {
      if (synthetic) desk.send('put-room', { room: { id, title, commerce } });
    }
  };
}
