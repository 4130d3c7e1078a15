import { css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { AddRequestEvent } from './empty-stall.events.js';

/** The offset at which a stall's first session begins. */
const FIRST_SEQ = 1;

/**
 * What an empty stall offers: the first product of one's own, goods that came with the deck, or the marked example to
 * practise with.
 *
 * @tag deck-empty-stall
 *
 * @fires {AddRequestEvent} deck-add-request - The operator wants to add a product.
 */
export class DeckEmptyStallElement extends DeskElement {
  static readonly tagName = 'deck-empty-stall';
  static override readonly styles = [
    controls,
    css`
      section {
        display: grid;
        gap: 12px;
        padding: 20px 16px 16px;
        border: 2px dashed var(--deck-line);
        border-radius: 8px 24px 8px 24px;
      }

      h2 {
        font-size: 20px;
        letter-spacing: 0;
        color: var(--deck-text);
      }

      button {
        padding: 12px 16px;
        font-size: 18px;
        text-align: start;
      }

      small {
        display: block;
        margin-block-start: 2px;
        font-size: 14px;
        font-weight: 400;
      }
    `,
  ];

  @state() private loading = false;

  protected override render() {
    const { empty, add } = this.words;
    // Its commands are done once in the life of a stall, so it is offered in a stall's first session alone.
    const isFirst = this.read(this.desk.store.$session)?.sinceSeq === FIRST_SEQ;
    const loadExample = isFirst ? this.desk.loadExample : null;
    const brought = isFirst ? this.desk.broughtGoods : null;
    const language = this.read(this.desk.$language);
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${empty.title}</h2>
        <p>${empty.hint}</p>
        <button class="primary" type="button" @click=${() => this.dispatchEvent(new AddRequestEvent())}>
          ${loadExample ? empty.fresh : add.title}${loadExample ? html`<small>${empty.freshHint}</small>` : nothing}
        </button>
        ${
          brought
            ? html`
                <button type="button" aria-busy=${this.loading} @click=${() => this.#load(brought.load)}>
                  ${brought.title[language]}<small>${brought.hint[language]}</small>
                </button>
              `
            : nothing
        }
        ${
          loadExample
            ? html`
                <button type="button" aria-busy=${this.loading} @click=${() => this.#load(loadExample)}>
                  ${empty.example}<small>${empty.exampleHint}</small>
                </button>
              `
            : nothing
        }
      </section>
    `;
  }

  async #load(load: () => Promise<void>): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    await load().finally(() => (this.loading = false));
  }
}
