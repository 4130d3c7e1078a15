import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { titleIn } from '../desk/product-view.js';
import { controls } from '../look/controls.styles.js';
import { deriveRun, reorder, type RunEntry } from './derive-run.js';
import styles from './run.styles.js';

/**
 * The order in which the show goes through the products: what is on air, what comes next, and keys to put them in order.
 *
 * @tag deck-run
 */
export class DeckRunElement extends DeskElement {
  static readonly tagName = 'deck-run';
  static override readonly styles = [controls, styles];

  @state() private ordering = false;

  protected override render() {
    const { run: words } = this.words.show;
    const { store } = this.desk;
    const products = this.read(store.$products);
    if (products.length < 2) return nothing;
    const entries = deriveRun({
      products,
      featured: this.read(store.$featured),
      stockOf: (id) => this.read(store.$stock(id)),
    });
    const isOrdered = products.some(({ run }) => run !== undefined);
    return html`
      <section aria-labelledby="title">
        <div class="heading">
          <h2 id="title">${words.title}</h2>
          <button
            class="plain"
            type="button"
            aria-pressed=${this.ordering}
            @click=${() => (this.ordering = !this.ordering)}
          >
            ${this.ordering ? words.editDone : words.edit}
          </button>
        </div>
        ${this.ordering && !isOrdered ? html`<p class="quiet">${words.hint}</p>` : nothing}
        <ol>
          ${entries.map((entry, index) => this.#entry(entry, index, entries))}
        </ol>
      </section>
    `;
  }

  #entry(entry: RunEntry, index: number, entries: readonly RunEntry[]): TemplateResult {
    const { run: words } = this.words.show;
    const { product, isOnAir, isNext, held, isInRun } = entry;
    const title = titleIn(product, this.desk.$language.get());
    const note = isOnAir ? words.onAir : held ? words.held[held] : isNext ? words.next : isInRun ? '' : words.notInRun;
    return html`
      <li class=${isOnAir ? 'on-air' : isNext ? 'next' : held || !isInRun ? 'passed' : ''}>
        <span class="place figure">${isInRun ? index + 1 : '–'}</span>
        <span class="what">
          <span class="title">${title}</span>
          ${note ? html`<span class="note">${note}</span>` : nothing}
        </span>
        ${this.ordering ? this.#keys(entry, title, entries) : nothing}
      </li>
    `;
  }

  #keys({ product, isInRun }: RunEntry, title: string, entries: readonly RunEntry[]): TemplateResult {
    const { run: words } = this.words.show;
    const ids = entries.filter((entry) => entry.isInRun).map((entry) => entry.product.id);
    const place = ids.indexOf(product.id);
    const moved = (to: number): string[] => {
      const others = ids.filter((id) => id !== product.id);
      return [...others.slice(0, to), product.id, ...others.slice(to)];
    };
    if (!isInRun) {
      return html`<button type="button" @click=${() => this.#save([...ids, product.id])}>${words.takeIn}</button>`;
    }
    return html`
      <button
        type="button"
        aria-label=${words.earlier(title)}
        ?disabled=${place === 0}
        @click=${() => this.#save(moved(place - 1))}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label=${words.later(title)}
        ?disabled=${place === ids.length - 1}
        @click=${() => this.#save(moved(place + 1))}
      >
        ↓
      </button>
      <button
        class="out"
        type="button"
        ?disabled=${ids.length < 2}
        @click=${() => this.#save(ids.filter((id) => id !== product.id))}
      >
        ${words.leaveOut}
      </button>
    `;
  }

  #save(ids: readonly string[]): void {
    for (const product of reorder(this.desk.store.$products.get(), ids)) this.desk.send('put-product', { product });
  }
}
